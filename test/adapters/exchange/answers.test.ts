import { describe, expect, it } from 'vitest';
import type { PatientRef } from '../../../src/domain/person.ts';
import type { ClosedReason } from '../../../src/flow/closed.ts';
import { agent } from '../../fhir/gate/samples.ts';
import { exchange, fhir, type Handler, ruled, terms } from './fake-exchange.ts';

/** Stores the event as the exchange does: the agents are its own words, the rest is kept. */
const stores: Handler = async (request) => {
  const sent = (await request.clone().json()) as { agent: [{ policy?: string[] }] };
  return fhir({ ...sent, id: 'e1', agent: [agent({ policy: sent.agent[0].policy })] }, 201);
};
const lost: Handler = () => Promise.reject(new TypeError('lost'));
const status =
  (code: number): Handler =>
  () =>
    new Response('', { status: code });

/** Answers one after the other; the last of them for ever. */
function inTurn(...handlers: readonly Handler[]): Handler {
  let turn = 0;
  return (request) => {
    const handler = handlers[Math.min(turn, handlers.length - 1)] ?? lost;
    turn += 1;
    return handler(request);
  };
}

describe('an answer about the terms, or about telling the patient', () => {
  it('counts once the exchange sends back what it stored', async () => {
    const { port, requests } = exchange(stores);
    expect(await port.recordTerms('accepted')).toEqual({ type: 'ok', value: true });
    expect(await port.recordTold('c1', 'unsafe-to-tell')).toEqual({ type: 'ok', value: true });
    const [first, second] = await Promise.all(requests.map((request) => request.text()));
    expect(first).toContain(`"policy":["${terms.url}|${terms.version}"]`);
    expect(first).toContain('terms-accepted');
    expect(second).toContain('"reference":"Consent/c1"');
  });

  it.each([
    ['an empty answer', status(201)],
    [
      'a 202',
      async (request: Request) => {
        const stored = await stores(request);
        return new Response(stored.body, { status: 202, headers: stored.headers });
      },
    ],
    ['another resource', () => fhir({ resourceType: 'Basic' }, 201)],
    ['another event', () => fhir({ resourceType: 'AuditEvent', recorded: '', agent: [] }, 201)],
    ['no answer', lost],
    ['a refusal', status(403)],
  ])('%s is no acknowledgement', async (_, handler) => {
    expect(await exchange(handler).port.recordTerms('put-off')).toMatchObject({ type: 'failed' });
    expect(await exchange(handler).port.recordTold('c1', 'told')).toMatchObject({ type: 'failed' });
  });

  it('is the same call when it is given again, and another where it differs', async () => {
    const { port, requests } = exchange(inTurn(lost, stores));
    await port.recordTold('c1', 'told');
    await port.recordTold('c1', 'told');
    await port.recordTold('c1', 'not-yet-told');
    await port.recordTold('c2', 'told');
    const ids = requests.map(({ headers }) => headers.get('x-request-id'));
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
    const [first, again] = await Promise.all(requests.map((request) => request.text()));
    expect(again).toBe(first);
  });

  it('says in words what the exchange refused', async () => {
    const { port } = exchange(() => ruled('terms'));
    expect(await port.recordTerms('put-off')).toEqual({
      type: 'refused',
      reason: { type: 'terms-not-accepted' },
    });
  });
});

describe('a refusal of the app’s own', () => {
  const report = (reason: ClosedReason) =>
    ({
      reason,
      patient: null as PatientRef | null,
      session: {
        ...{ patientId: '9990000018', encounterId: null, needPatientBanner: true },
        ...{ nhsNumbersInContext: [], reopens: null },
      },
    }) as const;
  const wrongRole = report({ type: 'not-clinician', roleText: 'Receptionist Jane' });

  it('is reported in a code, without anybody’s words or numbers', async () => {
    const { port, requests } = exchange(() => fhir({}, 201));
    expect(await port.reportRefusal(wrongRole)).toBe(true);
    const body = (await requests[0]?.text()) ?? '';
    expect(body).toContain('not-clinician');
    expect(body).not.toContain('Jane');
    expect(body).not.toContain('9990000018');
  });

  it('is tried again for a while as the very same report', async () => {
    const { port, requests, waits } = exchange(
      inTurn(lost, status(503), status(429), status(408), stores),
    );
    expect(await port.reportRefusal(wrongRole)).toBe(true);
    expect(waits).toEqual([1000, 4000, 15_000, 60_000]);
    expect(new Set(requests.map(({ headers }) => headers.get('x-request-id'))).size).toBe(1);
    const bodies = await Promise.all(requests.map((request) => request.text()));
    expect(new Set(bodies).size).toBe(1);
  });

  it('is given up at last', async () => {
    const { port, requests } = exchange(lost);
    expect(await port.reportRefusal(wrongRole)).toBe(false);
    expect(requests).toHaveLength(5);
  });

  it.each([400, 401, 403, 409])('is not tried again after a %d', async (code) => {
    const { port, requests, waits } = exchange(status(code));
    expect(await port.reportRefusal(wrongRole)).toBe(false);
    expect([requests.length, waits]).toEqual([1, []]);
  });

  it('is not tried again once the token is gone', async () => {
    const { port, requests, waits } = exchange(stores, { token: null });
    expect(await port.reportRefusal(wrongRole)).toBe(false);
    expect([requests, waits]).toEqual([[], []]);
  });

  it.each<[ClosedReason, string]>([
    [{ type: 'implausible', where: 'host', what: 'birth-date' }, 'implausible-host-birth-date'],
    [{ type: 'deceased', notice: 'formal' }, 'deceased-formal'],
    [{ type: 'own-record', certainty: 'likely' }, 'own-record-likely'],
    [
      {
        type: 'mismatch',
        match: {
          ...{ type: 'shut', toConfirm: [] },
          fields: [{ field: 'birthDate', verdict: 'differs', host: 'a', exchange: 'b' }],
        },
      },
      'mismatch-birth-date',
    ],
  ])('%j has a code that an exchange takes', async (reason, code) => {
    const { port, requests } = exchange(stores);
    await port.reportRefusal(report(reason));
    expect(await requests[0]?.json()).toMatchObject({ outcomeDesc: code });
    expect(code).toMatch(/^[a-z][a-z-]{0,63}$/);
  });
});
