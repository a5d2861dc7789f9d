import { routeTo, tabStorage } from './browser-globals.ts';
import { createHash, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { beginLaunch, type BeginOutcome } from '../../../src/adapters/host/begin.ts';
import { type FakeBrowser, fakeBrowser } from './fake-browser.ts';
import { authority, base, settings, type SmartHost, smartHost } from './smart-host.ts';

let smart: SmartHost;
let browser: FakeBrowser;

beforeEach(() => {
  smart = smartHost(() => new Date());
  routeTo(smart.fetch);
  browser = fakeBrowser();
});

const begin = (tab = browser, host = settings): Promise<BeginOutcome> =>
  beginLaunch(host, 'launch-1', { browser: tab, now: () => new Date(), newId: randomUUID });

async function sentTo(tab = browser): Promise<URL> {
  const begun = await begin(tab);
  expect(begun.type).toBe('ok');
  return new URL(begun.type === 'ok' ? begun.authorizeUrl : '');
}

function entry(tab = browser): Record<string, unknown> {
  const [only] = [...tab.stored.values()];
  return JSON.parse(only ?? '{}') as Record<string, unknown>;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('beginning a launch', () => {
  it('asks the host for exactly what SMART 2.2 wants', async () => {
    const url = await sentTo();
    expect(url.origin + url.pathname).toBe(`${authority}/authorize`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: settings.clientId,
      redirect_uri: settings.redirectUri,
      scope: settings.scope,
      aud: base,
      launch: 'launch-1',
      state: expect.stringMatching(uuid) as string,
      nonce: expect.stringMatching(uuid) as string,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      code_challenge_method: 'S256',
    });
  });

  it('takes nothing from the page’s own address, whatever a host or attacker appended', async () => {
    const url = await sentTo();
    expect(url.href).not.toContain('evil');
    expect(smart.asked.join()).not.toContain('evil');
  });

  it('draws state, nonce and verifier afresh for each launch', async () => {
    const drawn = new Set<string>();
    for (const tab of [fakeBrowser(), fakeBrowser()]) {
      const { searchParams } = await sentTo(tab);
      for (const name of ['state', 'nonce', 'code_challenge']) {
        drawn.add(searchParams.get(name) ?? '');
      }
    }
    expect(drawn.size).toBe(6);
  });

  it('keeps one entry, under the state, with the verifier of the challenge that was sent', async () => {
    const { searchParams } = await sentTo();
    expect([...browser.stored.keys()]).toEqual([`ocs-launch:${searchParams.get('state') ?? ''}`]);
    const { codeVerifier, nonce, issuer } = entry();
    const challenge = createHash('sha256').update(String(codeVerifier)).digest('base64url');
    expect(searchParams.get('code_challenge')).toBe(challenge);
    expect([nonce, issuer]).toEqual([searchParams.get('nonce'), base]);
  });

  it('lets fhirclient write nothing to the tab’s storage', async () => {
    await sentTo();
    expect(tabStorage).toEqual({});
  });

  it('carries the entry in the window’s name where storage throws, without the endpoints', async () => {
    const blocked = fakeBrowser({ blocked: true });
    const { searchParams } = await sentTo(blocked);
    expect(blocked.name).toContain(searchParams.get('state'));
    expect(blocked.name).not.toContain(authority);
  });

  it('says so where neither storage nor the window’s name keeps anything', async () => {
    const blocked = fakeBrowser({ blocked: true });
    Object.defineProperty(blocked, 'name', { get: () => '', set: () => undefined });
    expect(await begin(blocked)).toEqual({ type: 'storage-blocked' });
  });

  it('sweeps away entries of launches abandoned more than an hour ago, and no other', async () => {
    await sentTo();
    const [young] = [...browser.stored.keys()];
    const old = { ...entry(), state: 'old', startedAt: Date.now() - 61 * 60 * 1000 };
    browser.stored.set('ocs-launch:old', JSON.stringify(old));
    browser.stored.set('of-another-app', 'stays');
    await sentTo();
    expect(browser.stored.has('ocs-launch:old')).toBe(false);
    expect([...browser.stored.keys()]).toEqual(expect.arrayContaining([young, 'of-another-app']));
  });

  it('sends the discovery request with nothing ambient and follows no redirect', async () => {
    await sentTo();
    expect(smart.requests.map((asked) => [asked.credentials, asked.redirect, asked.cache])).toEqual(
      smart.requests.map(() => ['omit', 'error', 'no-store']),
    );
  });

  it('keeps the query an authorisation endpoint already has', async () => {
    smart.discovery['authorization_endpoint'] = `${authority}/authorize?tenant=7`;
    const { searchParams } = await sentTo();
    expect([searchParams.get('tenant'), searchParams.get('aud')]).toEqual(['7', base]);
  });
});

describe('a host that can not sign in safely', () => {
  it.each([
    ['without PKCE', { code_challenge_methods_supported: undefined }],
    ['with PKCE "plain" only', { code_challenge_methods_supported: ['plain'] }],
    ['without an issuer', { issuer: undefined }],
    ['without keys', { jwks_uri: undefined }],
    [
      'with an endpoint that would run as script',
      { authorization_endpoint: 'javascript:alert(1)' },
    ],
    ['with a token endpoint in the clear', { token_endpoint: 'http://login.ehr.example/token' }],
  ])('%s is not launched', async (_, wrong) => {
    Object.assign(smart.discovery, wrong);
    expect(await begin()).toEqual({ type: 'unsuitable-host' });
    expect(browser.kept()).toBe(' []');
  });

  it('is never taken for an open server when discovery fails', async () => {
    smart.instead.set(
      `${base}/.well-known/smart-configuration`,
      () => new Response('', { status: 404 }),
    );
    const begun = await begin();
    expect(begun).toMatchObject({ type: 'failed', failure: { kind: 'not-found', status: 404 } });
    expect(smart.asked.join()).not.toContain('/metadata');
    expect(browser.kept()).toBe(' []');
  });

  it('is not believed where its second answer names other endpoints', async () => {
    let times = 0;
    smart.instead.set(`${base}/.well-known/smart-configuration`, () =>
      Response.json({ ...smart.discovery, token_endpoint: `${authority}/token${times++ || ''}` }),
    );
    expect(await begin()).toMatchObject({ type: 'failed', failure: { kind: 'bad-answer' } });
  });

  it('is given up on after the configured time', async () => {
    smart.instead.set(`${base}/.well-known/smart-configuration`, never);
    const begun = await begin(browser, { ...settings, timeoutMs: 5 });
    expect(begun).toMatchObject({ type: 'failed', failure: { kind: 'timeout' } });
  });
});

/** Answers only by being aborted. */
function never(request: Request): Promise<Response> {
  return new Promise((_, reject) => {
    request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
  });
}
