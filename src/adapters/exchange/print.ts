/** A printing, told to the exchange before anything is printed. */
import type { AccessReceipt } from '../../domain/access.ts';
import type { PatientRef } from '../../domain/person.ts';
import type { Outcome } from '../../flow/ports.ts';
import { failureOf } from './failure.ts';
import type { Wire } from './request.ts';

export type PrintRequest = {
  readonly printId: string;
  readonly patient: PatientRef;
  readonly receipt: AccessReceipt;
  readonly now: Date;
};

export function recordPrint(_wire: Wire, { printId }: PrintRequest): Promise<Outcome<string>> {
  return Promise.resolve({ type: 'failed', failure: failureOf('bad-answer', printId, null) });
}
