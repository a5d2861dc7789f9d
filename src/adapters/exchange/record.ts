/** The record of a decision (contract 2.3). */
import type { AccessReceipt } from '../../domain/access.ts';
import type { AnswerContext } from '../../fhir/gate/decision-answers.ts';
import { decisionBundle } from '../../fhir/gate/decision-bundle.ts';
import type { DecisionFacts } from '../../fhir/gate/decision-facts.ts';
import { receipt } from '../../fhir/gate/receipt.ts';
import type { Outcome } from '../../flow/ports.ts';
import { refusedWith } from './refusal-reason.ts';
import { ask, type Wire } from './request.ts';

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
    headers: { 'Content-Type': 'application/fhir+json' },
    body: JSON.stringify(decisionBundle(facts, at)),
    requestId: at.requestId,
  });
  if (answer.type === 'failed') return answer;
  if (!answer.ok) return refusedWith(answer, facts.role.text);
  const reading = receipt(answer.body, facts);
  return reading.type === 'receipt'
    ? { type: 'ok', value: reading }
    : { type: 'failed', failure: answer.failure };
}
