/** Effects beside the open record: one letter, and a printing. */
import type { Effect } from '../flow/effect.ts';
import type { Ports } from '../flow/ports.ts';
import { answered } from './answered.ts';
import type { Reply } from './perform.ts';

export async function readDocument(
  { item, file, attachment, receipt }: Extract<Effect, { type: 'read-document' }>,
  { exchange }: Ports,
  signal: AbortSignal,
): Promise<Reply> {
  return answered(
    await exchange.readDocument(attachment, receipt, signal),
    (reading) => ({ type: 'document-read', item, file, reading }),
    (failure) => ({ type: 'document-failed', item, file, failure }),
  );
}

export async function recordPrint(
  { printId, patient, receipt }: Extract<Effect, { type: 'record-print' }>,
  { exchange }: Ports,
): Promise<Reply> {
  return answered(
    await exchange.recordPrint(printId, patient, receipt),
    (at) => ({ type: 'print-recorded', printId, at }),
    (failure) => ({ type: 'print-failed', printId, failure }),
  );
}
