/** Nothing may be printed on anything less than the stored event of this very printing. */
import { describe, expect, it } from 'vitest';
import { receiptOf } from '../../../src/domain/access.ts';
import type { PatientRef } from '../../../src/domain/person.ts';
import { agent } from '../../fhir/gate/samples.ts';
import { exchange, fhir, type Handler, ruled } from './fake-exchange.ts';
import { launch, open } from './reference.ts';

const patient = 'opaque-1' as PatientRef;
const receipt = receiptOf({
  ...{ consentId: 'c1', decisionId: 'd1', patient, user: 'Practitioner/1' },
  ...{ basis: 'permission', recordedAt: '2026-11-22T10:00:00Z', until: null },
});
const at = '2026-11-22T10:05:00Z';

/** The event as stored, with what a test changes in it. */
const stores =
  (more: object = {}, status = 201): Handler =>
  async (request) => {
    const sent = (await request.clone().json()) as object;
    return fhir({ ...sent, id: 'e1', recorded: at, agent: [agent({})], ...more }, status);
  };

const print = (handler: Handler) => {
  const { port, requests } = exchange(handler);
  return { requests, outcome: port.recordPrint('p1', patient, receipt) };
};

describe('a printing', () => {
  it('counts once the exchange sends back what it stored, at the exchange’s time', async () => {
    const { outcome, requests } = print(stores());
    expect(await outcome).toEqual({ type: 'ok', value: at });
    const [request] = requests;
    expect(request?.headers.get('x-request-id')).toBe('p1');
    const sent = await request?.text();
    expect(sent).toContain('"reference":"Consent/c1"');
    expect(sent).toContain('"reference":"Patient/opaque-1"');
  });

  it('sent again is acknowledged by a 200', async () => {
    expect(await print(stores({}, 200)).outcome).toEqual({ type: 'ok', value: at });
  });

  it.each([
    ['an empty 201', () => new Response('', { status: 201 })],
    ['a 202', stores({}, 202)],
    ['no answer', () => Promise.reject(new TypeError('lost'))],
    ['a 503', () => new Response('', { status: 503 })],
    ['a 409', () => new Response('', { status: 409 })],
    ['another event', stores({ subtype: [] })],
    ['another patient’s', stores({ entity: [{ what: { reference: 'Patient/opaque-2' } }] })],
    ['one that failed', stores({ outcome: '8' })],
    ['one without the exchange’s time', stores({ recorded: '2026-11-22' })],
    ['one without an id', stores({ id: undefined })],
  ] satisfies readonly (readonly [string, Handler])[])('%s records nothing', async (_, handler) => {
    expect(await print(handler).outcome).toMatchObject({ type: 'failed' });
  });

  it('closes the record where the patient has chosen not to share', async () => {
    expect(await print(() => ruled('dissent')).outcome).toEqual({
      type: 'refused',
      reason: { type: 'dissent' },
    });
  });
});

describe('a printing at the reference exchange', () => {
  it('is in the log’s one row of this launch', async () => {
    const launched = await launch('grace');
    const { verified, receipt: opened } = await open(launched);
    const { ref } = verified.patient;
    const log = () => launched.adapter.log(ref, verified.clinician, opened);
    expect(await log()).toMatchObject({ value: [{ isYou: true, printed: false }] });
    const printed = await launched.adapter.recordPrint(crypto.randomUUID(), ref, opened);
    expect(printed).toEqual({ type: 'ok', value: '2026-11-22T10:00:00.000Z' });
    expect(await log()).toMatchObject({ value: [{ isYou: true, printed: true }] });
  });
});
