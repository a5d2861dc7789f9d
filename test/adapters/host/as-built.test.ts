/** Signing in with fhirclient as it ships, when the build has left out of it what nobody uses. */
import { tabStorage } from './browser-globals.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ALaunch, aLaunch } from './a-launch.ts';
import { authority } from './smart-host.ts';

vi.mock('fhirclient/lib/lib.js', async () => {
  const { asBuilt } = await import('./fhirclient-as-built.ts');
  return asBuilt('lib.js');
});
vi.mock('fhirclient/lib/adapters/BrowserAdapter.js', async () => {
  const { asBuilt } = await import('./fhirclient-as-built.ts');
  return asBuilt('adapters/BrowserAdapter.js');
});

let launch: ALaunch;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  launch = await aLaunch();
});
afterEach(() => vi.useRealTimers());

const refreshes = () =>
  launch.smart.tokenPosts.filter((post) => post.get('grant_type') === 'refresh_token');

describe('fhirclient, without what is left out of it', () => {
  it('sends the browser away with a challenge, and trades the code with its verifier', async () => {
    expect(launch.sent.get('code_challenge_method')).toBe('S256');
    const host = launch.open();
    expect(await host.complete()).toMatchObject({ type: 'ok', value: { patientId: 'p-1' } });
    expect(host.accessToken()).toBe('access-1');
    expect(launch.smart.tokenPosts[0]?.get('code_verifier')).toMatch(/^[\w-]{43,128}$/);
    expect(tabStorage).toEqual({});
  });

  it('takes a code that is refused for a host that refuses', async () => {
    launch.smart.instead.set(`${authority}/token`, () =>
      Response.json({ error: 'invalid_grant' }, { status: 400 }),
    );
    expect(await launch.open().complete()).toEqual({
      type: 'refused',
      reason: { type: 'host-refused', description: null },
    });
  });

  it('refreshes a token, and drops its refresh token where that fails', async () => {
    const host = launch.open();
    await host.complete();
    Object.assign(launch.smart.tokenResponse, {
      access_token: 'access-2',
      refresh_token: 'refresh-2',
    });
    launch.timers.ring();
    expect(await host.freshAccessToken()).toBe('access-2');
    launch.smart.instead.set(`${authority}/token`, () => Promise.reject(new TypeError('lost')));
    launch.timers.ring();
    expect(await host.freshAccessToken()).toBe('access-2');
    launch.smart.instead.clear();
    expect(await host.freshAccessToken()).toBe('access-2');
    expect(refreshes().map((post) => post.get('refresh_token'))).toEqual(['refresh-1']);
  });
});
