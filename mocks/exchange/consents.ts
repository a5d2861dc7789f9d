/** Recording a decision durably before anything is shown (contract.md 2.3). */
import type { CodeableConcept } from 'fhir/r4';
import { codeSystem, ocs } from '../../src/fhir/systems.ts';
import { auditEntry } from './audit-events.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import { judgeConsent } from './consent-judge.ts';
import type { Decision } from './consent-judge.ts';
import type { Call } from './context.ts';
import type { StoredConsent } from './consent-table.ts';
import { fhirResponse, readJson, refusalResponse } from './http.ts';
import { refuse, unavailable } from './outcomes.ts';
import { refused } from './refusals.ts';
import type { AuditEntry } from './trail.ts';

const permissionHours = 12;

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
