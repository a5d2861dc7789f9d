import './browser-globals.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ALaunch, aLaunch, type LaunchOptions } from './a-launch.ts';
import { entryOf, notFound, openRecord, reloaded } from './a-reload.ts';
import type { Host } from '../../../src/adapters/host/host.ts';
import { base } from './smart-host.ts';

let launch: ALaunch;
let page: Host;
const opened = async (options?: LaunchOptions): Promise<void> => {
  ({ launch, page } = await openRecord(options));
};
const reload = (): Host => (page = reloaded(launch, page));
const pass = (ms: number): void => {
  vi.setSystemTime(Date.now() + ms);
};

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await opened();
});
afterEach(() => vi.useRealTimers());

describe('at rest', () => {
  it('no token, no patient and no user can be read', async () => {
    launch = await aLaunch();
    const number = '9990000018';
    Object.assign(launch.smart.tokenResponse, { patient: number });
    launch.smart.resources[`Patient/${number}`] = { resourceType: 'Patient', id: number };
    page = launch.open();
    await page.complete();
    await page.prepareHandOver('c-1');
    expect(launch.browser.kept(), 'before the page is left').toBe(' []');
    page.handOver();
    expect(Object.keys(entryOf(launch)).sort()).toEqual(['id', 'iv', 'leftAt', 'sealed']);
    const kept = `${launch.browser.kept()} ${[...launch.browser.keyStore.keys.keys()].join()}`;
    for (const secret of ['access-1', 'refresh-1', number, 'dr-1', 'c-1', base]) {
      expect(kept).not.toContain(secret);
    }
    expect([...launch.browser.keyStore.keys.values()]).toMatchObject([{ extractable: false }]);
  });

  it('the key is another for each launch, and each sealing another', async () => {
    page.handOver();
    const first = entryOf(launch);
    await page.prepareHandOver('c-1');
    page.handOver();
    expect(entryOf(launch)['id']).toBe(first['id']);
    expect(entryOf(launch)['iv']).not.toBe(first['iv']);
    await opened();
    page.handOver();
    expect(entryOf(launch)['id']).not.toBe(first['id']);
  });

  it('keys of tabs that were closed are swept away within a day or so', async () => {
    const { browser } = launch;
    pass(25 * 60 * 60 * 1000);
    await opened({ beside: browser });
    expect(browser.keyStore.keys.size).toBe(1);
  });
});

describe('where the browser keeps nothing', () => {
  const cannot = async (): Promise<void> => {
    expect(page.accessToken(), 'the launch itself').toBe('access-1');
    expect(await reload().complete()).toEqual(notFound);
  };

  it('in the tab’s storage, a reload ends the launch', async () => {
    await opened({ blocked: true });
    await cannot();
  });

  it.each(['throws', 'fails'] as const)('because its key store %s, too', async (state) => {
    launch = await aLaunch();
    launch.browser.keyStore.state = state;
    page = launch.open();
    await page.complete();
    await page.prepareHandOver('c-1');
    await cannot();
  });

  it('or does not answer, the page says so and does not wait for ever', async () => {
    page.handOver();
    launch.browser.keyStore.state = 'hangs';
    launch.browser.reload();
    expect(await launch.open().complete()).toEqual(notFound);
  });
});
