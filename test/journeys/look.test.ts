import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failOnUnexpected, launchBrowser, type Unexpected } from '../support/chromium.ts';
import { agree, openInWindow, reachSummary } from './clinician.ts';
import { sidewaysOverflow } from './measure.ts';

let browser: Browser;
let unexpected: Unexpected;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openFor(patient: string, width: number): Promise<Page> {
  // A language of the kind a clinician's browser has; the machine's own may be none.
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1200, height: 900 },
  });
  context.setDefaultTimeout(45_000);
  unexpected = await failOnUnexpected(context);
  const { app } = await openInWindow(context, { user: 'sam-patel', patient });
  const page = app as Page;
  await page.setViewportSize({ width, height: 900 });
  await agree(page);
  await reachSummary(page);
  await page.getByText('All 4 sources answered.').waitFor();
  return page;
}

describe.each([1200, 360])('a trend at %i px', (width) => {
  it('is opened, gone through and closed with the keyboard alone', async () => {
    const app = await openFor('OKAFOR, Grace', width);
    const results = app.getByRole('region', { name: /^Results/ });
    const button = results.getByRole('button', { name: 'Trend of Potassium' }).first();
    await button.focus();
    await app.keyboard.press('Enter');
    const heading = app.getByRole('heading', { name: 'Trend of Potassium' });
    await heading.waitFor();
    expect(await heading.evaluate((it) => it === document.activeElement)).toBe(true);
    const canvas = results.locator('canvas');
    await canvas.waitFor();
    const cursor = results.getByRole('slider', { name: 'Points of Potassium by date' });
    await cursor.focus();
    await app.keyboard.press('ArrowLeft');
    const said = await cursor.getAttribute('aria-valuetext');
    expect(said).toMatch(/^19-Nov-2026 \d\d:\d\d: 6.1, High, .*haemolysed.*, OUH$/);
    expect(await results.getByText(said ?? '', { exact: true }).count()).toBe(1);
    expect(await sidewaysOverflow(app)).toBe(0);
    await app.keyboard.press('Escape');
    expect(await canvas.count()).toBe(0);
    expect(await button.evaluate((it) => it === document.activeElement)).toBe(true);
    expect(unexpected.problems).toEqual([]);
    await app.context().close();
  });
});

describe('a search in a record of 20,000 entries', () => {
  it('finds while one types, draws a part, and is emptied by Escape', async () => {
    const app = await openFor('ATTWATER, Frederick', 1200);
    const box = app.getByRole('searchbox', { name: 'Search the whole summary' });
    await box.focus();
    await app.evaluate(watchFrames);
    await box.pressSequentially('sodium', { delay: 60 });
    await app.getByText(/^[\d,]+ found$/).waitFor();
    const hits = app.getByRole('region', { name: 'Search results' });
    expect(await hits.locator('li').count()).toBe(30);
    const costs = await app.evaluate(() =>
      performance.getEntriesByName('keystroke').map((each) => Math.round(each.duration)),
    );
    // A number to be read, which no machine under load may turn red.
    process.stdout.write(
      `search: ms from key to frame, each of ${costs.length}: ${costs.join(', ')}\n`,
    );
    await app.keyboard.press('Escape');
    await hits.waitFor({ state: 'detached' });
    expect(await box.inputValue()).toBe('');
    expect(unexpected.problems).toEqual([]);
    await app.context().close();
  });
});

/** Measures from each input to the second frame after it, in which its hits are drawn. */
function watchFrames(): void {
  document.addEventListener('input', ({ timeStamp }) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        performance.measure('keystroke', { start: timeStamp, end: performance.now() });
      }),
    );
  });
}
