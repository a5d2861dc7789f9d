import { tabStorage } from './browser-globals.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ALaunch, aLaunch, type LaunchOptions } from './a-launch.ts';
import { change, entryOf, expectNothing, notFound, openRecord, reloaded } from './a-reload.ts';
import { deferred } from './deferred.ts';
import { fakeBrowser } from './fake-browser.ts';
import type { Host } from '../../../src/adapters/host/host.ts';
import { authority, base, settings } from './smart-host.ts';

let launch: ALaunch;
let page: Host;
const opened = async (options?: LaunchOptions): Promise<void> => {
  ({ launch, page } = await openRecord(options));
};
const reload = (): Host => (page = reloaded(launch, page));
const gone = (): Promise<void> => expectNothing(launch);
const pass = (ms: number): void => {
  vi.setSystemTime(Date.now() + ms);
};
const flipped = (text = ''): string => String.fromCharCode(text.charCodeAt(0) ^ 1) + text.slice(1);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await opened();
});
afterEach(() => {
  vi.useRealTimers();
  expect(tabStorage, 'what fhirclient wrote to the tab').toEqual({});
});

describe('a reload', () => {
  it('goes on with the same launch, and says which opening was on screen', async () => {
    const host = reload();
    expect(await host.complete()).toEqual({
      type: 'ok',
      value: {
        patientId: 'p-1',
        encounterId: 'e-1',
        needPatientBanner: true,
        nhsNumbersInContext: [],
        reopens: 'c-1',
      },
    });
    expect(host.issuer()).toBe(base);
    expect(host.accessToken()).toBe('access-1');
    expect(launch.smart.asked.join()).not.toContain(authority);
  });

  it('reads user and patient anew', async () => {
    const host = reload();
    const outcome = await host.complete();
    if (outcome.type !== 'ok') throw new Error('the launch did not go on');
    expect(await host.readUser()).toMatchObject({
      type: 'ok',
      value: { fhirUser: `${base}/Practitioner/dr-1` },
    });
    expect(await host.readPatient(outcome.value)).toMatchObject({
      type: 'ok',
      value: { nhsNumber: '9990000018' },
    });
    expect(launch.smart.asked).toContain(`GET ${base}/Patient/p-1`);
  });

  it('goes on with the token as it was last refreshed, and can refresh it again', async () => {
    Object.assign(launch.smart.tokenResponse, {
      access_token: 'access-2',
      refresh_token: 'refresh-2',
    });
    launch.timers.ring();
    await page.freshAccessToken();
    await vi.waitFor(() => {
      page.handOver();
      expect(entryOf(launch)).toHaveProperty('sealed');
    });
    const host = reload();
    await host.complete();
    expect(host.accessToken()).toBe('access-2');
    launch.timers.ring();
    await host.freshAccessToken();
    expect(launch.smart.tokenPosts.at(-1)?.get('refresh_token')).toBe('refresh-2');
    expect(launch.smart.tokenPosts.at(-1)?.get('client_id')).toBe('care-summary');
  });

  it('may follow another before its own opening is recorded', async () => {
    await reload().complete();
    await vi.waitFor(() => expect(launch.browser.keyStore.keys.size).toBe(1));
    await page.prepareHandOver('c-1');
    expect(await reload().complete()).toMatchObject({ type: 'ok', value: { reopens: 'c-1' } });
  });

  it('of a reopened record goes on from the newest opening', async () => {
    await reload().complete();
    await page.prepareHandOver('c-2');
    expect(await reload().complete()).toMatchObject({ type: 'ok', value: { reopens: 'c-2' } });
  });

  it('ends a launch whose record was never open', async () => {
    launch = await aLaunch();
    page = launch.open();
    await page.complete();
    expect(await reload().complete()).toEqual(notFound);
    expect(launch.browser.kept()).toBe(' []');
  });

  it('while the token is being refreshed ends the launch: that one may be spent', async () => {
    const asked = deferred<undefined>();
    launch.smart.instead.set(`${authority}/token`, () => {
      asked.resolve(undefined);
      return new Promise<Response>(() => undefined);
    });
    launch.timers.ring();
    await asked.promise;
    await page.prepareHandOver('c-1');
    expect(await reload().complete()).toEqual(notFound);
  });
});

describe('nothing goes on', () => {
  it('a second time', async () => {
    page.handOver();
    const copy = launch.browser.stored.get('ocs-hand-over') ?? '';
    launch.browser.reload();
    expect(await launch.open().complete()).toMatchObject({ type: 'ok' });
    launch.smart.asked.length = 0;
    launch.browser.stored.set('ocs-hand-over', copy);
    await gone();
  });

  it('in a tab that was closed and is opened again half a minute later', async () => {
    page.handOver();
    launch.browser.reload();
    pass(30_001);
    await gone();
    expect(launch.browser.keyStore.keys.size).toBe(0);
  });

  it('where the clock was put back', async () => {
    page.handOver();
    launch.browser.reload();
    pass(-1);
    await gone();
  });

  it('in a page that is no reload of the one that was left', async () => {
    page.handOver();
    launch.browser.visit('/index.html');
    await gone();
  });

  it('in a duplicated tab', async () => {
    const other = fakeBrowser({ beside: launch.browser });
    for (const [key, value] of launch.browser.stored) other.stored.set(key, value);
    other.visit('/index.html');
    other.reload();
    expect(await launch.open(other).complete()).toEqual(notFound);
    expect(await reload().complete()).toMatchObject({ type: 'ok' });
  });

  it('from another tab’s entry under this tab’s key', async () => {
    const own = launch;
    page.handOver();
    const { id } = entryOf(launch);
    await opened({ beside: own.browser });
    page.handOver();
    change(launch, { id });
    launch.browser.reload();
    await gone();
  });

  it.each(['sealed', 'iv', 'id'])('where the entry’s %s was changed', async (field) => {
    page.handOver();
    change(launch, { [field]: flipped(entryOf(launch)[field]) });
    launch.browser.reload();
    await gone();
  });

  it.each(['null', '[]', '{', '{"id":1}'])('where the entry is %s', async (text) => {
    launch.browser.stored.set('ocs-hand-over', text);
    launch.browser.reload();
    await gone();
  });

  it('once the launch has ended, and no key is left', async () => {
    page.handOver();
    await page.end();
    expect(launch.browser.kept()).toBe(' []');
    expect(launch.browser.keyStore.keys.size).toBe(0);
    await page.prepareHandOver('c-1');
    page.handOver();
    launch.browser.reload();
    launch.smart.asked.length = 0;
    await gone();
    expect(launch.browser.keyStore.keys.size).toBe(0);
  });

  it('where the launch ended while it was being sealed', async () => {
    launch = await aLaunch();
    page = launch.open();
    await page.complete();
    launch.smart.asked.length = 0;
    const preparing = page.prepareHandOver('c-1');
    await Promise.resolve();
    await Promise.all([page.end(), preparing]);
    page.handOver();
    expect(launch.browser.kept()).toBe(' []');
    launch.browser.reload();
    launch.smart.asked.length = 0;
    await gone();
    expect(launch.browser.keyStore.keys.size).toBe(0);
  });

  it('where the token has expired', async () => {
    pass(3_599_000);
    page.handOver();
    launch.browser.reload();
    pass(1_000);
    await gone();
  });

  it.each([
    ['host is configured no longer', [{ ...settings, issuer: 'https://other.example/fhir' }]],
    ['host knows the app by another name', [{ ...settings, clientId: 'another' }]],
    ['launch now needs more', [{ ...settings, requiredScopes: ['patient/Condition.r'] }]],
  ])('where the %s', async (_, hosts) => {
    page.handOver();
    launch.browser.reload();
    expect(await launch.open(launch.browser, hosts).complete()).toEqual(notFound);
    expect(launch.smart.asked).toEqual([]);
  });

  it('into the launch that follows in the same tab', async () => {
    page.handOver();
    launch.browser.visit('/index.html?code=c&state=s');
    await gone();
  });
});
