import { describe, expect, it } from 'vitest';
import { traced } from '../../fhir/summary/sample.ts';
import { base, clinician, exchange, fhir, searchset } from './fake-exchange.ts';

const statement = { resourceType: 'CapabilityStatement', fhirVersion: '4.0.1', rest: [] };

describe('permission asked ahead of time', () => {
  it('is for the trace beside what the exchange can do, and for the record beside standing', async () => {
    const { port, ahead } = exchange(() => fhir(statement));
    await port.capable();
    expect(ahead.map(({ url }) => url)).toEqual([`${base}/Patient/_search`]);
    await port.standing(traced.ref, clinician);
    expect(ahead.map(({ url }) => url)).toEqual([`${base}/Patient/_search`, base]);
  });

  it('carries no token, nothing ambient and no body', async () => {
    const { port, ahead } = exchange(() => searchset());
    await port.capable();
    await port.standing(traced.ref, clinician);
    expect(ahead).toHaveLength(2);
    for (const request of ahead) {
      expect(request.headers.get('authorization')).toBeNull();
      expect([request.credentials, request.redirect, request.body]).toEqual([
        'omit',
        'error',
        null,
      ]);
    }
  });

  it.each([
    ['never comes', () => new Promise<Response>(() => undefined)],
    ['is refused', () => Promise.reject(new TypeError('CORS'))],
    ['is an error', () => new Response('', { status: 405 })],
  ])('that %s holds up nothing', async (_, answer) => {
    const { port } = exchange(() => searchset(), { ahead: answer });
    expect(await port.standing(traced.ref, clinician)).toMatchObject({ type: 'ok' });
  });

  it('and what the exchange can do are asked once, however early that was', async () => {
    const { port, requests, ahead } = exchange(() => fhir(statement));
    expect(await Promise.all([port.capable(), port.capable()])).toHaveLength(2);
    expect([requests.length, ahead.length]).toEqual([1, 1]);
  });
});
