import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createExchange } from '../../../src/adapters/exchange/exchange.ts';
import { isUnder } from '../../../src/adapters/exchange/request.ts';
import { receiptOf } from '../../../src/domain/access.ts';
import type { PatientRef } from '../../../src/domain/person.ts';
import { codeSystem } from '../../../src/fhir/systems.ts';
import type { SummaryEvent } from '../../../src/flow/ports.ts';
import type { Verified } from '../../../src/flow/state.ts';
import {
  composition,
  lastLine,
  organisationLine,
  outcome,
  patientLine,
  section,
  sections,
  subject,
  traced,
} from '../../fhir/summary/sample.ts';

const base = 'https://exchange.test/gp/fhir';
const requestId = 'a1b2c3d4-0000-4000-8000-000000000001';
const ref = traced.ref;
// Only what the exchange is asked about is read of it.
const verified = { patient: { ref, nhsNumber: traced.nhsNumber } } as Verified;
const receipt = (basis: 'permission' | 'break-glass') =>
  receiptOf({ consentId: 'c1', basis, recordedAt: '2026-11-22T10:00:00Z', until: null });

type Handler = (request: Request) => Response | Promise<Response>;

function exchange(
  handler: Handler,
  more: { token?: string | null; maxBytes?: number; category?: boolean } = {},
) {
  const requests: Request[] = [];
  const port = createExchange(
    {
      base,
      timeoutMs: 1000,
      maxBytes: more.maxBytes ?? 100_000,
      sendBreakGlassCategory: more.category ?? false,
      attestation: '',
    },
    {
      token: () => (more.token === undefined ? 'secret-token' : more.token),
      now: () => new Date('2026-11-22T10:00:00Z'),
      newId: () => requestId,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        requests.push(request);
        return handler(request);
      },
    },
  );
  return { port, requests };
}

const fhir = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/fhir+json', ...headers },
  });
const refusal = (code: string, status = 403) =>
  fhir(
    {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', details: { coding: [{ system: codeSystem.spine, code }] } }],
    },
    status,
  );

function stream(
  chunks: readonly (string | Uint8Array)[],
  type = 'application/fhir+ndjson',
  breaks = false,
) {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks)
        controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
      if (breaks) controller.error(new TypeError('connection lost'));
      else controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': type } });
}

async function retrieved(
  handler: Handler,
  more: Parameters<typeof exchange>[1] & { basis?: 'permission' | 'break-glass' } = {},
) {
  const { port, requests } = exchange(handler, more);
  const events: SummaryEvent[] = [];
  const { signal } = new AbortController();
  await port.retrieve(
    verified,
    receipt(more.basis ?? 'permission'),
    (event) => events.push(event),
    signal,
  );
  return { events, last: events.at(-1), requests };
}

const condition = {
  resourceType: 'Condition',
  id: 'c1',
  subject,
  code: { text: 'Ménière’s disease' },
};
const commit = composition([section(sections.problems, ['Condition/c1'])]);
const line = (resource: unknown) => `${JSON.stringify(resource)}\n`;
const whole = [patientLine, organisationLine, condition, commit, outcome('answered'), lastLine].map(
  line,
);
const itemsIn = (events: readonly SummaryEvent[]) =>
  events.flatMap((event) => (event.type === 'part' ? event.part.items : []));

describe('a summary that arrives badly', () => {
  it('comes through whole, whatever the chunks', async () => {
    const bytes = new TextEncoder().encode(whole.join('').replaceAll('\n', '\r\n\n'));
    const chunks = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) =>
      bytes.slice(at * 7, at * 7 + 7),
    );
    const { events, last } = await retrieved(() => stream(chunks));
    expect(itemsIn(events).map(({ title }) => title)).toEqual(['Ménière’s disease']);
    expect(last).toEqual({ type: 'finished' });
  });

  it.each([
    ['without its last line', whole.slice(0, -1)],
    ['in the middle of a line', [...whole.slice(0, 4), '{"resourceType":"Ope']],
    ['with a last line nobody ended', [...whole.slice(0, -1), JSON.stringify(lastLine)]],
    ['with a line that is no JSON', [...whole.slice(0, 4), '<html>\n', ...whole.slice(4)]],
    ['with bytes that are no text', [...whole.slice(0, 4), new Uint8Array([0xff, 0xfe, 0x0a])]],
  ])('one that ends %s is interrupted, and what was committed stays', async (_, chunks) => {
    const { events, last } = await retrieved(() => stream(chunks));
    expect(last).toEqual({ type: 'interrupted' });
    expect(itemsIn(events)).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'finished')).toEqual([]);
  });

  it.each([
    ['a lost connection', () => stream([], 'application/fhir+ndjson', true)],
    ['no connection', () => Promise.reject(new TypeError('failed'))],
    ['a busy exchange', () => new Response('', { status: 503, headers: { 'retry-after': '20' } })],
  ])('%s is an interruption that may be asked again', async (_, handler) => {
    expect((await retrieved(handler)).last).toEqual({ type: 'interrupted' });
  });

  it.each([
    ['401', () => new Response('', { status: 401 }), 'unauthorised'],
    ['403', () => refusal('NO_RELATIONSHIP'), 'forbidden'],
    ['404', () => fhir({}, 404), 'not-found'],
    ['HTML', () => new Response('<p>', { headers: { 'content-type': 'text/html' } }), 'bad-answer'],
    [
      'a bundle of another kind',
      () => fhir({ resourceType: 'Bundle', type: 'searchset', entry: [] }),
      'bad-answer',
    ],
  ])('%s releases nothing', async (_, handler, kind) => {
    const { events } = await retrieved(handler);
    expect(events).toMatchObject([
      { type: 'refused', reason: { type: 'release-refused', failure: { kind } } },
    ]);
  });

  it.each(['application/fhir+ndjson', 'application/fhir+json'])(
    'an answer of %s over the limit is refused',
    async (type) => {
      const { last } = await retrieved(() => stream(whole, type), { maxBytes: 200 });
      expect(last).toMatchObject({ type: 'refused', reason: { failure: { kind: 'too-large' } } });
    },
  );

  it('dissent closes, in words of its own', async () => {
    const { last } = await retrieved(() => refusal('NO_PATIENT_CONSENT'));
    expect(last).toEqual({ type: 'refused', reason: { type: 'dissent' } });
  });

  it('another patient’s line closes, and nothing after it is said', async () => {
    const theirs = line({ ...condition, id: 'c2', subject: { reference: 'Patient/other' } });
    const { events, last } = await retrieved(() =>
      stream([...whole.slice(0, 4), theirs, ...whole.slice(4)]),
    );
    expect(last).toEqual({ type: 'refused', reason: { type: 'wrong-patient' } });
    expect(events.filter(({ type }) => type === 'finished')).toEqual([]);
  });

  it('says nothing once the launch is over', async () => {
    const controller = new AbortController();
    const { port } = exchange(() => stream(whole));
    const events: SummaryEvent[] = [];
    await port.retrieve(
      verified,
      receipt('permission'),
      (event) => {
        events.push(event);
        controller.abort();
      },
      controller.signal,
    );
    expect(events).toHaveLength(1);
  });

  it('says "break glass" in a header only where the exchange is set to take it', async () => {
    const category = async (more: object) =>
      (await retrieved(() => stream(whole), more)).requests[0]?.headers.get('category');
    expect(await category({ basis: 'break-glass', category: true })).toContain('v3-ActReason#BTG');
    expect(await category({ basis: 'break-glass' })).toBeNull();
    expect(await category({ basis: 'permission', category: true })).toBeNull();
  });
});

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
