/** One letter of the record (contract 2.6). */
import type { DocumentReading } from '../../domain/summary/document-content.ts';
import type { Attachment } from '../../domain/summary/item.ts';
import type { Outcome } from '../../flow/ports.ts';
import type { Wire } from './request.ts';

export type DocumentRequest = {
  readonly attachment: Attachment;
  readonly requestId: string;
  readonly signal: AbortSignal;
};

export function readDocument(
  _wire: Wire,
  _request: DocumentRequest,
): Promise<Outcome<DocumentReading>> {
  return Promise.resolve({ type: 'ok', value: { type: 'not-held' } });
}
