import { tabStorage } from './browser-globals.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ALaunch, aLaunch, type LaunchOptions } from './a-launch.ts';
import { authority, base, settings } from './smart-host.ts';

let launch: ALaunch;
const start = async (options?: LaunchOptions): Promise<ALaunch> =>
  (launch = await aLaunch(options));
const complete = (): Promise<unknown> => launch.open().complete();
const notFound = { type: 'refused', reason: { type: 'launch-not-found' } };
const unverified = { type: 'refused', reason: { type: 'sign-in-unverified' } };

beforeEach(() => start());
afterEach(() => {
  expect(tabStorage, 'what fhirclient wrote to the tab').toEqual({});
});

describe('returning from the host', () => {
  it('signs in and says who the launch is about, without the token', async () => {
    const host = launch.open();
    expect(await host.complete()).toEqual({
      type: 'ok',
      value: {
        patientId: 'p-1',
        encounterId: null,
        needPatientBanner: true,
        nhsNumbersInContext: [],
        reopens: null,
      },
    });
    expect(host.issuer()).toBe(base);
    expect(host.accessToken()).toBe('access-1');
  });

  it('tells which host it is before anything is asked of it', async () => {
    await complete();
    expect(launch.returned).toEqual([`${base} after 0`]);
  });

  it('trades the code with the verifier whose challenge was sent, as it came', async () => {
    const [text = ''] = [...launch.browser.stored.values()];
    const { codeVerifier } = JSON.parse(text) as { codeVerifier: string };
    await complete();
    expect(Object.fromEntries(launch.smart.tokenPosts[0] ?? [])).toEqual({
      grant_type: 'authorization_code',
      code: 'code/1+',
      redirect_uri: settings.redirectUri,
      client_id: settings.clientId,
      code_verifier: codeVerifier,
    });
  });

  it('takes code and state off the address before anything is asked of anyone', async () => {
    const addresses: string[] = [];
    const { fetch } = launch.smart;
    launch.smart.instead.set(`${authority}/jwks`, (request) => {
      addresses.push(launch.browser.address());
      launch.smart.instead.clear();
      return fetch(request);
    });
    await complete();
    expect(addresses).toEqual(['https://app.example/index.html']);
  });

  it('leaves no verifier, no token and no state in the tab', async () => {
    await complete();
    expect(launch.browser.kept()).toBe(' []');
  });

  it('deletes the verifier even where the code is refused', async () => {
    launch.smart.instead.set(`${authority}/token`, () =>
      Response.json({ error: 'invalid_grant' }, { status: 400 }),
    );
    expect(await complete()).toEqual({
      type: 'refused',
      reason: { type: 'host-refused', description: null },
    });
    expect(launch.browser.kept()).toBe(' []');
  });

  it('posts the code once, however often it is asked to complete', async () => {
    const host = launch.open();
    const [first, second] = await Promise.all([host.complete(), host.complete()]);
    expect(second).toEqual(first);
    await host.complete();
    expect(launch.smart.tokenPosts).toHaveLength(1);
  });

  it('does not find the launch again after a reload', async () => {
    await complete();
    expect(await complete()).toEqual(notFound);
    expect(launch.smart.tokenPosts).toHaveLength(1);
  });

  it('does not find the launch in a second tab opened on the same address', async () => {
    const address = launch.browser.address();
    await complete();
    launch.browser.visit(address);
    expect(await complete()).toEqual(notFound);
    expect(launch.smart.tokenPosts).toHaveLength(1);
  });

  it.each([
    ['a state nobody sent', '/index.html?code=c&state=forged'],
    ['no state', '/index.html?code=c'],
    ['nothing at all', '/index.html'],
    ['an error for a state nobody sent', '/index.html?error=x&error_description=Call+us&state=f'],
  ])('is no launch with %s, and asks nobody anything', async (_, address) => {
    launch.browser.visit(address);
    expect(await complete()).toEqual(notFound);
    expect(launch.smart.asked).toEqual([]);
  });

  it('is no launch with two codes, where which was meant can not be known', async () => {
    await start({ also: '&code=another' });
    expect(await complete()).toEqual(notFound);
    expect(launch.smart.asked).toEqual([]);
  });

  it('is no launch where its issuer is no longer configured', async () => {
    await start({ hosts: [{ ...settings, issuer: 'https://other.example/fhir' }] });
    expect(await complete()).toEqual(notFound);
    expect(launch.browser.kept()).toBe(' []');
  });

  it('shows the host’s own words for a refusal as text, cut short', async () => {
    const words = `<b>No\u202E role</b>${'x'.repeat(300)}`;
    await start({ also: `&error=access_denied&error_description=${encodeURIComponent(words)}` });
    const outcome = await complete();
    expect(outcome).toMatchObject({ type: 'refused', reason: { type: 'host-refused' } });
    const text = JSON.stringify(outcome);
    expect(text).toContain('<b>No role</b>xxx');
    expect(text.length).toBeLessThan(300);
    expect(launch.browser.kept()).toBe(' []');
    expect(launch.smart.tokenPosts).toEqual([]);
  });
});

describe('who answers (RFC 9207)', () => {
  it('goes on where the authorisation server names itself', async () => {
    await start({ also: `&iss=${encodeURIComponent(authority)}` });
    expect(await complete()).toMatchObject({ type: 'ok' });
  });

  it.each([
    ['another server', 'https://login.evil.example'],
    ['the FHIR base instead of the authorisation server', base],
  ])('sends no code anywhere where the answer is from %s', async (_, iss) => {
    await start({ also: `&iss=${encodeURIComponent(iss)}` });
    expect(await complete()).toEqual(unverified);
    expect(launch.smart.tokenPosts).toEqual([]);
    expect(launch.returned).toEqual([]);
  });

  it('sends no code where a server that promised to name itself did not', async () => {
    const [key = '', text = ''] = [...launch.browser.stored][0] ?? [];
    const pending = JSON.parse(text) as { discovery: object };
    const promising = { ...pending, discovery: { ...pending.discovery, namesItself: true } };
    launch.browser.stored.set(key, JSON.stringify(promising));
    expect(await complete()).toEqual(unverified);
    expect(launch.smart.tokenPosts).toEqual([]);
  });
});

describe('where the browser blocks storage', () => {
  beforeEach(() => start({ blocked: true }));

  it('launches through the window’s name, and clears it on reading', async () => {
    expect(launch.browser.name).not.toBe('');
    expect(await complete()).toMatchObject({ type: 'ok' });
    expect(launch.browser.name).toBe('');
  });

  it('asks the configured host for its endpoints instead of believing the name', async () => {
    const evil = launch.browser.name.replace(
      '"discovery":null',
      `"discovery":{"issuer":"${authority}","jwksUri":"${authority}/jwks",` +
        `"authorizeUri":"${authority}/authorize","tokenUri":"https://evil.example/token"}`,
    );
    expect(evil).toContain('evil');
    launch.browser.name = evil;
    expect(await complete()).toMatchObject({ type: 'ok' });
    expect(launch.smart.asked.join()).not.toContain('evil');
  });

  it('clears the name even where the state is another’s', async () => {
    launch.browser.visit('/index.html?code=c&state=forged');
    expect(await complete()).toEqual(notFound);
    expect(launch.browser.name).toBe('');
  });
});

it('does not believe the window’s name where storage works', async () => {
  const [text = ''] = [...launch.browser.stored.values()];
  launch.browser.stored.clear();
  launch.browser.name = `ocs-launch:${text}`;
  expect(await complete()).toEqual(notFound);
});

it('leaves a name that is the host’s own as it is', async () => {
  launch.browser.name = 'ehr-sidebar';
  expect(await complete()).toMatchObject({ type: 'ok' });
  expect(launch.browser.name).toBe('ehr-sidebar');
});
