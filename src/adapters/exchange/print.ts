/** A printing, told to the exchange before anything is printed (contract 2.10). */
import type { AccessReceipt } from '../../domain/access.ts';
import type { PatientRef } from '../../domain/person.ts';
import { printedAt, printEvent } from '../../fhir/gate/print-event.ts';
import type { Outcome } from '../../flow/ports.ts';
import { refusedWith } from './refusal-reason.ts';
import { ask, type Wire } from './request.ts';

export type PrintRequest = {
  /** Names the request, so that the same printing counts once however often it is sent. */
  readonly printId: string;
  readonly patient: PatientRef;
  readonly receipt: AccessReceipt;
  readonly now: Date;
};

/**
 * Acknowledged by the stored event alone: any other answer, a bare 201 included, records nothing.
 * @returns the exchange's own instant of the printing
 */
export async function recordPrint(
  wire: Wire,
  { printId, patient, receipt, now }: PrintRequest,
): Promise<Outcome<string>> {
  const { consentId } = receipt;
  const event = printEvent({ patient, consentId, recorded: now.toISOString() });
  const answer = await ask(wire, {
    method: 'POST',
    url: `${wire.base}/AuditEvent`,
    headers: { 'Content-Type': 'application/fhir+json' },
    body: JSON.stringify(event),
    requestId: printId,
  });
  if (answer.type === 'failed') return answer;
  if (!answer.ok) return refusedWith(answer);
  const at = answer.status <= 201 ? printedAt(event, answer.body) : null;
  return at === null ? { type: 'failed', failure: answer.failure } : { type: 'ok', value: at };
}
