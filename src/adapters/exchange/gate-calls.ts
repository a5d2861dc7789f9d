/** What is asked of the exchange before the question (contract 2.0, 2.1). */
import type { NhsNumber } from '../../domain/nhs-number.ts';
import type { TraceOutcome } from '../../domain/trace.ts';
import { isCapable } from '../../fhir/gate/capability.ts';
import { traceOutcome, traceRefusal } from '../../fhir/gate/trace-outcome.ts';
import { identifierSystem } from '../../fhir/systems.ts';
import type { Failure } from '../../flow/failure.ts';
import type { Outcome } from '../../flow/ports.ts';
import { refusedWith } from './refusal-reason.ts';
import { ask, type Wire } from './request.ts';

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

function ok<Value>(value: Value): Outcome<Value> {
  return { type: 'ok', value };
}

function failed(failure: Failure): { readonly type: 'failed'; readonly failure: Failure } {
  return { type: 'failed', failure };
}
