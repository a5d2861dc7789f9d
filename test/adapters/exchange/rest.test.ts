import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as rest from '../../../src/adapters/exchange/rest.ts';
import type { SummaryEvent } from '../../../src/flow/ports.ts';
import {
  base,
  clinician,
  exchange,
  fhir,
  type Handler,
  receipt,
  ref,
  searchset,
  terms,
  verified as patientAlone,
} from './fake-exchange.ts';
import { decide, launch } from './reference.ts';

const code = vi.hoisted(() => ({ comes: false }));

vi.mock('../../../src/adapters/exchange/rest.ts', async (original) => {
  const { restOf } = await original<typeof rest>();
  return {
    get restOf() {
      if (!code.comes) throw new TypeError('Failed to fetch dynamically imported module');
      return restOf;
    },
  };
});

beforeEach(() => {
  code.comes = false;
});

const verified = { ...patientAlone, clinician };
const decided = decide(verified, { type: 'patient-agreed' }, { terms: terms.version });
const offline = { type: 'failed', failure: { kind: 'offline', status: null } };
const silent: Handler = () => Promise.reject(new TypeError('lost'));

describe('while the code of all that follows an answer can not be fetched', () => {
  it('nothing is recorded, and the network is said to be missing', async () => {
    const { port, requests } = exchange(() => fhir({}));
    await port.fetchRest();
    const outcome = await port.record(verified, decided);
    expect(outcome).toMatchObject(offline);
    expect(outcome.type === 'failed' && outcome.failure.reference).toMatch(/^[\dA-Z]{6}$/);
    expect(requests).toEqual([]);
  });

  it('a summary that is asked for is interrupted, and shows nothing', async () => {
    const { port, requests } = exchange(() => fhir({}));
    const events: SummaryEvent[] = [];
    const { signal } = new AbortController();
    await port.retrieve(verified, receipt('permission'), (event) => events.push(event), signal);
    expect(events).toEqual([{ type: 'interrupted' }]);
    expect(requests).toEqual([]);
  });

  it('nothing is said of a summary that nobody waits for any more', async () => {
    const { port } = exchange(() => fhir({}));
    const events: SummaryEvent[] = [];
    const signal = AbortSignal.abort();
    await port.retrieve(verified, receipt('permission'), (event) => events.push(event), signal);
    code.comes = true;
    await port.retrieve(verified, receipt('permission'), (event) => events.push(event), signal);
    expect(events).toEqual([]);
  });

  it.each([
    ['the terms', (port: Port) => port.recordTerms('accepted')],
    ['telling the patient', (port: Port) => port.recordTold('c1', 'told')],
    ['the log', (port: Port) => port.log(ref, clinician, receipt('permission'))],
    ['a printing', (port: Port) => port.recordPrint('p1', ref, receipt('permission'))],
    ['the review feed', (port: Port) => port.review()],
  ])('%s fails in words, and closes nothing', async (_, ask) => {
    const { port, requests } = exchange(() => fhir({}));
    expect(await ask(port)).toMatchObject(offline);
    expect(requests).toEqual([]);
  });

  it('a refusal is reported all the same, and so is a question that was left', async () => {
    const { port, requests } = exchange(() => fhir({}, 201));
    const reason = { type: 'closed-by-user' } as const;
    const { session } = await launched();
    expect(await port.reportRefusal({ reason, patient: ref, session })).toBe(true);
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST ${base}/AuditEvent`,
    ]);
    expect(requests[0]?.keepalive).toBe(true);
  });

  it('a permission that stood is revoked', async () => {
    const first = await launch('grace', 'sam-patel', { encounter: 'enc-1' });
    code.comes = true;
    const at = await first.verified();
    expect(await first.adapter.record(at, decide(at))).toMatchObject({ type: 'ok' });
    code.comes = false;
    first.relaunch();
    const read = await first.adapter.standing(at.patient.ref, at.clinician);
    const [permit] = read.type === 'ok' ? read.value.ownPermits : [];
    await first.adapter.revoke(permit?.consentId ?? '');
    expect(await first.standing(at.patient.ref)).toBe(0);
  });
});

describe('once that code comes', () => {
  it('the next press records the same decision, once', async () => {
    const { adapter, asked, verified: verify, standing } = await launch('grace');
    const at = await verify();
    const decision = decide(at);
    expect(await adapter.record(at, decision)).toMatchObject(offline);
    expect(await standing(at.patient.ref)).toBe(0);
    code.comes = true;
    expect(await adapter.record(at, decision)).toMatchObject({
      type: 'ok',
      value: { decisionId: decision.decisionId },
    });
    expect(asked.filter((call) => call === 'POST ')).toHaveLength(1);
    expect(await standing(at.patient.ref)).toBe(1);
  });

  it('a record without an answer is tried again as the very same request', async () => {
    const { port, requests } = exchange(silent);
    await port.record(verified, decided);
    code.comes = true;
    await Promise.all([port.fetchRest(), port.record(verified, decided)]);
    await port.record(verified, decided);
    const [first, second] = await Promise.all(
      requests.map(async (sent) => [sent.headers.get('x-request-id'), await sent.text()]),
    );
    expect(requests).toHaveLength(2);
    expect(second).toEqual(first);
  });
});

describe('a decision that is withdrawn', () => {
  it('is looked for once the answer to its record is there, and no sooner', async () => {
    code.comes = true;
    let answer: (response: Response) => void = () => undefined;
    const held = new Promise<Response>((resolve) => (answer = resolve));
    const { port, requests } = exchange(({ method }) => (method === 'POST' ? held : searchset()));
    const recording = port.record(verified, decided);
    await vi.waitUntil(() => requests.length > 0);
    const withdrawn = port.withdraw(ref, decided.decisionId);
    // One that was never sent is looked for at once: by then the other would have been, too.
    await port.withdraw(ref, 'never-sent');
    expect(requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
    answer(fhir({}, 503));
    await Promise.all([recording, withdrawn]);
    expect(requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
  });

  it('is not recorded any more once the code of its record comes, and is waited for no longer', async () => {
    code.comes = true;
    const { port, requests } = exchange(() => searchset());
    const recording = port.record(verified, decided);
    await port.withdraw(ref, decided.decisionId);
    expect(await recording).toMatchObject(offline);
    expect(requests.map(({ method }) => method)).toEqual(['GET']);
  });

  it('is looked for all the same where the code of its record did not come', async () => {
    const { port, requests } = exchange(() => searchset());
    await port.record(verified, decided);
    await port.withdraw(ref, decided.decisionId);
    expect(requests.map(({ method }) => method)).toEqual(['GET']);
  });
});

type Port = ReturnType<typeof exchange>['port'];

async function launched() {
  return (await launch('grace')).verified();
}
