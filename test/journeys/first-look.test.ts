import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/chromium.ts';
import { openAlone, openByBreakGlass } from './clinician.ts';
import { sidewaysOverflow } from './measure.ts';

let browser: Browser;
let app: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  context.setDefaultTimeout(30_000);
  app = await openAlone(context, { user: 'amina-mensah', patient: 'OKAFOR, Grace' });
  await openByBreakGlass(app);
  await app.getByText('All 4 sources answered.').waitFor();
});
afterAll(() => browser.close());

const bottomOf = (what: Locator) =>
  what.first().evaluate((element) => element.getBoundingClientRect().bottom);
const region = (name: string) => app.getByRole('region', { name });

describe('the first ten seconds, in 360 by 640 pixels', () => {
  it('show plan, allergies with their conflict and a critical medicine without scrolling', async () => {
    const bar = await app
      .getByRole('button', { name: 'Sections' })
      .evaluate((button) => button.getBoundingClientRect().top);
    expect(await app.evaluate(() => document.documentElement.scrollTop)).toBe(0);
    const inSight = [
      app.getByText(/^Opened by break glass/),
      region('Resuscitation and emergency plans').getByText(/^ReSPECT: /),
      region('Known allergies').getByText('Penicillin'),
      region('Known allergies').getByText(/says “No known drug allergy”/),
      region('Critical medicines').getByRole('list').nth(1),
    ];
    for (const each of inSight) expect(await bottomOf(each)).toBeLessThanOrEqual(bar);
  });

  it('scroll sideways nowhere, with everything below', async () => {
    expect(await sidewaysOverflow(app)).toBe(0);
  });

  it('bring the search by the bar, with the focus in it', async () => {
    await app.getByRole('button', { name: 'Search', exact: true }).click();
    const box = app.getByRole('searchbox', { name: 'Search the whole summary' });
    expect(await box.isVisible()).toBe(true);
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});
