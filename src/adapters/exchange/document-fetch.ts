/** Asks the exchange for one file, as bytes or as a FHIR Binary. */
import { binaryOf } from '../../fhir/summary/binary.ts';
import { refusalCodes } from '../../fhir/gate/refusal-codes.ts';
import type { DocumentReading } from '../../domain/summary/document-content.ts';
import type { Outcome } from '../../flow/ports.ts';
import { bytesOf, longestDocument, readBytes } from './document-bytes.ts';
import { kindOfStatus } from './failure.ts';
import { reasonOf } from './refusal-reason.ts';
import { type Call, open, type Opened, parseJson, readText, type Wire } from './request.ts';

/** `bytes` is null where there are more than are opened here. */
export type File = {
  readonly contentType: string | null;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
};

type Fetched = { readonly type: 'file'; readonly file: File } | Outcome<DocumentReading>;
type Open = Extract<Opened, { type: 'opened' }>;

/** A FHIR Binary carries its bytes as base64, four letters for three of them. */
const longestBinary = Math.ceil(longestDocument * 1.4);

const jsonType = /^application\/(?:fhir\+)?json(?:\s*;|$)/i;

/** Rules of the exchange that end the access to the whole record, not to this file alone. */
const endings: readonly string[] = ['no-current-consent', 'no-break-glass'];

/** Never throws. */
export async function fetchFile(wire: Wire, call: Omit<Call, 'method'>): Promise<Fetched> {
  const opened = await open(wire, { ...call, method: 'GET' });
  if (opened.type === 'failed') return opened;
  try {
    return opened.response.ok ? await fileIn(opened) : await refusal(opened);
  } catch {
    return { type: 'failed', failure: opened.broken() };
  } finally {
    opened.settle();
    const { body } = opened.response;
    if (body && !body.locked) await body.cancel().catch(() => undefined);
  }
}

async function fileIn({ response, alive, failure }: Open): Promise<Fetched> {
  const contentType = response.headers.get('content-type');
  if (!jsonType.test(contentType ?? '')) {
    return {
      type: 'file',
      file: { contentType, bytes: await readBytes(response, longestDocument, alive) },
    };
  }
  const text = await readText(response, longestBinary);
  if (text === null) return { type: 'file', file: { contentType: null, bytes: null } };
  const binary = binaryOf(parseJson(text));
  const bytes = binary && bytesOf(binary.data);
  return bytes
    ? { type: 'file', file: { contentType: binary.contentType, bytes } }
    : { type: 'failed', failure: failure('bad-answer') };
}

/** Dissent, or an access that is over, closes the record; what is held back is not held. */
async function refusal(opened: Open): Promise<Fetched> {
  const { response } = opened;
  const { status } = response;
  const body = parseJson((await readText(response, 100_000)) ?? '');
  const reason = reasonOf({ status, body });
  if (reason) return { type: 'refused', reason };
  const codes = status === 403 ? refusalCodes(body) : [];
  if (codes.some((code) => endings.includes(code))) {
    return { type: 'refused', reason: { type: 'access-ended' } };
  }
  const isHeldBack = codes.includes('location-protected');
  const kind = kindOfStatus(status);
  return kind === 'not-found' || isHeldBack
    ? { type: 'ok', value: { type: 'not-held' } }
    : { type: 'failed', failure: opened.failure(kind) };
}
