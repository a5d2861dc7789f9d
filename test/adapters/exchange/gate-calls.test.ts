import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isUnder, open } from '../../../src/adapters/exchange/request.ts';
import { patientLine, traced } from '../../fhir/summary/sample.ts';

import { base, clinician, exchange, fhir, requestId, searchset } from './fake-exchange.ts';

describe('the token', () => {
  it('goes with every setting that keeps it where it belongs', async () => {
    const { port, requests } = exchange(() => fhir({}));
    await port.trace(traced.nhsNumber);
    const [request] = requests;
    expect(request).toMatchObject({
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
    expect(request?.headers.get('authorization')).toBe('Bearer secret-token');
    expect(request?.headers.get('x-request-id')).toBe(requestId);
    expect(request?.url).not.toContain('9990000018');
  });

  it('brings nothing that a browser may keep', async () => {
    const { port, requests } = exchange(() => searchset());
    await port.standing(traced.ref, clinician);
    expect(new Set(requests.map(({ method, cache }) => `${method} ${cache}`))).toEqual(
      new Set(['GET no-store']),
    );
  });

  it.each([
    'https://exchange.test/gp/fhirx/Patient',
    'https://exchange.test/gp/fhir/../x',
    'https://exchange.test.evil/gp/fhir/Patient',
    'https://u@exchange.test/gp/fhir/Patient',
    'http://exchange.test/gp/fhir/Patient',
  ])('never goes to %s', (url) => {
    expect(isUnder(base, url)).toBe(false);
    expect(isUnder(base, `${base}/Patient`)).toBe(true);
  });

  it('never leaves for an address that is not under the base', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    const wire = { base, timeoutMs: 1000, fetch, token: () => 'secret-token' };
    const call = { method: 'GET', url: 'https://evil.test/Patient', requestId } as const;
    expect(await open(wire, call)).toMatchObject({ type: 'failed' });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('is not sent along where there is none: nothing is', async () => {
    const { port, requests } = exchange(() => fhir({}), { token: null });
    expect(await port.trace(traced.nhsNumber)).toMatchObject({
      type: 'failed',
      failure: { kind: 'unauthorised' },
    });
    expect(requests).toEqual([]);
  });

  it('stays here when the exchange is only asked what it can do', async () => {
    const { port, requests } = exchange(() =>
      fhir({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1', rest: [] }),
    );
    expect(await port.capable()).toEqual({
      type: 'refused',
      reason: { type: 'unsupported-exchange' },
    });
    expect(requests[0]?.headers.get('authorization')).toBeNull();
  });
});

describe('the gate’s calls', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('an answer that never comes is a timeout, with a reference to read out', async () => {
    const { port } = exchange(
      (request) =>
        new Promise((_, reject) =>
          request.signal.addEventListener('abort', () => reject(new Error('aborted'))),
        ),
    );
    const traced_ = port.trace(traced.nhsNumber);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await traced_).toEqual({
      type: 'failed',
      failure: { kind: 'timeout', status: null, reference: 'A1B2C3' },
    });
  });

  it.each([
    [401, 'unauthorised'],
    [403, 'forbidden'],
    [409, 'conflict'],
    [500, 'server'],
    [503, 'server'],
  ])('a %d is %s', async (status, kind) => {
    const { port } = exchange(() => new Response('<p>', { status }));
    expect(await port.trace(traced.nhsNumber)).toMatchObject({
      type: 'failed',
      failure: { kind, status },
    });
  });

  it('a value nobody honest would send closes, and is told where it came from', async () => {
    const name = [{ family: 'Oka\u202Efor' }];
    const { port } = exchange(() => searchset([{ ...patientLine, name }]));
    expect(await port.trace(traced.nhsNumber)).toEqual({
      type: 'refused',
      reason: { type: 'implausible', where: 'exchange', what: 'name' },
    });
  });
});
