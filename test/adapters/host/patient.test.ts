import './browser-globals.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { type ALaunch, aLaunch } from './a-launch.ts';
import type { Host } from '../../../src/adapters/host/host.ts';
import { base, settings } from './smart-host.ts';

const session = {
  patientId: 'p-1',
  encounterId: null,
  needPatientBanner: true,
  nhsNumbersInContext: [],
  reopens: null,
};
let launch: ALaunch;
let host: Host;

beforeEach(async () => {
  launch = await aLaunch();
  host = launch.open();
});

describe('the patient', () => {
  it('is read once, and already while the sign-in is being verified', async () => {
    await host.complete();
    expect(launch.smart.asked).toContain(`GET ${base}/Patient/p-1`);
    expect(await host.readPatient(session)).toMatchObject({
      type: 'ok',
      value: { id: 'p-1', nhsNumber: '9990000018' },
    });
    expect(launch.smart.asked.filter((asked) => asked.includes('/Patient/'))).toHaveLength(1);
  });

  it('may be asked for again after a failure', async () => {
    launch.smart.instead.set(`${base}/Patient/p-1`, () => new Response('', { status: 502 }));
    expect(await host.readPatient(session)).toMatchObject({
      type: 'failed',
      failure: { status: 502 },
    });
    launch.smart.instead.clear();
    expect(await host.readPatient(session)).toMatchObject({ type: 'ok' });
  });

  it.each([
    ['another patient', { id: 'p-2' }],
    ['another kind of resource', { resourceType: 'Person' }],
  ])('is refused where the host answers with %s', async (_, wrong) => {
    Object.assign(launch.smart.resources['Patient/p-1'] ?? {}, wrong);
    expect(await host.readPatient(session)).toEqual({
      type: 'refused',
      reason: { type: 'wrong-patient' },
    });
  });

  it('is none but the one of this launch', async () => {
    expect(await host.readPatient({ ...session, patientId: 'p-2' })).toEqual({
      type: 'refused',
      reason: { type: 'wrong-patient' },
    });
    expect(launch.smart.asked.join()).not.toContain('p-2');
  });

  it('with a value no honest host sends is refused in the words for that', async () => {
    Object.assign(launch.smart.resources['Patient/p-1'] ?? {}, { birthDate: '2999-01-01' });
    expect(await host.readPatient(session)).toEqual({
      type: 'refused',
      reason: { type: 'implausible', where: 'host', what: 'birth-date' },
    });
  });

  it('is known by the number the host gives beside the patient, where that is its way', async () => {
    const nhsNumber = { ...settings.nhsNumber, from: 'fhir-context' } as const;
    launch = await aLaunch({ hosts: [{ ...settings, nhsNumber }] });
    const identifier = { system: nhsNumber.systems[0], value: '9990000026' };
    launch.smart.tokenResponse['fhirContext'] = [{ type: 'Patient', identifier }];
    Object.assign(launch.smart.resources['Patient/p-1'] ?? {}, { identifier: [] });
    expect(await launch.open().readPatient(session)).toMatchObject({
      type: 'ok',
      value: { id: 'p-1', nhsNumber: '9990000026' },
    });
  });

  it('without an NHS number ends in the words for that', async () => {
    Object.assign(launch.smart.resources['Patient/p-1'] ?? {}, { identifier: [] });
    expect(await host.readPatient(session)).toEqual({
      type: 'refused',
      reason: { type: 'nhs-number', problem: { type: 'missing' } },
    });
  });
});

describe('a patient whose id is the NHS number', () => {
  const number = '9990000018';
  const pds = { ...settings, nhsNumber: { ...settings.nhsNumber, from: 'patient-id' } } as const;

  beforeEach(async () => {
    launch = await aLaunch({ hosts: [pds] });
    launch.smart.tokenResponse['patient'] = number;
    launch.smart.resources[`Patient/${number}`] = {
      ...launch.smart.resources['Patient/p-1'],
      id: number,
    };
    host = launch.open();
  });

  it('is read by it, and it goes to that host’s FHIR base and nowhere else', async () => {
    expect(await host.readPatient({ ...session, patientId: number })).toMatchObject({
      type: 'ok',
      value: { nhsNumber: number },
    });
    await host.readUser();
    await host.end();
    const carrying = launch.smart.requests.filter((asked) => asked.url.includes(number));
    expect(carrying.map((asked) => asked.url)).toEqual([`${base}/Patient/${number}`]);
    const bodies = await Promise.all(launch.smart.requests.map((asked) => asked.text()));
    expect(bodies.join()).not.toContain(number);
    expect(launch.browser.kept()).not.toContain(number);
  });

  it.each([
    ['is in trouble', () => new Response('', { status: 500 })],
    ['is not there', () => Promise.reject(new TypeError(`fetch of ${base}/Patient/${number}`))],
    ['answers with another', () => Response.json({ resourceType: 'Patient', id: '9990000026' })],
    ['answers with what can not be read', () => Response.json({ id: number, name: 1 })],
  ])('is not named by what is said when the host %s', async (_, answer) => {
    launch.smart.instead.set(`${base}/Patient/${number}`, answer);
    const outcome = await host.readPatient({ ...session, patientId: number });
    expect(outcome.type).not.toBe('ok');
    expect(JSON.stringify(outcome)).not.toContain('999000');
  });
});
