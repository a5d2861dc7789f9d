import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodedFor } from '../../mocks/exchange/gzip-stream.ts';
import { ndjson, parse, recorded } from './lines.ts';
import { summaryOf } from './setting.ts';

const asking = (accepted: string) =>
  new Request('https://exchange.test/', { headers: { 'accept-encoding': accepted } });

/** What has arrived so far, whether or not there is more to come. */
const soFar = (chunks: readonly Uint8Array[]): string =>
  gunzipSync(Buffer.concat(chunks), { finishFlush: constants.Z_SYNC_FLUSH }).toString();

/** A body of parts sent by hand, and what its reader did. */
function parts() {
  const seen = { pulls: 0, cancelled: false };
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const body = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given;
      },
      pull: () => {
        seen.pulls += 1;
      },
      cancel: () => {
        seen.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return {
    seen,
    response: new Response(body),
    send: (text: string) => controller?.enqueue(new TextEncoder().encode(text)),
    fail: () => controller?.error(new Error('the source failed')),
    close: () => controller?.close(),
  };
}

describe('a part', () => {
  it('arrives whole before the next one is sent', async () => {
    const { response, send, close } = parts();
    const reader = encodedFor(asking('gzip'), response).body?.getReader();
    const chunks: Uint8Array[] = [];
    const read = async () => {
      const next = await reader?.read();
      if (next?.value) chunks.push(next.value);
      return next?.done;
    };
    send('one\n');
    while (chunks.length === 0 || soFar(chunks) === '') await read();
    expect(soFar(chunks)).toBe('one\n');
    send('two\n');
    while (soFar(chunks) === 'one\n') await read();
    expect(soFar(chunks)).toBe('one\ntwo\n');
    close();
    while (!(await read()));
    expect(gunzipSync(Buffer.concat(chunks)).toString()).toBe('one\ntwo\n');
  });

  it('is not asked for before the reader wants it', async () => {
    const { response, seen, send } = parts();
    const reader = encodedFor(asking('gzip'), response).body?.getReader();
    expect(seen.pulls).toBe(0);
    send('one\n');
    await reader?.read();
    expect(seen.pulls).toBeLessThanOrEqual(1);
  });
});

describe('the stream', () => {
  const text = (length: number) =>
    Array.from({ length }, (_, index) => `{"id":"o${index}","about":"Patient/one"}\n`).join('');
  const long = text(20_000);

  it.each([
    ['nothing', []],
    ['one short piece', ['one\n']],
    ['pieces short, long and empty', ['one\n', text(400), long, '', 'two\n', long, 'three\n']],
  ])('of %s is one that any reader of gzip takes, to the last byte', async (_, pieces) => {
    const { response, send, close } = parts();
    const whole = encodedFor(asking('gzip'), response).arrayBuffer();
    for (const piece of pieces) send(piece);
    close();
    const bytes = await whole;
    expect(gunzipSync(bytes).toString()).toBe(pieces.join(''));
    const browser = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    expect(await new Response(browser).text()).toBe(pieces.join(''));
  });

  it('ends with its last piece, where that is known, and keeps nobody waiting for the end', async () => {
    const { response, send, close } = parts();
    const reader = encodedFor(asking('gzip'), response).body?.getReader();
    send('one\n');
    close();
    const first = await reader?.read();
    expect(gunzipSync(first?.value ?? '').toString()).toBe('one\n');
    expect(await reader?.read()).toMatchObject({ done: true });
  });

  it('does not say again what was just said', async () => {
    const { response, send, close } = parts();
    const whole = encodedFor(asking('gzip'), response).arrayBuffer();
    const piece = text(100);
    for (let time = 0; time < 10; time += 1) send(piece);
    close();
    expect((await whole).byteLength).toBeLessThan(gzipSync(piece).byteLength * 5);
  });

  it('tells its source when the reader leaves', async () => {
    const { response, seen } = parts();
    await encodedFor(asking('gzip'), response).body?.cancel();
    expect(seen.cancelled).toBe(true);
  });

  it('breaks off where its source does: it never looks complete', async () => {
    const { response, send, fail } = parts();
    const { body } = encodedFor(asking('gzip'), response);
    const reader = body?.getReader();
    send('one\n');
    await reader?.read();
    fail();
    const rest = async () => {
      while (!(await reader?.read())?.done);
    };
    await expect(rest()).rejects.toThrow('the source failed');
  });
});

describe('a summary', () => {
  it.each(['application/fhir+ndjson', 'application/fhir+json'])(
    'as %s is gzipped for who takes it, and says so',
    async (accept) => {
      const { setting, id } = await recorded();
      const headers = { accept, 'accept-encoding': 'br, gzip' };
      const response = await summaryOf(setting, 'gp-ada', id, { headers });
      expect(response.headers.get('content-encoding')).toBe('gzip');
      expect(response.headers.get('vary')).toContain('Accept-Encoding');
      expect(gunzipSync(await response.arrayBuffer()).toString()).toContain('heart failure');
    },
  );

  it('is recorded as whole, and as interrupted where its reader leaves', async () => {
    const { setting, id } = await recorded();
    const headers = { ...ndjson.headers, 'accept-encoding': 'gzip' };
    const whole = await summaryOf(setting, 'gp-ada', id, { headers });
    const text = gunzipSync(await whole.arrayBuffer()).toString();
    expect(parse(text).at(-1)).toMatchObject({ title: 'Oxfordshire Care Summary' });
    expect((await setting.events()).at(-1)).toMatchObject({ outcome: '0' });
    const left = await summaryOf(setting, 'gp-ada', id, { headers });
    await left.body?.cancel();
    expect((await setting.events()).at(-1)).toMatchObject({
      type: 'release-completed',
      outcome: '4',
    });
  });

  it.each(['', 'br', 'gzip;q=0', 'gzip; q=0.00, br', 'x-gzip', 'gzipped'])(
    'is not for who takes “%s”',
    async (accepted) => {
      const { setting, id } = await recorded();
      const headers = { ...ndjson.headers, 'accept-encoding': accepted };
      const response = await summaryOf(setting, 'gp-ada', id, { headers });
      expect(response.headers.get('content-encoding')).toBeNull();
      expect(response.headers.get('vary')).toContain('Accept-Encoding');
      expect(await response.text()).toContain('heart failure');
    },
  );

  it.each(['gzip', 'deflate, gzip;q=0.5', 'GZIP;q=1.0,br', 'br,  gzip ; q=.1'])(
    'is for who takes “%s”',
    (accepted) => {
      const { response } = parts();
      const { headers } = encodedFor(asking(accepted), response);
      expect(headers.get('content-encoding')).toBe('gzip');
    },
  );

  it('that is refused goes as it is', () => {
    const refused = new Response('{}', { status: 403 });
    expect(encodedFor(asking('gzip'), refused).headers.get('content-encoding')).toBeNull();
  });
});
