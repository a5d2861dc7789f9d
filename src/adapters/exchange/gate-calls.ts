/** Everything asked of the exchange before the record is open (contract 2.0 to 2.3). */
import type { AccessReceipt } from '../../domain/access.ts';
import type { NhsNumber } from '../../domain/nhs-number.ts';
import type { TraceOutcome } from '../../domain/trace.ts';
import { isCapable } from '../../fhir/gate/capability.ts';
import type { AnswerContext } from '../../fhir/gate/decision-answers.ts';
import { decisionBundle } from '../../fhir/gate/decision-bundle.ts';
import type { DecisionFacts } from '../../fhir/gate/decision-facts.ts';
import { receipt } from '../../fhir/gate/receipt.ts';
import { traceOutcome, traceRefusal } from '../../fhir/gate/trace-outcome.ts';
import { identifierSystem } from '../../fhir/systems.ts';
import type { Failure } from '../../flow/failure.ts';
import type { Outcome } from '../../flow/ports.ts';
import { refusedWith } from './refusal-reason.ts';
import { ask, type Wire } from './request.ts';

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
  { requestId, now }: { readonly requestId: string; readonly now: Date },
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
    return outcome ? ok(outcome) : refusedWith(answer);
  }
  const reading = traceOutcome(body, number, now);
  switch (reading.type) {
    case 'outcome':
      return ok(reading.outcome);
    case 'implausible': {
      const { what } = reading;
      return { type: 'refused', reason: { type: 'implausible', where: 'exchange', what } };
    }
    case 'bad-answer':
      return failed(failure);
  }
}

export type Recorded = { readonly receipt: AccessReceipt; readonly consent: object };

/**
 * Resolves with a receipt only for the exchange's acknowledgement of this very decision.
 * @param at the moment of the decision and the id of its request: a retry repeats both
 */
export async function record(
  wire: Wire,
  facts: DecisionFacts,
  at: AnswerContext & { readonly requestId: string },
): Promise<Outcome<Recorded>> {
  const answer = await ask(wire, {
    method: 'POST',
    url: wire.base,
    headers: fhirJson,
    body: JSON.stringify(decisionBundle(facts, at)),
    requestId: at.requestId,
  });
  if (answer.type === 'failed') return answer;
  if (!answer.ok) return refusedWith(answer, facts.role.text);
  const reading = receipt(answer.body, facts);
  return reading.type === 'receipt' ? ok(reading) : failed(answer.failure);
}

function ok<Value>(value: Value): Outcome<Value> {
  return { type: 'ok', value };
}

function failed(failure: Failure): { readonly type: 'failed'; readonly failure: Failure } {
  return { type: 'failed', failure };
}
