import './browser-globals.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ALaunch, aLaunch } from './a-launch.ts';
import { deferred } from './deferred.ts';
import type { Host } from '../../../src/adapters/host/host.ts';
import { authority, base } from './smart-host.ts';

let launch: ALaunch;
let host: Host;

beforeEach(async () => {
  // Only the date: what is waited for are events.
  vi.useFakeTimers({ toFake: ['Date'] });
  launch = await aLaunch();
  host = launch.open();
  await host.complete();
  Object.assign(launch.smart.tokenResponse, {
    access_token: 'access-2',
    refresh_token: 'refresh-2',
  });
});

afterEach(() => vi.useRealTimers());

const pass = (minutes: number): void => {
  vi.setSystemTime(Date.now() + minutes * 60_000);
};
const refreshes = (): (string | null)[] =>
  launch.smart.tokenPosts
    .filter((post) => post.get('grant_type') === 'refresh_token')
    .map((post) => post.get('refresh_token'));

describe('a token about to expire', () => {
  it('is refreshed ahead of time by the clock alone, once and again', async () => {
    expect(launch.timers.due()).toBeGreaterThan(57 * 60_000);
    expect(launch.timers.due()).toBeLessThan(60 * 60_000);
    launch.timers.ring();
    expect(await host.freshAccessToken()).toBe('access-2');
    expect(launch.timers.due()).not.toBeNull();
    launch.timers.ring();
    await host.freshAccessToken();
    expect(refreshes()).toEqual(['refresh-1', 'refresh-2']);
  });

  it('names the client when it is refreshed', async () => {
    launch.timers.ring();
    await host.freshAccessToken();
    expect(launch.smart.tokenPosts.at(-1)?.get('client_id')).toBe('care-summary');
  });

  it('is refreshed once for any number of reads at the same time', async () => {
    pass(59.8);
    await Promise.all([host.freshAccessToken(), host.freshAccessToken(), host.readUser()]);
    expect(refreshes()).toEqual(['refresh-1']);
  });

  it('stays in use where the refresh failed, until it expires, and the refresh is not repeated', async () => {
    launch.smart.instead.set(`${authority}/token`, () => Promise.reject(new TypeError('lost')));
    pass(59.8);
    expect(await host.freshAccessToken()).toBe('access-1');
    launch.smart.instead.clear();
    expect(await host.freshAccessToken()).toBe('access-1');
    expect(refreshes()).toEqual([]);
    pass(1);
    expect(host.accessToken()).toBeNull();
    expect(await host.readUser()).toMatchObject({
      type: 'failed',
      failure: { kind: 'unauthorised' },
    });
  });

  it('keeps nothing in the tab when refreshed', async () => {
    launch.timers.ring();
    await host.freshAccessToken();
    expect(launch.browser.kept()).toBe(' []');
  });

  it.each([
    ['another patient', { patient: 'p-2' }],
    ['no right to read the patient', { scope: 'openid' }],
  ])('is thrown away, old and new, where the refresh brings %s', async (_, changed) => {
    Object.assign(launch.smart.tokenResponse, changed);
    launch.timers.ring();
    expect(await host.freshAccessToken()).toBeNull();
    expect(host.accessToken()).toBeNull();
    expect(launch.smart.revoked).toEqual(['refresh-2', 'access-2']);
  });
});

describe('the end', () => {
  it('revokes both tokens where the host offers it, as the client they belong to', async () => {
    await host.end();
    expect(launch.smart.revoked).toEqual(['refresh-1', 'access-1']);
    const revocations = launch.smart.requests.filter(({ url }) => url === `${authority}/revoke`);
    expect(await revocations[0]?.text()).toContain('client_id=care-summary');
    expect(revocations.map(({ keepalive }) => keepalive)).toEqual([true, true]);
  });

  it('forgets the token and answers nothing any more, and rings no more', async () => {
    await host.end();
    expect([host.accessToken(), await host.freshAccessToken()]).toEqual([null, null]);
    expect(launch.timers.due()).toBeNull();
    const ended = { type: 'refused', reason: { type: 'session-ended' } };
    expect(await host.readUser()).toEqual(ended);
    expect(await host.complete()).toEqual(ended);
  });

  it('remembers which host it was, so that what closed is told by the same name', async () => {
    await host.end();
    expect(host.issuer()).toBe(base);
  });

  it('forgets before the host has answered, and whatever it answers', async () => {
    launch.smart.instead.set(`${authority}/revoke`, () => Promise.reject(new TypeError('gone')));
    const ending = host.end();
    expect(host.accessToken()).toBeNull();
    await ending;
    expect(host.accessToken()).toBeNull();
  });

  it('aborts a read under way', async () => {
    const asked = deferred<Request>();
    launch.smart.instead.set(`${base}/Practitioner/dr-1`, (request) => {
      asked.resolve(request);
      return new Promise((_, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
      });
    });
    const reading = host.readUser();
    const { signal } = await asked.promise;
    await host.end();
    expect(signal.aborted).toBe(true);
    expect(await reading).toMatchObject({ type: 'failed' });
  });

  it('gives back a token that a refresh under way still brings', async () => {
    const { smart } = launch;
    const asked = deferred<undefined>();
    const answer = deferred<undefined>();
    smart.instead.set(`${authority}/token`, async (request) => {
      asked.resolve(undefined);
      await answer.promise;
      smart.instead.clear();
      return smart.fetch(request);
    });
    launch.timers.ring();
    await asked.promise;
    const late = host.freshAccessToken();
    await host.end();
    answer.resolve(undefined);
    expect(await late).toBeNull();
    expect(smart.revoked).toEqual(['refresh-1', 'access-1', 'refresh-2', 'access-2']);
    expect(host.accessToken()).toBeNull();
  });

  it('before the host has answered leaves no token behind', async () => {
    const other = await aLaunch();
    const leaving = other.open();
    const completing = leaving.complete();
    await leaving.end();
    expect(await completing).toEqual({ type: 'refused', reason: { type: 'session-ended' } });
    expect(leaving.accessToken()).toBeNull();
    expect(other.smart.revoked).toEqual(['refresh-1', 'access-1']);
  });
});
