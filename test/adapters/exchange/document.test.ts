import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../src/adapters/exchange/document-address.ts';
import { longestDocument } from '../../../src/adapters/exchange/document-bytes.ts';
import { base, fhir, type Handler, refusal, ruled } from './fake-exchange.ts';
import { base64, bytesOf, nobody, pdf, read, sends } from './read-letter.ts';

const sha1 = (latin1: string) =>
  createHash('sha1').update(Buffer.from(latin1, 'latin1')).digest('base64');

describe('a letter', () => {
  it('is fetched from the exchange with the token, never cached, following no redirect', async () => {
    const { value, requests } = await read({}, sends(pdf));
    expect(value).toEqual({ type: 'content', content: { type: 'pdf', bytes: bytesOf(pdf) } });
    const [request] = requests;
    expect(request?.url).toBe(`${base}/Binary/zzh-b1`);
    expect(request?.headers.get('authorization')).toBe('Bearer secret-token');
    expect(request?.headers.get('accept')).toBe('application/pdf, */*;q=0.8');
    expect([request?.redirect, request?.cache, request?.credentials]).toEqual([
      ...['error', 'no-store', 'omit'],
    ]);
  });

  it('may come as a FHIR Binary', async () => {
    const binary = { resourceType: 'Binary', contentType: 'application/pdf', data: base64(pdf) };
    expect((await read({}, () => fhir(binary))).value).toMatchObject({ type: 'content' });
    const other = { resourceType: 'Patient', data: base64(pdf) };
    expect((await read({}, () => fhir(other))).outcome).toMatchObject({ type: 'failed' });
  });

  it('may come with the summary, and then nothing is asked for', async () => {
    const { value, requests } = await read({ url: null, data: base64(pdf) });
    expect(value).toMatchObject({ type: 'content', content: { type: 'pdf' } });
    expect(requests).toEqual([]);
    expect((await read({ url: null })).value).toEqual({ type: 'not-held' });
    expect((await read({ data: 'no base64!' })).value).toEqual({ type: 'altered' });
  });
});

describe('the token goes nowhere but to the exchange’s base', () => {
  it.each([
    'https://elsewhere.test/gp/fhir/Binary/1',
    'https://exchange.test/gp/fhir-other/Binary/1',
    'https://exchange.test/epr/fhir/Binary/1',
    'https://exchange.test:8443/gp/fhir/Binary/1',
    'https://exchange.test@elsewhere.test/gp/fhir/Binary/1',
    'https://user:pass@exchange.test/gp/fhir/Binary/1',
    'http://exchange.test/gp/fhir/Binary/1',
    'HTTPS://EXCHANGE.TEST/gp/fhir/Binary/1',
    `${base}/../../epr/fhir/Binary/1`,
    `${base}/Binary/%2e%2e/%2e%2e/1`,
    `${base}/Binary/..%2f1`,
    `${base}/Binary/1#here`,
    `${base}/Binary/1?_format=html`,
    `${base}//elsewhere.test/Binary/1`,
    `${base}\\Binary\\1`,
    '//elsewhere.test/Binary/1',
    '/gp/fhir/Binary/1',
    '../Binary/1',
    'Binary/../Patient/1',
    'Binary/./1',
    'Binary//1',
    'Binary/1/',
    'Binary/1\n',
    ' Binary/1',
    'Binary/%31',
    'Binary',
    'javascript:alert(1)',
    'data:application/pdf;base64,JVBERi0=',
    'blob:https://exchange.test/1',
    'urn:uuid:6f5a1f5e-3c2f-4a44-9a3e-000000000001',
    '',
  ])('%j is not asked for', async (url) => {
    const { value, requests } = await read({ url });
    expect(value).toEqual({ type: 'elsewhere' });
    expect(requests).toEqual([]);
  });

  it.each([
    'Binary/zzh-b1',
    `${base}/Binary/1`,
    'Binary/1/_history/2',
    'DocumentReference/1/$file',
  ])('%s is', (url) => {
    expect(addressOf(url, base)).toBe(url.startsWith(base) ? url : `${base}/${url}`);
  });

  it('nor without a token', async () => {
    const { outcome, requests } = await read({}, nobody, null);
    expect(outcome).toMatchObject({ type: 'failed', failure: { kind: 'unauthorised' } });
    expect(requests).toEqual([]);
  });
});

describe('what the record says of a letter', () => {
  it('is shown where size and hash are as said', async () => {
    const said = { size: pdf.length, hash: sha1(pdf) };
    expect((await read(said, sends(pdf))).value).toMatchObject({ type: 'content' });
    const inline = { ...said, url: null, data: base64(pdf) };
    expect((await read(inline)).value).toMatchObject({ type: 'content' });
  });

  it.each([
    ['another hash', { hash: sha1(`${pdf} and more`) }],
    ['no hash at all', { hash: '' }],
    ['the hash of another kind', { hash: createHash('sha256').update(pdf).digest('base64') }],
    ['another size', { size: pdf.length + 1 }],
  ])('with %s it is altered, and not shown', async (_, said) => {
    expect((await read(said, sends(pdf))).value).toEqual({ type: 'altered' });
    const inline = { ...said, url: null, data: base64(pdf) };
    expect((await read(inline)).value).toEqual({ type: 'altered' });
  });

  it('is not even asked for where it is too long', async () => {
    const { value, requests } = await read({ size: longestDocument + 1 });
    expect([value, requests]).toEqual([{ type: 'too-large' }, []]);
  });

  it('is not read to its end where it turns out to be', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const headers = { 'content-type': 'application/pdf' };
    const { value } = await read({}, () => new Response(endless, { headers }));
    expect(value).toEqual({ type: 'too-large' });
    expect(sent).toBeLessThan(20);
  });
});

describe('a letter that does not come', () => {
  it.each([
    ['dissent', () => refusal('NO_PATIENT_CONSENT'), 'dissent'],
    ['an access that is over', () => ruled('no-current-consent'), 'access-ended'],
    ['a break glass that is over', () => ruled('no-break-glass'), 'access-ended'],
    ['a label of protection', () => ruled('restricted'), 'restricted'],
  ])('for %s closes the record', async (_, handler, type) => {
    expect((await read({}, handler)).outcome).toEqual({ type: 'refused', reason: { type } });
  });

  it.each([
    ['404', () => fhir({}, 404)],
    ['410', () => new Response('', { status: 410 })],
    ['a letter held back', () => ruled('location-protected')],
  ])('for %s is not held, and nothing is closed', async (_, handler) => {
    expect((await read({}, handler)).value).toEqual({ type: 'not-held' });
  });

  it.each([
    ['500', () => new Response('', { status: 500 }), 'server'],
    ['a source that is away', () => refusal('x', 503), 'server'],
    ['401', () => new Response('', { status: 401 }), 'unauthorised'],
    ['a refusal without a reason', () => new Response('', { status: 403 }), 'forbidden'],
    ['no connection', () => Promise.reject(new TypeError('lost')), 'offline'],
    [
      'a connection that breaks',
      () => {
        const body = new ReadableStream({ start: (it) => it.error(new TypeError('lost')) });
        return new Response(body, { headers: { 'content-type': 'application/pdf' } });
      },
      'offline',
    ],
  ])('for %s may be asked for again', async (_, handler, kind) => {
    expect((await read({}, handler as Handler)).outcome).toMatchObject({
      type: 'failed',
      failure: { kind },
    });
  });
});
