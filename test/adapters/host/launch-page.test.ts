// @vitest-environment jsdom
import { routeTo } from './browser-globals.ts';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Problem, runLaunchPage } from '../../../launch/launch-page.ts';
import { type FakeBrowser, fakeBrowser } from './fake-browser.ts';
import { base, settings, type SmartHost, smartHost } from './smart-host.ts';

const html = await readFile('launch/launch.html', 'utf8');
const shipped: unknown = JSON.parse(await readFile('smart-config.json', 'utf8'));
const iss = encodeURIComponent(base);

let smart: SmartHost;
let browser: FakeBrowser;
let left: string[];
let config: () => Promise<Response>;

beforeEach(() => {
  document.documentElement.innerHTML = html.replace(/^[\s\S]*?<html[^>]*>/, '');
  smart = smartHost(() => new Date());
  routeTo(smart.fetch);
  browser = fakeBrowser();
  left = [];
  config = () => Promise.resolve(Response.json(configuration()));
});

/** The shipped configuration, with the test's host in it. */
function configuration(): unknown {
  const { issuers, ...rest } = shipped as { issuers: object[] };
  return {
    ...rest,
    issuers: [...issuers, { ...issuers[0], issuer: base, clientId: 'care-summary' }],
  };
}

async function open(search: string): Promise<void> {
  await runLaunchPage({
    browser,
    document,
    search,
    origin: 'https://app.example',
    fetch: () => config(),
    now: () => new Date(),
    newId: randomUUID,
    leave: (url) => left.push(url),
  });
}

/** The one section on screen: its heading, that it has focus and is announced. */
function onScreen(): { readonly id: string; readonly heading: string; readonly text: string } {
  const visible = [...document.querySelectorAll('section')].filter((section) => !section.hidden);
  expect(visible).toHaveLength(1);
  const [section] = visible;
  const heading = section?.querySelector('h1')?.textContent ?? '';
  return { id: section?.id ?? '', heading, text: section?.textContent.replace(/\s+/g, ' ') ?? '' };
}

function expectProblem(problem: Problem): string {
  const { id, heading, text } = onScreen();
  expect(id).toBe(problem);
  expect(left).toEqual([]);
  expect(document.activeElement?.id).toBe(problem);
  expect(document.activeElement?.getAttribute('role')).toBe('alert');
  expect(document.title).toBe(heading);
  expect(text).toContain('Nothing was shown or recorded');
  return text;
}

describe('the launch page', () => {
  it('leaves for the host’s sign-in', async () => {
    await open(`?iss=${iss}&launch=abc`);
    expect(left).toHaveLength(1);
    const { searchParams, origin } = new URL(left[0] ?? '');
    expect(origin).toBe('https://login.ehr.example');
    expect(searchParams.get('redirect_uri')).toBe(settings.redirectUri);
    expect(onScreen().id).toBe('opening');
  });

  it('says where to open it when it was opened by itself', async () => {
    await open('');
    const text = expectProblem('not-launched');
    expect(text).toContain('Open the Care Summary from the patient’s record');
  });

  it.each([
    [`?iss=${iss}`, 'launch parameter is missing'],
    ['?launch=abc', 'iss parameter is missing'],
    [`?iss=${iss}&iss=${iss}&launch=abc`, 'sent twice'],
    [`?iss=${iss}&launch=${'a'.repeat(5000)}`, 'too long'],
  ])('tells the administrator what %.20s lacks', async (search, words) => {
    await open(search);
    expect(expectProblem('incomplete')).toContain(words);
  });

  it('asks an unknown system nothing', async () => {
    await open('?iss=https://evil.example/fhir&launch=abc');
    expectProblem('issuer-unknown');
    expect(smart.asked).toEqual([]);
  });

  it('says so where the host can not sign in safely', async () => {
    delete smart.discovery['code_challenge_methods_supported'];
    await open(`?iss=${iss}&launch=abc`);
    expect(expectProblem('unsuitable-host')).toContain('PKCE S256');
  });

  it('says so where the host does not answer, with a reference to read out', async () => {
    smart.instead.set(`${base}/.well-known/smart-configuration`, () =>
      Promise.reject(new TypeError('Failed to fetch')),
    );
    await open(`?iss=${iss}&launch=abc`);
    expect(expectProblem('failed')).toMatch(/Reference [0-9A-F]{4}, offline\./);
  });

  it('says so where the browser keeps nothing', async () => {
    browser = fakeBrowser({ blocked: true });
    Object.defineProperty(browser, 'name', { get: () => '', set: () => undefined });
    await open(`?iss=${iss}&launch=abc`);
    expectProblem('storage-blocked');
  });

  it.each([
    ['is missing', () => Promise.resolve(new Response('', { status: 404 })), 'answered 404'],
    ['is no JSON', () => Promise.resolve(new Response('<html>')), 'could not be read'],
    ['can not be fetched', () => Promise.reject(new TypeError('x')), 'could not be read'],
    ['is not valid', () => Promise.resolve(Response.json({ issuers: [] })), 'smart-config.json: '],
  ])('names what is wrong where the configuration %s', async (_, answer, words) => {
    config = answer;
    await open(`?iss=${iss}&launch=abc`);
    expect(expectProblem('misconfigured')).toContain(words);
  });

  it('says what to do before any script has run', () => {
    const { id, text } = onScreen();
    expect(id).toBe('opening');
    expect(text).toContain('allow scripts and storage');
  });
});
