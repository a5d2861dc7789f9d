/** Effects beside the open record: one letter, and a printing. */
import type { Effect } from '../flow/effect.ts';
import type { Ports } from '../flow/ports.ts';
import type { Reply } from './perform.ts';

export async function readDocument(
  { item, file, attachment, receipt }: Extract<Effect, { type: 'read-document' }>,
  { exchange }: Ports,
  signal: AbortSignal,
): Promise<Reply> {
  const outcome = await exchange.readDocument(attachment, receipt, signal);
  switch (outcome.type) {
    case 'ok':
      return { type: 'document-read', item, file, reading: outcome.value };
    case 'failed':
      return { type: 'document-failed', item, file, failure: outcome.failure };
    case 'refused':
      return { type: 'refused', reason: outcome.reason };
  }
}

export async function recordPrint(
  { printId, patient, receipt }: Extract<Effect, { type: 'record-print' }>,
  { exchange }: Ports,
): Promise<Reply> {
  const outcome = await exchange.recordPrint(printId, patient, receipt);
  switch (outcome.type) {
    case 'ok':
      return { type: 'print-recorded', printId, at: outcome.value };
    case 'failed':
      return { type: 'print-failed', printId, failure: outcome.failure };
    case 'refused':
      return { type: 'refused', reason: outcome.reason };
  }
}
