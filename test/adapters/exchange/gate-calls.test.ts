import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isUnder } from '../../../src/adapters/exchange/request.ts';
import type { PatientRef } from '../../../src/domain/person.ts';
import { traced } from '../../fhir/summary/sample.ts';

import { base, exchange, fhir, ref, requestId, type Handler } from './fake-exchange.ts';

describe('the token', () => {
  it('goes with every setting that keeps it where it belongs', async () => {
    const { port, requests } = exchange(() => fhir({}));
    await port.trace(traced.nhsNumber);
    const [request] = requests;
    expect(request).toMatchObject({
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    expect(request?.headers.get('authorization')).toBe('Bearer secret-token');
    expect(request?.headers.get('x-request-id')).toBe(requestId);
    expect(request?.url).not.toContain('9990000018');
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

  it('the gate stays shut where dissent could not be read, and opens where only the log could not', async () => {
    const answer = (consent: Handler, audit: Handler) =>
      exchange((request) =>
        request.url.includes('/Consent') ? consent(request) : audit(request),
      ).port.standing(ref);
    const none = () => fhir({ resourceType: 'Bundle', type: 'searchset' });
    const broken = () => new Response('', { status: 500 });
    expect(await answer(broken, none)).toMatchObject({
      type: 'failed',
      failure: { kind: 'server' },
    });
    expect(await answer(() => fhir({}), none)).toMatchObject({
      type: 'failed',
      failure: { kind: 'bad-answer' },
    });
    expect(await answer(none, broken)).toEqual({
      type: 'ok',
      value: { dissent: false, earlierOpenings: { type: 'not-known' } },
    });
  });

  it('a page elsewhere is not followed, and the search counts as failed', async () => {
    const link = [{ relation: 'next', url: 'https://evil.test/Consent' }];
    const { port, requests } = exchange(() =>
      fhir({ resourceType: 'Bundle', type: 'searchset', link }),
    );
    expect(await port.standing(ref)).toMatchObject({ type: 'failed' });
    expect(requests.every(({ url }) => url.startsWith(`${base}/`))).toBe(true);
  });

  it('a refusal is reported in a code, and never blocks the refusal', async () => {
    const report = {
      reason: { type: 'not-clinician', roleText: 'Receptionist Jane' },
      patient: null as PatientRef | null,
      session: { patientId: '9990000018', encounterId: null, needPatientBanner: true },
    } as const;
    const { port, requests } = exchange(() => fhir({}, 201));
    expect(await port.reportRefusal(report)).toBe(true);
    const body = (await requests[0]?.text()) ?? '';
    expect(body).toContain('not-clinician');
    expect(body).not.toContain('Jane');
    expect(body).not.toContain('9990000018');
    expect(
      await exchange(() => Promise.reject(new TypeError('lost'))).port.reportRefusal(report),
    ).toBe(false);
  });
});
