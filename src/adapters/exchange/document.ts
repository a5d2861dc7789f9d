/**
 * One letter of the record (contract 2.6): fetched from the exchange alone, checked against what
 * the record says of it, and handed on as a PDF, a picture or words. Nothing of it ever runs.
 */
import type { DocumentContent, DocumentReading } from '../../domain/summary/document-content.ts';
import { type FileKind, kindSaid, mimeOf } from '../../domain/summary/file-kind.ts';
import type { Attachment } from '../../domain/summary/item.ts';
import { safeLines } from '../../domain/unsafe-characters.ts';
import type { Outcome } from '../../flow/ports.ts';
import { addressOf } from './document-address.ts';
import { bytesOf, isUnaltered, longestDocument } from './document-bytes.ts';
import { textOf } from './document-charset.ts';
import { fetchFile, type File } from './document-fetch.ts';
import { agreedKind } from './document-kind.ts';
import type { Wire } from './request.ts';

export type DocumentRequest = {
  readonly attachment: Attachment;
  readonly requestId: string;
  readonly signal: AbortSignal;
  /** Sent along, e.g. the category of a break glass. */
  readonly headers?: Readonly<Record<string, string>>;
};

type Read = Outcome<DocumentReading>;

/** Never throws. Nothing is asked for where the record itself says that it can not be opened. */
export async function readDocument(wire: Wire, request: DocumentRequest): Promise<Read> {
  const { attachment } = request;
  const { contentType, size, data, url } = attachment;
  if (kindSaid(contentType) === 'other') return ok({ type: 'not-opened-here', contentType });
  if (size !== null && size > longestDocument) return ok({ type: 'too-large' });
  if (data !== null) return reading(attachment, inline(data));
  if (url === null) return ok({ type: 'not-held' });
  const address = addressOf(url, wire.base);
  if (address === null) return ok({ type: 'elsewhere' });
  const fetched = await fetchFile(wire, {
    ...request,
    url: address,
    accept: accepted(contentType),
  });
  return fetched.type === 'file' ? reading(attachment, fetched.file) : fetched;
}

function accepted(contentType: string | null): string {
  const mime = mimeOf(contentType);
  return mime === '' ? '*/*' : `${mime}, */*;q=0.8`;
}

function inline(data: string): File | null {
  // Four letters are three bytes: what is certainly too long is not decoded first.
  if (data.length > longestDocument * 1.5) return { contentType: null, bytes: null };
  const bytes = bytesOf(data);
  return bytes && { contentType: null, bytes };
}

/** @param file null where its data is no base64; its `bytes` are null where they are too many */
async function reading(attachment: Attachment, file: File | null): Promise<Read> {
  if (file === null) return ok({ type: 'altered' });
  const { bytes } = file;
  if (bytes === null || bytes.byteLength > longestDocument) return ok({ type: 'too-large' });
  if (!(await isUnaltered(bytes, attachment))) return ok({ type: 'altered' });
  const said = [attachment.contentType, file.contentType];
  const agreed = agreedKind(said, bytes);
  const contentType = attachment.contentType ?? file.contentType;
  const content = agreed && (await contentOf(agreed, bytes, said).catch(() => null));
  return ok(content ? { type: 'content', content } : { type: 'not-opened-here', contentType });
}

/** @returns null for what can not be shown whole */
async function contentOf(
  { kind, mime }: { readonly kind: FileKind; readonly mime: string },
  bytes: Uint8Array<ArrayBuffer>,
  said: readonly (string | null)[],
): Promise<DocumentContent | null> {
  switch (kind) {
    case 'pdf':
      return { type: 'pdf', bytes };
    case 'image':
      return { type: 'image', mime, bytes };
    case 'text':
      return { type: 'text', text: safeLines(textOf(bytes, said)) };
    case 'rtf': {
      const { wordsOfRtf } = await import('./rtf-words.ts');
      return { type: 'text', text: safeLines(wordsOfRtf(bytes)) };
    }
    case 'html': {
      const { wordsOfHtml } = await import('./html-words.ts');
      const words = wordsOfHtml(textOf(bytes, said));
      return words === null ? null : { type: 'text', text: safeLines(words) };
    }
  }
}

function ok(value: DocumentReading): Read {
  return { type: 'ok', value };
}
