/** Recording a decision durably before anything is shown (contract.md 2.3). */
import { ocs } from '../../src/fhir/systems.ts';
import { consentKey } from './access.ts';
import { auditEntry } from './audit-events.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import { judgeConsent } from './consent-judge.ts';
import type { Decision } from './consent-judge.ts';
import { namedByHost } from './consent-names.ts';
import type { Call } from './context.ts';
import type { StoredConsent } from './consent-table.ts';
import { fhirResponse, readJson, refusalResponse } from './http.ts';
import { refuse, unavailable } from './outcomes.ts';
import { purposesOfEvent } from './reasons.ts';
import { refused } from './refusals.ts';
import { roleKey } from './roles.ts';
import type { AuditEntry } from './trail.ts';

const permissionHours = 12;

/**
 * When it stops counting, epoch milliseconds: a break glass with the presented token, a permission
 * after twelve hours, and nothing that goes back to an earlier decision later than that one.
 */
function endOf({ caller, exchange }: Call, { answers, reopening }: Decision): number {
  const own =
    answers.purpose === 'TREAT'
      ? exchange.clock().getTime() + permissionHours * 3_600_000
      : caller.expiresAt.getTime();
  return Math.min(own, reopening?.of.endsAt ?? own);
}

/** The resource as stored: the exchange's id, clock, encounter and names, the app's answers. */
function resourceOf(call: Call, decision: Decision, id: string, now: Date, end: Date): object {
  const { encounter } = call.caller;
  const valueReference = { reference: `Encounter/${encounter ?? ''}` };
  const named = namedByHost(decision.body, call.caller, decision.role);
  const provision = {
    ...named.provision,
    period: { start: now.toISOString(), end: end.toISOString() },
  };
  const meta = { ...decision.body.meta, versionId: '1', lastUpdated: now.toISOString() };
  const extension = [{ url: ocs.encounter, valueReference }];
  return { ...named, id, meta, provision, ...(encounter === null ? {} : { extension }) };
}

/** The Consent as stored, with the columns that decide what it opens. */
function store(call: Call, decision: Decision): StoredConsent {
  const { caller, exchange } = call;
  const { body, answers, standing, reopening } = decision;
  const now = exchange.clock();
  const endsAt = endOf(call, decision);
  const id = crypto.randomUUID();
  const same = reopening?.type === 'same-launch' ? reopening.of : null;
  const declared = [
    ...(answers.notMe ? ['not-me'] : []),
    ...(answers.patientIsAlive ? ['patient-is-alive'] : []),
  ];
  return {
    id,
    identifier: body.identifier[0].value,
    ...consentKey(caller, standing.patientKey),
    tracedId: standing.traced.id,
    status: 'active',
    purpose: answers.purpose,
    reason: answers.reason,
    role: roleKey(decision.role),
    root: same?.root ?? id,
    launch: same?.launch ?? caller.launch,
    token: caller.launch,
    startsAt: now.getTime(),
    endsAt,
    declared: declared.join(' '),
    digest: sha256(canonicalJson(body)),
    version: 1,
    body: JSON.stringify(resourceOf(call, decision, id, now, new Date(endsAt))),
  };
}

function detailsOf({ answers, reopening }: Decision): Record<string, string> {
  return {
    ...(answers.justification === undefined ? {} : { justification: answers.justification }),
    ...(answers.short ? { 'justification-short': 'yes' } : {}),
    ...(answers.notMe ? { declared: 'not-me' } : {}),
    ...(reopening?.type === 'standing' ? { 'stands-on': reopening.of.id } : {}),
  };
}

/** An override starts once in a launch; each opening of the page is an opening. */
function openingEvents(call: Call, decision: Decision, consent: StoredConsent): AuditEntry[] {
  const { answers, standing, role, body, reopening } = decision;
  const facts = {
    caller: call.caller,
    base: call.base,
    recorded: new Date(consent.startsAt).toISOString(),
    patientKey: standing.patientKey,
    patientReference: `Patient/${standing.traced.id}`,
    role,
    consentId: consent.id,
    launch: consent.launch,
    purpose: purposesOfEvent(answers.reason),
    policy: [body.policy[0].uri, ...(answers.terms === undefined ? [] : [answers.terms])],
  };
  const reopened = reopening?.type === 'same-launch';
  const details = detailsOf(decision);
  const opened = auditEntry({ ...facts, kind: 'opened', details, reopened });
  if (answers.purpose === 'TREAT' || reopened) return [opened];
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
  const judged = await judgeConsent(call, json.value);
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
