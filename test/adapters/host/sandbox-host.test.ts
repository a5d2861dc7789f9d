/** The launch over real HTTP, against the sandbox's strict SMART hosts and one of other make. */
import { network, routeTo } from './browser-globals.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../../mocks/scenarios/catalogue.ts';
import type { HostKey } from '../../../mocks/scenarios/types.ts';
import { users } from '../../../mocks/scenarios/users.ts';
import { beginLaunch } from '../../../src/adapters/host/begin.ts';
import { createHost, type Host } from '../../../src/adapters/host/host.ts';
import { vetLaunch } from '../../../src/adapters/host/launch-request.ts';
import type { HostSettings } from '../../../src/adapters/settings.ts';
import {
  appOrigin,
  appScopes,
  type HostUnderTest,
  pressLaunch,
  startHost,
} from '../../ehr/host-under-test.ts';
import { type ForeignHost, startForeignHost } from '../../journeys/foreign-host.ts';
import { type FakeBrowser, fakeBrowser, type FakeTimers, fakeTimers } from './fake-browser.ts';

let sandbox: HostUnderTest;
let foreign: ForeignHost;

beforeAll(async () => {
  routeTo(network);
  sandbox = await startHost({ scenarios, users });
  foreign = await startForeignHost({ upstream: `${sandbox.origin}/open/fhir`, appOrigin });
});
afterAll(async () => {
  await foreign.close();
  await sandbox.stop();
});

const settingsOf = (issuer: string): HostSettings => ({
  issuer,
  clientId: 'ocs-launch',
  redirectUri: `${appOrigin}/index.html`,
  scope: appScopes,
  requiredScopes: ['patient/Patient.r'],
  nhsNumber: { from: 'identifier', systems: ['https://fhir.nhs.uk/Id/nhs-number'] },
  timeoutMs: 5_000,
});

type Opened = {
  readonly host: Host;
  readonly browser: FakeBrowser;
  readonly timers: FakeTimers;
};

/** From the button on the host's screen to the app's redirect page, as a browser would go. */
async function press(
  key: HostKey,
  user: string,
  patient: string,
  blocked = false,
): Promise<Opened> {
  const pressed = await pressLaunch(sandbox, { key, user, patient });
  return open(pressed.headers.get('location') ?? '', blocked);
}

async function open(launchUrl: string, blocked = false): Promise<Opened> {
  const hosts = [sandbox.base('gp'), sandbox.base('epr'), foreign.issuer].map(settingsOf);
  const vetted = vetLaunch(new URL(launchUrl).search, hosts);
  if (vetted.type !== 'ok') throw new Error(`the launch was refused: ${vetted.problem}`);
  const browser = fakeBrowser({ blocked });
  const timers = fakeTimers();
  const deps = { browser, timers, now: () => new Date(), newId: randomUUID, fetch: network };
  const begun = await beginLaunch(vetted.request.settings, vetted.request.launch, deps);
  if (begun.type !== 'ok') throw new Error(`the launch did not begin: ${begun.type}`);
  const authorised = await network(begun.authorizeUrl, { redirect: 'manual' });
  browser.visit(authorised.headers.get('location') ?? '');
  const host = createHost(hosts, { ...deps, onReturn: () => undefined });
  return { host, browser, timers };
}

describe('against the sandbox hosts', () => {
  it('a GP launches in the practice system and is known with role and practice', async () => {
    const { host, browser } = await press('gp', 'sam-patel', 'pat-4c9e21');
    const completed = await host.complete();
    expect(completed).toMatchObject({
      type: 'ok',
      value: {
        patientId: 'pat-4c9e21',
        needPatientBanner: true,
        nhsNumbersInContext: [],
        reopens: null,
      },
    });
    expect(browser.address()).toBe(`${appOrigin}/index.html`);
    expect(browser.kept()).toBe(' []');
    const session = {
      patientId: 'pat-4c9e21',
      encounterId: null,
      needPatientBanner: true,
      nhsNumbersInContext: [],
      reopens: null,
    };
    const [user, patient] = await Promise.all([host.readUser(), host.readPatient(session)]);
    expect(user).toMatchObject({
      type: 'ok',
      value: {
        displayName: 'Dr Sam Patel',
        identifier: { system: 'https://fhir.nhs.uk/Id/sds-user-id', value: '999000000017' },
        roles: [{ codes: [{ code: 'S8000:G8000:R8000' }] }],
      },
    });
    expect(await host.readOrganisations()).toEqual({
      type: 'ok',
      value: [{ name: expect.any(String) as string, odsCode: expect.any(String) as string }],
    });
    expect(patient).toMatchObject({ type: 'ok', value: { nhsNumber: '9990000018' } });
  });

  it('a registrar launches in the EPR where storage is blocked', async () => {
    const registrar = users.find(({ host, privacyOfficer }) => host === 'epr' && !privacyOfficer);
    const { host, browser } = await press('epr', registrar?.key ?? '', 'pat-4c9e21', true);
    expect(await host.complete()).toMatchObject({
      type: 'ok',
      value: { patientId: 'pat-4c9e21', needPatientBanner: false },
    });
    expect(browser.name).toBe('');
    expect(await host.readUser()).toMatchObject({ type: 'ok' });
  });

  it('every user of the sandbox is known with all their roles, whether it may open the record or not', async () => {
    for (const { host: key, key: user, roles } of users) {
      const { host } = await press(key, user, 'pat-4c9e21');
      const value = { roles: roles.map(() => ({})) };
      expect(await host.readUser(), user).toMatchObject({ type: 'ok', value });
      await host.end();
    }
  });

  it('a refresh brings another token, and the end makes the host refuse it', async () => {
    const { host, timers } = await press('gp', 'sam-patel', 'pat-4c9e21');
    await host.complete();
    const first = host.accessToken();
    timers.ring();
    const second = await host.freshAccessToken();
    expect(second).not.toBeNull();
    expect(second).not.toBe(first);
    const read = (): Promise<number> =>
      network(`${sandbox.base('gp')}/Patient/pat-4c9e21`, {
        headers: { authorization: `Bearer ${second ?? ''}` },
      }).then(({ status }) => status);
    expect(await read()).toBe(200);
    await host.end();
    expect(await read()).toBe(401);
  });
});

it('a host of other make is launched: v1 scopes, relative fhirUser, JWT tokens, no refresh', async () => {
  const { host, timers } = await open(foreign.launchUrl('pat-4c9e21', 'prac-8c1f'));
  expect(await host.complete()).toMatchObject({ type: 'ok', value: { patientId: 'pat-4c9e21' } });
  const session = {
    patientId: 'pat-4c9e21',
    encounterId: null,
    needPatientBanner: true,
    nhsNumbersInContext: [],
    reopens: null,
  };
  const [user, patient] = await Promise.all([host.readUser(), host.readPatient(session)]);
  expect(user).toMatchObject({
    type: 'ok',
    value: {
      fhirUser: `${foreign.issuer}/Practitioner/prac-8c1f`,
      displayName: 'Dr Sam Patel',
      roles: [{ codes: [{ code: 'S8000:G8000:R8000' }] }],
    },
  });
  expect(patient).toMatchObject({ type: 'ok', value: { nhsNumber: '9990000018' } });
  expect(timers.due()).toBeNull();
  await host.end();
  expect(host.accessToken()).toBeNull();
});
