/** Letters of a few bytes, and how one is read through the exchange's port. */
import type { Attachment } from '../../../src/domain/summary/item.ts';
import { exchange, type Handler, receipt } from './fake-exchange.ts';

export const pdf = '%PDF-1.4 a letter';
export const png = '\x89PNG\r\n\x1A\nrest';
export const bytesOf = (latin1: string) => Uint8Array.from(Buffer.from(latin1, 'latin1'));
export const base64 = (latin1: string) => Buffer.from(latin1, 'latin1').toString('base64');

const file: Attachment = {
  url: 'Binary/zzh-b1',
  contentType: 'application/pdf',
  title: null,
  size: null,
  hash: null,
  data: null,
};
export const nobody: Handler = () => {
  throw new Error('nothing may be asked for');
};
export const sends =
  (body: string, type: string | null = 'application/pdf'): Handler =>
  () =>
    new Response(bytesOf(body), { headers: type === null ? {} : { 'content-type': type } });

export async function read(
  part: Partial<Attachment>,
  handler: Handler = nobody,
  token?: string | null,
) {
  const { port, requests } = exchange(handler, token === undefined ? {} : { token });
  const { signal } = new AbortController();
  const outcome = await port.readDocument({ ...file, ...part }, receipt('permission'), signal);
  return { outcome, requests, value: outcome.type === 'ok' ? outcome.value : outcome };
}
