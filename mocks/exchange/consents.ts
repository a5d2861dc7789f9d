/** Recording a decision before anything is shown, and ending it (contract.md 2.3, 2.9). */
import type { CodeableConcept } from 'fhir/r4';
import { z } from 'zod';
import { codeSystem, identifierSystem, ocs } from '../../src/fhir/systems.ts';
import { checkPatient, decideStanding } from './access.ts';
import type { Standing } from './access.ts';
import { auditEntry } from './audit-events.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import { readAnswers } from './consent-answers.ts';
import type { Answers } from './consent-answers.ts';
import { consentTransaction } from './consent-shape.ts';
import type { ConsentBody } from './consent-shape.ts';
import type { Call } from './context.ts';
import type { StoredConsent } from './database.ts';
import { fhirResponse, readJson, refusalResponse } from './http.ts';
import { forbidden, invalid, ok, refuse, unavailable } from './outcomes.ts';
import type { Refusal, Result } from './outcomes.ts';
import { recordRefusal } from './refusals.ts';
import type { Role } from './roles.ts';
import type { AuditEntry } from './trail.ts';

const permissionHours = 12;

type Decision = {
  readonly body: ConsentBody;
  readonly answers: Answers;
  readonly standing: Standing;
  readonly role: Role | undefined;
};

function refused(call: Call, refusal: Refusal): Response {
  recordRefusal(call, refusal);
  return refusalResponse(refusal);
}

function chosenRole({ caller }: Call, named: string | undefined): Result<Role | undefined> {
  const clinical = caller.roles.filter((role) => role.clinical);
  if (named === undefined) return ok(clinical[0]);
  const role = clinical.find(({ profileId, code, rCode }) =>
    [profileId, code, rCode].includes(named),
  );
  return role === undefined
    ? forbidden('role-not-held', 'That role is not one the host lists for you as clinical.')
    : ok(role);
}

/** The body may name only the caller and only the traced patient; anything else is forged. */
function checkNames(call: Call, body: ConsentBody): Result<null> {
  const { caller } = call;
  const named = body.provision.actor[0].reference.identifier;
  const isCaller = caller.identifiers.some(
    ({ system, value }) => system === named.system && value === named.value,
  );
  if (!isCaller) return forbidden('other-actor', 'The Consent names another user.');
  const ods = body.organization?.[0]?.identifier;
  const employed = caller.organizations.some(({ odsCode }) => odsCode === ods?.value);
  if (ods?.system === identifierSystem.odsOrganisation && !employed) {
    return forbidden('other-organisation', 'The Consent names another organisation.');
  }
  const proxy = body.contained.find((resource) => resource.resourceType === 'RelatedPerson');
  if (proxy && proxy.patient.reference !== body.patient.reference) {
    return forbidden('other-patient', 'The proxy is of another patient.', 'REQUEST_UNMATCHED');
  }
  return ok(null);
}

/** Age in whole years; undefined where the birth date is not full. */
function ageInYears(birthDate: string | undefined, now: Date): number | undefined {
  const [year, month, day] = (birthDate ?? '').split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const today = [now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate()] as const;
  const before = today[1] < month || (today[1] === month && today[2] < day);
  return today[0] - year - (before ? 1 : 0);
}

/** Who may decide depends on age (domain.md 3): parents for under 18, attorneys for adults. */
function checkProxy(body: ConsentBody, standing: Standing, now: Date): Result<null> {
  const proxy = body.contained.find((resource) => resource.resourceType === 'RelatedPerson');
  const age = ageInYears(standing.person.patient.birthDate, now);
  if (proxy === undefined || age === undefined) return ok(null);
  const parental = proxy.relationship[0].coding[0].code === 'parental-responsibility';
  if (parental && age >= 18) {
    return forbidden('proxy', 'Nobody has parental responsibility for an adult.');
  }
  return !parental && age < 16
    ? forbidden('proxy', 'A child has no attorney or deputy for this.')
    : ok(null);
}

async function judge(call: Call, value: unknown): Promise<Result<Decision>> {
  const parsed = consentTransaction.safeParse(value);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    return invalid(
      'consent-shape',
      `Not the one Consent this exchange takes: ${where}`.slice(0, 200),
    );
  }
  const [entry] = parsed.data.entry;
  const body = entry.resource;
  const identifier = body.identifier[0].value;
  const agrees =
    entry.fullUrl === identifier &&
    entry.request.ifNoneExist === `identifier=${identifierSystem.uri}|${identifier}`;
  if (!agrees) return invalid('identifier', 'fullUrl, identifier and ifNoneExist must agree.');
  const answers = readAnswers(body);
  if (!answers.ok) return answers;
  const standing = decideStanding(call.exchange, call.caller, body.patient.reference.slice(8));
  if (!standing.ok) return standing;
  const names = checkNames(call, body);
  if (!names.ok) return names;
  const proxy = checkProxy(body, standing.value, call.exchange.clock());
  if (!proxy.ok) return proxy;
  const role = chosenRole(call, answers.value.role);
  if (!role.ok) return role;
  const patient = await checkPatient(call.exchange, standing.value, answers.value);
  if (!patient.ok) return patient;
  return ok({ body, answers: answers.value, standing: standing.value, role: role.value });
}

/** The Consent as stored: the exchange's id and clock, the app's words. */
function store(call: Call, decision: Decision): StoredConsent {
  const { caller, exchange } = call;
  const { body, answers, standing } = decision;
  const now = exchange.clock();
  const end =
    answers.purpose === 'BTG'
      ? caller.expiresAt
      : new Date(now.getTime() + permissionHours * 3_600_000);
  const id = crypto.randomUUID();
  const provision = {
    ...body.provision,
    period: { start: now.toISOString(), end: end.toISOString() },
  };
  const meta = { ...body.meta, versionId: '1', lastUpdated: now.toISOString() };
  const declared = [
    ...(answers.notMe ? ['not-me'] : []),
    ...(answers.patientIsAlive ? ['patient-is-alive'] : []),
  ];
  return {
    id,
    identifier: body.identifier[0].value,
    hostKey: caller.host.key,
    userKey: caller.userKey,
    clientId: caller.clientId,
    tracedId: standing.traced.id,
    patient: standing.patientKey,
    status: 'active',
    purpose: answers.purpose,
    startsAt: now.getTime(),
    endsAt: end.getTime(),
    declared: declared.join(' '),
    digest: sha256(canonicalJson(body)),
    version: 1,
    body: JSON.stringify({ ...body, id, meta, provision }),
  };
}

/** What the log will say of why: the purpose, and the reason in our codes. */
export const purposeOf = (purpose: string, reason: string): CodeableConcept[] => [
  { coding: [{ system: codeSystem.actReason, code: purpose }] },
  { coding: [{ system: ocs.accessReason, code: reason }], text: reason.replaceAll('-', ' ') },
];

function openingEvents(call: Call, decision: Decision, consent: StoredConsent): AuditEntry[] {
  const { answers, standing, role, body } = decision;
  const facts = {
    caller: call.caller,
    base: call.base,
    recorded: new Date(consent.startsAt).toISOString(),
    patientKey: standing.patientKey,
    patientReference: `Patient/${standing.traced.id}`,
    role,
    consentId: consent.id,
    purpose: purposeOf(answers.purpose, answers.reason),
    policy: [body.policy[0].uri, ...(answers.terms === undefined ? [] : [answers.terms])],
  };
  const details: Record<string, string> = {};
  if (answers.justification !== undefined) details['justification'] = answers.justification;
  if (answers.notMe) details['declared'] = 'not-me';
  const opened = auditEntry({ ...facts, kind: 'opened', details });
  if (answers.purpose === 'TREAT') return [opened];
  return [opened, auditEntry({ ...facts, kind: 'override-started' })];
}

function transactionAnswer(stored: StoredConsent, created: boolean): Response {
  const resource: unknown = JSON.parse(stored.body);
  return fhirResponse({
    resourceType: 'Bundle',
    type: 'transaction-response',
    entry: [
      {
        resource,
        response: {
          status: created ? '201 Created' : '200 OK',
          location: `Consent/${stored.id}/_history/${stored.version}`,
        },
      },
    ],
  });
}

const conflict = refuse({
  status: 409,
  code: 'conflict',
  reason: 'identifier-used',
  text: 'That decision identifier already stands for something else.',
}).refusal;

/**
 * `POST {base}`: the transaction. 200 with the stored Consent (201 or, for a retry of the very same
 * decision, 200 inside); 400 for another shape; 403 where a rule refuses; 409 where the identifier
 * stands for another decision; 503 when it cannot be made durable.
 */
export async function recordConsent(call: Call): Promise<Response> {
  const json = await readJson(call.request);
  if (!json.ok) return refusalResponse(json.refusal);
  const judged = await judge(call, json.value);
  if (!judged.ok) return refused(call, judged.refusal);
  const consent = store(call, judged.value);
  try {
    const events = openingEvents(call, judged.value, consent);
    const { created, stored } = call.exchange.store.recordConsent(consent, events);
    const same =
      stored.digest === consent.digest &&
      stored.userKey === consent.userKey &&
      stored.clientId === consent.clientId &&
      stored.hostKey === consent.hostKey;
    return created || same ? transactionAnswer(stored, created) : refused(call, conflict);
  } catch {
    const text = 'This access could not be recorded. The record stays closed.';
    return refusalResponse(unavailable('record', text).refusal);
  }
}

const endShape = z.looseObject({ resourceType: z.literal('Consent'), status: z.string() });

const own = (call: Call, id: string): StoredConsent | null => {
  const stored = call.exchange.store.consentById(id);
  const { userKey, clientId, host } = call.caller;
  const same =
    stored?.userKey === userKey && stored.clientId === clientId && stored.hostKey === host.key;
  return same ? stored : null;
};

const notOwn = forbidden('other-consent', 'That Consent is not yours.').refusal;

/** `GET Consent/{id}`: own only. */
export function readConsent(call: Call, id: string): Response {
  const stored = own(call, id);
  if (stored === null) return refused(call, notOwn);
  const resource: unknown = JSON.parse(stored.body);
  return fhirResponse(resource);
}

function endEvents(call: Call, stored: StoredConsent): AuditEntry[] {
  const facts = {
    caller: call.caller,
    base: call.base,
    recorded: call.exchange.clock().toISOString(),
    patientKey: stored.patient,
    patientReference: `Patient/${stored.tracedId}`,
    consentId: stored.id,
    purpose: [{ coding: [{ system: codeSystem.actReason, code: stored.purpose }] }],
  };
  const ended = auditEntry({ ...facts, kind: 'ended' });
  if (stored.purpose === 'TREAT') return [ended];
  return [ended, auditEntry({ ...facts, kind: 'override-stopped' })];
}

/** `PUT Consent/{id}`: own, and nothing but `status` → `inactive`. Doing it twice is once. */
export async function endConsent(call: Call, id: string): Promise<Response> {
  const json = await readJson(call.request);
  if (!json.ok) return refusalResponse(json.refusal);
  const stored = own(call, id);
  if (stored === null) return refused(call, notOwn);
  const parsed = endShape.safeParse(json.value);
  const before = z.looseObject({}).parse(JSON.parse(stored.body));
  const bare = (body: object): string =>
    canonicalJson({ ...body, status: undefined, meta: undefined });
  if (!parsed.success || parsed.data.status !== 'inactive' || bare(parsed.data) !== bare(before)) {
    return refused(call, forbidden('update', 'Only the status may change, to inactive.').refusal);
  }
  if (stored.status === 'inactive') return readConsent(call, id);
  const meta = {
    versionId: String(stored.version + 1),
    lastUpdated: call.exchange.clock().toISOString(),
  };
  try {
    const body = JSON.stringify({ ...before, status: 'inactive', meta });
    call.exchange.store.endConsent(id, body, endEvents(call, stored));
  } catch {
    return refusalResponse(unavailable('record', 'The end could not be recorded.').refusal);
  }
  return readConsent(call, id);
}
