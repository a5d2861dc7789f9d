import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../mocks/sandbox.ts';
import { failOnUnexpected, launchBrowser, type Unexpected } from '../support/chromium.ts';
import { ownSandbox } from '../support/own-sandbox.ts';
import {
  accessLog,
  agree,
  closeRecord,
  openInWindow,
  reachGate,
  reachSummary,
  type Visit,
} from './clinician.ts';
import { keptByBrowser, keysKept, nothingKept } from './kept.ts';
import { recordTraffic, type Traffic } from './traffic.ts';

const nhsNumber = /999 ?000 ?0018/;

// Of its own, since the log of a record that others opened would be longer.
let sandbox: Sandbox;
let browser: Browser;
let context: BrowserContext;
let unexpected: Unexpected;
let traffic: Traffic;
let visit: Visit;
const titles = new Set<string>();

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([ownSandbox(), launchBrowser()]);
  context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  context.setDefaultTimeout(20_000);
  unexpected = await failOnUnexpected(context);
  traffic = recordTraffic(context);
  const { hostOrigin } = sandbox;
  visit = await openInWindow(context, { user: 'sam-patel', patient: 'OKAFOR, Grace', hostOrigin });
});
afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

const noteTitle = async () => titles.add(await visit.app.title());
const section = (name: RegExp) => visit.app.getByRole('region', { name });

describe('a GP opens a record with permission, in a window', () => {
  it('is asked the question first, with nothing chosen and nothing clinical asked for', async () => {
    const { app } = visit;
    await reachGate(app);
    await noteTitle();
    expect(await app.getByRole('radio').count()).toBe(5);
    expect(await app.getByRole('radio', { checked: true }).count()).toBe(0);
    const words = await app.getByRole('main').innerText();
    expect(words).toContain('Yes, the patient agreed');
    expect(words).toContain('I am involved in this patient’s care. This is not my own record.');
    expect(words).toContain('Dr Sam Patel');
    const banner = await app.getByRole('region', { name: 'Patient' }).innerText();
    expect(banner).toMatch(/OKAFOR, Grace[^]*14-Jul-1945[^]*Female[^]*999 000 0018/);
    expect(traffic.to(sandbox.exchangeOrigin, /\$summary|Binary/)).toEqual([]);
  });

  it('reads what hospital and practice say, each item with its source and date', async () => {
    const { app } = visit;
    await agree(app);
    await reachSummary(app);
    await noteTitle();
    await app.getByText('All 4 sources answered.').waitFor();
    const medicines = await section(/^Medicines/).innerText();
    expect(medicines).toMatch(/Apixaban[^]*2\.5\s?mg tablets: 2\.5 mg twice daily/i);
    expect(medicines).toMatch(/Warfarin/i);
    const allergies = await section(/^Known allergies/).innerText();
    expect(allergies).toMatch(/Penicillin[^]*1998/i);
    expect(allergies).toMatch(/No known drug allergy/i);
    const items = await app.locator('li.item').filter({ visible: true }).all();
    expect(items.length).toBeGreaterThan(20);
    for (const item of items) {
      // What is far below is not laid out, and has no inner text.
      await item.scrollIntoViewIfNeeded();
      await expect.poll(() => item.innerText()).toMatch(/\b(GP|OUH|OH|SC)\b/);
      const words = await item.innerText();
      // A contact may have no date, and then says so.
      expect(words).toMatch(/\b\d{4}\b|No date/);
    }
  });

  it('finds the opening in the access log, once, as their own', async () => {
    const log = await accessLog(visit.app);
    const own = log.getByRole('row').filter({ hasText: 'this is you' });
    await own.first().waitFor();
    expect(await own.count()).toBe(1);
    expect(await own.innerText()).toMatch(
      /Dr Sam Patel[^]*Hollow Way[^]*Direct care[^]*The patient agreed[^]*Opened/,
    );
  });

  it('leaves no secret in an address, a title or anything the browser keeps', async () => {
    const tokens = traffic.tokens();
    expect(tokens).toHaveLength(1);
    // What a reload goes on with is in memory; the key it is sealed under can not be read out.
    await expect.poll(() => keptByBrowser(visit.app)).toEqual(keysKept(1));
    const urls = traffic.requests.map((request) => request.url());
    for (const secret of tokens) {
      expect(urls.filter((url) => url.includes(secret))).toEqual([]);
    }
    expect(urls.filter((url) => nhsNumber.test(decodeURIComponent(url)))).toEqual([]);
    expect([...titles]).toEqual(['Care Summary']);
    expect(visit.app.url()).toBe(`${sandbox.appOrigin}/index.html`);
  });

  it('sends the code to nobody but the host, not even as a referrer', async () => {
    const redirect = traffic.to(sandbox.appOrigin, /\/index\.html$/)[0];
    const code = new URL(redirect?.url() ?? '').searchParams.get('code') ?? '';
    expect(code.length).toBeGreaterThan(10);
    const carrying = traffic.requests.filter(
      (request) => request !== redirect && request.url().includes(code),
    );
    expect(carrying).toEqual([]);
    const headers = await Promise.all(traffic.requests.map((request) => request.allHeaders()));
    expect(
      headers.map((each) => each['referer'] ?? '').filter((url) => url.includes(code)),
    ).toEqual([]);
  });

  it('closes the record and leaves nothing on screen', async () => {
    const { app } = visit;
    await closeRecord(app);
    await noteTitle();
    const words = await app.locator('body').innerText();
    expect(words).toContain('Nothing is left on this screen.');
    expect(words).not.toMatch(/Okafor|999 000|apixaban|penicillin/i);
    expect(await app.content()).not.toMatch(/Okafor|apixaban|penicillin/i);
    await expect.poll(() => keptByBrowser(app)).toEqual(nothingKept);
    expect(unexpected.problems).toEqual([]);
  });
});
