import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startHost } from './host-under-test.ts';
import type { HostUnderTest } from './host-under-test.ts';

const received: unknown[] = [];
let refuse = false;
const answers: Readonly<Record<string, unknown>> = {
  '/sandbox/sources': {
    sources: [{ key: 'ouh', name: 'Acute <trust>', state: 'slow', latencyMs: 350 }],
  },
  '/sandbox/audit': {
    events: [
      {
        seq: 1,
        recorded: '2026-11-22T10:00:00Z',
        type: 'trace',
        outcome: '0',
        user: 'Dr A',
        hash: 'aa',
      },
      {
        seq: 2,
        recorded: '2026-11-22T10:01:00Z',
        type: 'release',
        outcome: '8',
        patient: '999 *** 0018',
      },
    ],
  },
  '/sandbox/audit/2': {
    resourceType: 'AuditEvent',
    outcomeDesc: '<script>not here</script>',
  },
};

/** The exchange's sandbox control, reduced to what it answers. */
const control = createServer((req, res) => {
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    if (req.method === 'POST') received.push(JSON.parse(Buffer.concat(chunks).toString()));
    const untyped = req.method === 'POST' && req.headers['content-type'] !== 'application/json';
    const held = (req.url ?? '') in answers;
    res.statusCode = refuse ? 500 : untyped ? 415 : held ? 200 : 404;
    res.end(JSON.stringify(answers[req.url ?? ''] ?? {}));
  });
});

let host: HostUnderTest;
beforeAll(async () => {
  await new Promise<void>((ready) => control.listen(0, '127.0.0.1', ready));
  const { port } = control.address() as AddressInfo;
  host = await startHost({ exchangeOrigin: `http://127.0.0.1:${port}` });
});
beforeEach(() => {
  refuse = false;
  received.length = 0;
});
afterAll(async () => {
  await host.stop();
  control.close();
});

const send = (fields: Readonly<Record<string, string>>) =>
  fetch(`${host.origin}/sandbox/sources`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

describe('the sandbox page', () => {
  it('shows the sources’ state and the exchange’s audit trail, newest first', async () => {
    const page = await (await fetch(`${host.origin}/sandbox`)).text();
    expect(page).toContain('Acute &lt;trust&gt;');
    expect(page).toMatch(/class="state slow">\s*Slow/);
    expect(page.indexOf('release')).toBeGreaterThan(0);
    expect(page.indexOf('release')).toBeLessThan(page.indexOf('trace'));
    expect(page).toContain('22-Nov-2026 10:01');
  });

  it.each([
    ['user=Dr+A', ['1']],
    ['kind=release', ['2']],
    ['kind=release&user=', ['2']],
    ['user=Dr+A&kind=release', []],
    ['user=&kind=', ['2', '1']],
    ['kind=%3Cb%3E', []],
  ])('shows of the trail what %s asks for', async (query, expected) => {
    const page = await (await fetch(`${host.origin}/sandbox?${query}`)).text();
    const rows = [...page.matchAll(/href="\/sandbox\/audit\/(\d+)"/g)].map(([, seq]) => seq);
    expect(rows).toEqual(expected);
    expect(page).not.toContain('<b>');
  });

  it('keeps what was asked for in the form, and says that there is nothing of it', async () => {
    const page = await (await fetch(`${host.origin}/sandbox?kind=told`)).text();
    expect(page).toMatch(/<option value="told" selected\s*>told/);
    expect(page).toContain('Nothing recorded of these.');
  });

  it('shows one event in full, as text', async () => {
    const response = await fetch(`${host.origin}/sandbox/audit/2`);
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain('&quot;resourceType&quot;: &quot;AuditEvent&quot;');
    expect(page).toContain('&lt;script&gt;not here');
    expect(page).not.toContain('<script');
  });

  it.each(['3', '0', '-2', '2%2F..%2F2', 'x', '99999999999'])(
    'says that there is no event %s',
    async (seq) => {
      const response = await fetch(`${host.origin}/sandbox/audit/${seq}`);
      expect(response.status).toBe(404);
      expect(await response.text()).toMatch(/No such audit event|Not found/);
    },
  );

  it('passes a change of a source on', async () => {
    const response = await send({ key: 'ouh', state: 'down', latencyMs: '900' });
    expect(response.status).toBe(303);
    expect(received).toEqual([{ key: 'ouh', state: 'down', latencyMs: 900 }]);
  });

  it.each([
    { key: 'ouh', state: 'on fire' },
    { key: 'ouh', state: 'up', latencyMs: '-1' },
    { key: 'ouh', state: 'up', latencyMs: '1e9' },
  ])('does not pass on %j', async (fields) => {
    expect((await send(fields)).status).toBe(400);
    expect(received).toEqual([]);
  });

  it('says so where the exchange does not take a change, or does not answer', async () => {
    refuse = true;
    const response = await send({ key: 'ouh', state: 'down' });
    expect(response.status).toBe(502);
    const page = await response.text();
    expect(page).toContain('The exchange did not take this change.');
    expect(page).toContain('The exchange did not answer.');
  });
});
