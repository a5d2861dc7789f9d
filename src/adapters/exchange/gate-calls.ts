/** Everything asked of the exchange before the record is open (contract 2.0 to 2.3). */
import type { AccessReceipt } from '../../domain/access.ts';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import type { PatientRef } from '../../domain/person.ts';
import type { Standing, TraceOutcome } from '../../domain/trace.ts';
import { isCapable } from '../../fhir/gate/capability.ts';
import { decisionBundle, type DecisionFacts } from '../../fhir/gate/decision-bundle.ts';
import { receipt } from '../../fhir/gate/receipt.ts';
import { dissentIn, earlierOpenings } from '../../fhir/gate/standing.ts';
import { traceOutcome, traceRefusal } from '../../fhir/gate/trace-outcome.ts';
import { spineCodes } from '../../fhir/spine.ts';
import { identifierSystem } from '../../fhir/systems.ts';
import type { Failure } from '../../flow/failure.ts';
import type { Outcome } from '../../flow/ports.ts';
import { type Pages, pagesOf } from './pages.ts';
import { ask, type Wire } from './request.ts';
import { reasonOf } from './refusal-reason.ts';

const fhirJson = { 'Content-Type': 'application/fhir+json' };

/** Open to everyone, so the token stays here. */
export async function capable(wire: Wire, requestId: string): Promise<Outcome<true>> {
  const url = `${wire.base}/metadata`;
  const answer = await ask(wire, { method: 'GET', url, requestId, withToken: false });
  if (answer.type === 'failed') return answer;
  if (answer.ok && isCapable(answer.body)) return ok(true);
  const speaksFhir = answer.ok || answer.status === 404 || answer.status === 501;
  return speaksFhir
    ? { type: 'refused', reason: { type: 'unsupported-exchange' } }
    : failed(answer.failure);
}

/** The NHS number travels in the body of a search, never in a URL (domain notes, section 5). */
export async function trace(
  wire: Wire,
  number: NhsNumber,
  requestId: string,
): Promise<Outcome<TraceOutcome>> {
  const answer = await ask(wire, {
    method: 'POST',
    url: `${wire.base}/Patient/_search`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      identifier: `${identifierSystem.nhsNumber}|${number}`,
    }).toString(),
    requestId,
  });
  if (answer.type === 'failed') return answer;
  const { status, body, failure } = answer;
  if (!answer.ok) {
    const outcome = traceRefusal(status, body);
    return outcome ? ok(outcome) : failed(failure);
  }
  const reading = traceOutcome(body, number);
  return reading.type === 'outcome' ? ok(reading.outcome) : failed(failure);
}

/**
 * Dissent and earlier openings, asked side by side. Without an answer about dissent the gate stays
 * shut; the openings may be "not known".
 */
export async function standing(
  wire: Wire,
  patient: PatientRef,
  now: Date,
  newId: () => string,
): Promise<Outcome<Standing>> {
  const [held, openings] = await Promise.all([
    activeConsents(wire, patient, newId()),
    accessPages(wire, patient, now, newId()),
  ]);
  if (held.type === 'failed') return held;
  if (held.type === 'refused') {
    const reason = reasonOf(spineCodes(held.answer.body));
    return reason ? { type: 'refused', reason } : failed(held.answer.failure);
  }
  const reading = dissentIn(held.pages, patient);
  if (reading.type === 'bad-answer') return failed(held.failure);
  const pages = openings.type === 'pages' ? openings.pages : null;
  return ok({ dissent: reading.dissent, earlierOpenings: earlierOpenings(pages, patient) });
}

/** The patient's active Consents that concern this user: own ones, and a dissent. */
export function activeConsents(wire: Wire, patient: PatientRef, requestId: string): Promise<Pages> {
  const query = new URLSearchParams({ patient: `Patient/${patient}`, status: 'active' });
  return pagesOf(wire, `${wire.base}/Consent?${query.toString()}`, requestId);
}

/** ITI-81 wants a date range: the years a record of access is kept, and clocks may differ a day. */
export function accessPages(
  wire: Wire,
  patient: PatientRef,
  now: Date,
  requestId: string,
): Promise<Pages> {
  const day = (moment: Date) => moment.toISOString().slice(0, 10);
  const from = new Date(now);
  from.setUTCFullYear(from.getUTCFullYear() - yearsKept);
  const to = new Date(now.getTime() + 24 * 3_600_000);
  const query = new URLSearchParams({ patient: `Patient/${patient}` });
  query.append('date', `ge${day(from)}`);
  query.append('date', `le${day(to)}`);
  return pagesOf(wire, `${wire.base}/AuditEvent?${query.toString()}`, requestId);
}

const yearsKept = 10;

export type Recorded = { readonly receipt: AccessReceipt; readonly consent: object };

/**
 * Resolves with a receipt only for the exchange's acknowledgement of this very decision.
 * @param at the moment of the decision and the id of its request: a retry repeats both
 */
export async function record(
  wire: Wire,
  facts: DecisionFacts,
  at: { readonly now: string; readonly requestId: string; readonly attestation: string },
): Promise<Outcome<Recorded>> {
  const answer = await ask(wire, {
    method: 'POST',
    url: wire.base,
    headers: fhirJson,
    body: JSON.stringify(decisionBundle(facts, at)),
    requestId: at.requestId,
  });
  if (answer.type === 'failed') return answer;
  if (!answer.ok) {
    const reason = reasonOf(spineCodes(answer.body));
    return reason ? { type: 'refused', reason } : failed(answer.failure);
  }
  const reading = receipt(answer.body, facts);
  return reading.type === 'receipt' ? ok(reading) : failed(answer.failure);
}

function ok<Value>(value: Value): Outcome<Value> {
  return { type: 'ok', value };
}

function failed(failure: Failure): { readonly type: 'failed'; readonly failure: Failure } {
  return { type: 'failed', failure };
}
