import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/chromium.ts';
import { agree, closeRecord, openInWindow, reachSummary } from './clinician.ts';

let browser: Browser;
let app: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  context.setDefaultTimeout(45_000);
  const visit = await openInWindow(context, { user: 'sam-patel', patient: 'ATTWATER, Frederick' });
  app = visit.app as Page;
  await agree(app);
  await reachSummary(app);
});
afterAll(() => browser.close());

const nodes = () => app.evaluate(() => document.querySelectorAll('*').length);
const results = () => app.getByRole('region', { name: /^Results/ });

describe('a record of 20,000 entries over 30 years', () => {
  it('arrives whole, counted, and drawn in part', async () => {
    await app.getByText('All 4 sources answered.').waitFor();
    // What is far below is not laid out, and has no inner text.
    const counts = await app.locator('.section .count').allTextContents();
    const items = counts.filter((words) => /^\d+ items?$/.test(words));
    const total = items.reduce((sum, words) => sum + Number.parseInt(words, 10), 0);
    expect(total).toBeGreaterThan(10_000);
    expect(await results().locator('li.item').count()).toBe(12);
    // Some twenty sections, of a long list a few rows each.
    expect(await nodes()).toBeLessThan(3_000);
  });

  it('is laid out to its end, once there is nothing else to do', async () => {
    const isLaidOut = () =>
      [...document.querySelectorAll('section > div > h2, section > h2')].every((heading) =>
        heading.checkVisibility({ contentVisibilityAuto: true }),
      );
    await app.waitForFunction(isLaidOut);
    expect(await app.locator('section').count()).toBeGreaterThan(15);
  });

  it('has each source’s tag no wider than its letters, beside what could not be shown', async () => {
    const tags = await app.locator('.unshown .tag').evaluateAll((all) =>
      all.map((tag) => {
        const words = document.createRange();
        words.selectNodeContents(tag);
        return tag.getBoundingClientRect().width - words.getBoundingClientRect().width;
      }),
    );
    expect(tags.length).toBeGreaterThan(0);
    for (const beside of tags) expect(beside).toBeLessThan(16);
  });

  it('answers a press with 50 more and the focus on the first of them', async () => {
    const more = results().getByRole('button', { name: /^Show 50 more of \d+/ });
    await more.click();
    await results().locator('li.item').nth(61).waitFor();
    expect(await results().locator('li.item').count()).toBe(62);
    const focusedIndex = await results()
      .locator('li.item')
      .evaluateAll((items) => items.indexOf(document.activeElement as HTMLElement));
    expect(focusedIndex).toBe(12);
  });

  it('has its newest result first', async () => {
    const dates = await results()
      .locator('li.item time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
    expect(dates.length).toBeGreaterThan(50);
    expect([...dates].sort((left, right) => Date.parse(right) - Date.parse(left))).toEqual(dates);
  });

  it('is gone as fast as any other', async () => {
    await closeRecord(app);
    expect(await nodes()).toBeLessThan(100);
  });
});
