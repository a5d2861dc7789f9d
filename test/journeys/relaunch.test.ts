import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileSandbox } from '../support/journey-sandbox.ts';
import { agree, closeRecord, openInWindow, reach, reachSummary } from './clinician.ts';
import { keptByBrowser, keysKept, nothingKept } from './kept.ts';
import { browserSession } from './session.ts';

const { appOrigin, exchangeOrigin, hostOrigin } = await fileSandbox();
const expired = 'This launch has expired';
/** Where the launch page sends the browser; what the host redirects to can not be routed. */
const atSignIn = (url: URL) => url.origin === hostOrigin && url.searchParams.has('code_challenge');
const patientNames = /nair|o’rourke|elwood|whitlock/i;

const session = browserSession({ width: 1200, height: 900 });

const launch = async (patient: string): Promise<Page> => {
  const { app } = await openInWindow(session.context, { user: 'sam-patel', patient });
  return app as Page;
};
const openRecord = async (patient: string): Promise<Page> => {
  const app = await launch(patient);
  await agree(app);
  await reachSummary(app);
  return app;
};

describe('coming back to a launch', () => {
  it('by reload, once the record is closed, shows no patient and says where to open it again', async () => {
    const app = await openRecord('NAIR, Priya');
    await closeRecord(app);
    // The key goes right after the screen; a reload in that moment would leave it, opening nothing.
    await expect.poll(() => keptByBrowser(app)).toEqual(nothingKept);
    await app.reload();
    await reach(app, expired, 1);
    const words = await app.locator('body').innerText();
    expect(words).toMatch(/Open the Care Summary again from the patient’s record/);
    expect(words).not.toMatch(patientNames);
    expect(await keptByBrowser(app)).toEqual(nothingKept);
  });

  it('by the back button does not bring the patient back', async () => {
    const app = await openRecord('NAIR, Priya');
    await app.goto(`${hostOrigin}/`);
    await app.goBack();
    await reach(app, expired, 1);
    expect(await app.content()).not.toMatch(patientNames);
  });

  it('by the used address, code and all, signs nobody in', async () => {
    const app = await openRecord('NAIR, Priya');
    const used = session.traffic.to(appOrigin, /\/index\.html$/)[0]?.url() ?? '';
    expect(used).toContain('code=');
    const tokens = () => session.traffic.to(hostOrigin, /\/token$/).length;
    const before = tokens();
    await app.goto(used);
    await reach(app, expired, 1);
    expect(tokens()).toBe(before);
    expect(app.url()).not.toContain('code=');
  });
});

describe('a launch with something wrong in it', () => {
  it('closes where the state is not the one that was sent', async () => {
    await session.context.route(atSignIn, (route) => {
      const url = new URL(route.request().url());
      url.searchParams.set('state', crypto.randomUUID());
      return route.continue({ url: url.href });
    });
    const app = await launch('NAIR, Priya');
    await reach(app, expired, 1);
    expect(session.traffic.to(hostOrigin, /\/token$/)).toEqual([]);
    expect(await session.trail.kinds()).toEqual([]);
  });

  it('closes where the code was meant for another launch', async () => {
    await session.context.route(`${hostOrigin}/gp/auth/token`, (route) => route.abort(), {
      times: 1,
    });
    const first = await launch('NAIR, Priya');
    await reach(first, /could not/i, 1);
    const unused = new URL(session.traffic.to(appOrigin, /\/index\.html$/)[0]?.url() ?? '')
      .searchParams;
    expect(unused.get('code')).toMatch(/.{20}/);
    await session.context.route(atSignIn, (route) => {
      const state = new URL(route.request().url()).searchParams.get('state') ?? '';
      const query = new URLSearchParams({ ...Object.fromEntries(unused), state });
      const location = `${appOrigin}/index.html?${query.toString()}`;
      return route.fulfill({ status: 302, headers: { location } });
    });
    const app = await launch('ELWOOD, Margaret');
    await reach(app, /did not allow this$/, 1);
    expect(await app.content()).not.toMatch(patientNames);
    expect(await session.trail.kinds()).toEqual([]);
  });

  describe('in its address', () => {
    let stranger: Server;
    let strangerOrigin: string;
    const heard: string[] = [];
    beforeAll(async () => {
      stranger = createServer((req, res) => {
        heard.push(req.url ?? '');
        res.end('{}');
      });
      await new Promise<void>((ready) => stranger.listen(0, '127.0.0.1', ready));
      strangerOrigin = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
    });
    afterAll(() => new Promise((closed) => stranger.close(closed)));

    const known = encodeURIComponent(`${hostOrigin}/gp/fhir`);
    it.each([
      ['nothing at all', () => '', 'Open the Care Summary from the patient’s record'],
      ['no iss', () => '?launch=abc', 'Your system did not say which patient'],
      ['no launch', () => `?iss=${known}`, 'Your system did not say which patient'],
      [
        'an unknown iss',
        () => `?iss=${encodeURIComponent(`${strangerOrigin}/fhir`)}&launch=abc`,
        'This system is not set up for the Care Summary',
      ],
      [
        'two of them, one known',
        () => `?iss=${known}&iss=${encodeURIComponent(strangerOrigin)}&launch=abc`,
        'Your system did not say which patient',
      ],
      ['a slash too many', () => `?iss=${known}%2F&launch=abc`, 'This system is not set up'],
      [
        'an open server smuggled in',
        () => `?fhirServiceUrl=${encodeURIComponent(strangerOrigin)}&patientId=1`,
        'Open the Care Summary from the patient’s record',
      ],
    ])('%s: says so and asks nobody', async (_what, query, heading) => {
      const page = await session.context.newPage();
      await page.goto(`${appOrigin}/launch.html${query()}`);
      await page.getByRole('heading', { name: heading }).waitFor();
      expect(await page.getByRole('alert').innerText()).toContain('Nothing was shown or recorded.');
      const origins = new Set(
        session.traffic.requests.map((request) => new URL(request.url()).origin),
      );
      expect([...origins]).toEqual([appOrigin]);
      expect(heard).toEqual([]);
    });
  });
});

describe('two patients in two windows', () => {
  it('stay apart, and neither launch ends the other', async () => {
    const priya = await openRecord('NAIR, Priya');
    const margaret = await openRecord('ELWOOD, Margaret');
    const banner = (page: Page) => page.getByRole('region', { name: 'Patient' }).innerText();
    expect(await banner(priya)).toMatch(/NAIR, Priya[^]*999 000 0077/);
    expect(await banner(margaret)).toMatch(/ELWOOD, Margaret[^]*999 000 0034/);
    expect(await priya.content()).not.toMatch(/elwood|rivastigmine/i);
    expect(await margaret.content()).not.toMatch(/nair|lamotrigine/i);
    await expect.poll(() => keptByBrowser(priya)).toEqual(keysKept(2));
    await expect.poll(() => keptByBrowser(margaret)).toEqual(keysKept(2));
    expect(session.traffic.tokens()).toHaveLength(2);

    await closeRecord(margaret);
    const summaries = session.traffic.to(exchangeOrigin, /\$summary$/).length;
    await priya
      .getByText(/sources answered|of \d answered/)
      .first()
      .waitFor();
    expect(session.traffic.to(exchangeOrigin, /\$summary$/)).toHaveLength(summaries);
    expect(await priya.getByRole('main').innerText()).toMatch(/lamotrigine/i);
    await closeRecord(priya);
    await expect.poll(() => keptByBrowser(priya)).toEqual(nothingKept);
  });
});
