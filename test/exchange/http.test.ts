import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { numbers } from './fixtures.ts';
import { appOrigin, base, createSetting, traceOf } from './setting.ts';

const preflight = (origin: string): Request =>
  new Request(`${base}/Patient/_search`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,x-request-id',
    },
  });

describe('CORS', () => {
  it('answers a preflight of exactly the app’s origin, without credentials', async () => {
    const { exchange } = await createSetting();
    const response = await exchange.fetch(preflight(appOrigin));
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(appOrigin);
    const allowed = response.headers.get('access-control-allow-headers')?.split(', ') ?? [];
    for (const name of ['authorization', 'content-type', 'accept', 'x-request-id']) {
      expect(allowed).toContain(name);
    }
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('allows no other origin, however like it', async () => {
    const { exchange } = await createSetting();
    for (const origin of ['https://app.test.evil', 'http://app.test', 'https://APP.test', 'null']) {
      const response = await exchange.fetch(preflight(origin));
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(response.headers.get('access-control-allow-headers')).toBeNull();
    }
  });

  it('exposes what the app must read, on refusals too', async () => {
    const setting = await createSetting();
    const response = await setting.call('unknown', '/Consent', { headers: { origin: appOrigin } });
    expect(response.status).toBe(401);
    expect(response.headers.get('access-control-allow-origin')).toBe(appOrigin);
    expect(response.headers.get('access-control-expose-headers')).toContain('www-authenticate');
  });
});

describe('every answer', () => {
  it('is not to be stored, echoes the request id, and varies by Accept and Origin', async () => {
    const setting = await createSetting();
    const headers = { 'x-request-id': '7f3k-0001' };
    const response = await setting.call('gp-ada', '/Consent', { headers });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-request-id')).toBe('7f3k-0001');
    expect(response.headers.get('vary')).toMatch(/Origin.*Accept/);
  });

  it('echoes no request id that is not one', async () => {
    const setting = await createSetting();
    const headers = { 'x-request-id': '<script>' };
    const response = await setting.call('gp-ada', '/Consent', { headers });
    expect(response.headers.get('x-request-id')).toBeNull();
  });
});

describe('hostile input', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const fhir = { 'content-type': 'application/fhir+json' };
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const cases: readonly (readonly [string, string, RequestInit, number])[] = [
    [
      'a form without identifier',
      '/Patient/_search',
      { method: 'POST', headers: form, body: 'x=1' },
      400,
    ],
    [
      'two identifiers',
      '/Patient/_search',
      { method: 'POST', headers: form, body: 'identifier=a&identifier=b' },
      400,
    ],
    [
      'a number with letters',
      '/Patient/_search',
      {
        method: 'POST',
        headers: form,
        body: 'identifier=https://fhir.nhs.uk/Id/nhs-number|999000001X',
      },
      400,
    ],
    [
      'JSON where a form belongs',
      '/Patient/_search',
      { method: 'POST', headers: fhir, body: '{}' },
      400,
    ],
    ['broken JSON', '', { method: 'POST', headers: fhir, body: '{"a":' }, 400],
    ['JSON nested a hundred thousand deep', '', { method: 'POST', headers: fhir, body: deep }, 400],
    [
      'a prototype in JSON',
      '',
      { method: 'POST', headers: fhir, body: '{"__proto__":{"resourceType":"Bundle"}}' },
      400,
    ],
    [
      'XML',
      '',
      { method: 'POST', headers: { 'content-type': 'application/fhir+xml' }, body: '<a/>' },
      415,
    ],
    [
      'a body too large',
      '',
      { method: 'POST', headers: fhir, body: `"${'x'.repeat(300_000)}"` },
      413,
    ],
    ['an unknown patient id', '/Patient/nobody/$summary', {}, 403],
    ['an id that is a path', '/Patient/..%2F..%2Fhealth/$summary', {}, 403],
    ['a search by another column', '/AuditEvent?patient=Patient/a%20OR%201=1', {}, 400],
    ['a cursor that is no number', '/AuditEvent?patient=Patient/a&_cursor=1;DROP', {}, 400],
    ['a Patient read', '/Patient/1', {}, 405],
  ];
  for (const [name, path, init, status] of cases) {
    it(`${name} is ${status} with an OperationOutcome`, async () => {
      const setting = await createSetting();
      const response = await setting.call('gp-ada', path, init);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ resourceType: 'OperationOutcome' });
    });
  }

  it('takes brackets inside strings for what they are', async () => {
    const setting = await createSetting();
    const body = JSON.stringify({
      resourceType: 'AuditEvent',
      outcome: '8',
      outcomeDesc: `\\"${'['.repeat(99)}`,
    });
    const headers = { 'content-type': 'application/fhir+json' };
    const answer = await setting.call('gp-ada', '/AuditEvent', { method: 'POST', headers, body });
    expect(answer.status).toBe(201);
  });

  it('says nothing of a number it was sent', async () => {
    const setting = await createSetting();
    const body = await (await traceOf(setting, 'gp-ada', numbers.ben)).text();
    expect(body).not.toContain(numbers.ben);
  });
});

describe('what is open', () => {
  it('is capability, health and public keys, and no sandbox unless asked for', async () => {
    const { exchange } = await createSetting({ sandbox: false });
    const get = (path: string) => exchange.fetch(new Request(`https://exchange.test${path}`));
    const statement = z.looseObject({ fhirVersion: z.string(), rest: z.array(z.unknown()) });
    for (const path of ['/metadata', '/gp/fhir/metadata']) {
      const body = statement.parse(await (await get(path)).json());
      expect(body.fhirVersion).toBe('4.0.1');
      expect(JSON.stringify(body.rest)).toContain('summary');
      expect(JSON.stringify(body.rest)).toContain('transaction');
    }
    expect((await get('/health')).status).toBe(200);
    const jwks = await (await get('/.well-known/jwks.json')).text();
    expect(jwks).toContain('"kty"');
    expect(jwks).not.toContain('"d"');
    for (const path of ['/sandbox/audit', '/sandbox/sources', '/nowhere/fhir/metadata']) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('takes sandbox switches as JSON only, which no other web page may send unasked', async () => {
    const { exchange } = await createSetting();
    const post = (type: string) =>
      exchange.fetch(
        new Request('https://exchange.test/sandbox/sources', {
          method: 'POST',
          headers: { 'content-type': type },
          body: JSON.stringify({ key: 'ouh', state: 'down' }),
        }),
      );
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/json']) {
      expect((await post(type)).status).toBe(415);
    }
    const listed = await exchange.fetch(new Request('https://exchange.test/sandbox/sources'));
    expect(await listed.text()).not.toContain('"down"');
    expect((await post('application/json; charset=utf-8')).status).toBe(200);
  });
});
