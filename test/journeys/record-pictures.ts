/** Pictures of the open record: the first look, medicines, a trend, the timeline, a letter, paper. */
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openAlone, openByBreakGlass } from './clinician.ts';

type Size = { readonly width: number; readonly height: number };

const sidebar: Size = { width: 360, height: 640 };
const window: Size = { width: 1200, height: 900 };

/** Everything of Grace Okafor; `folder` is where the PNGs go. */
export async function picturesOfTheRecord(
  browser: Browser,
  hostOrigin: string,
  folder: string,
): Promise<void> {
  const take = (page: Page, name: string) => page.screenshot({ path: join(folder, `${name}.png`) });
  const context = await browser.newContext({ locale: 'en-GB', viewport: sidebar });
  // Nothing may close the print view: there is no printer, and no dialog.
  await context.addInitScript(() => (globalThis.print = () => undefined));
  const grace = await open(context, hostOrigin);
  await take(grace, 'first-ten-seconds');
  await grace.setViewportSize({ width: 360, height: 1500 });
  await take(grace, 'summary-sidebar');

  await grace.setViewportSize(window);
  // Over nothing that would look pressed.
  await grace.mouse.move(window.width - 2, 2);
  await toTop(grace);
  await take(grace, 'summary-window');
  await toRegion(grace, 'Medicines');
  await take(grace, 'medicines-window');
  await press(grace, /^Trend of eGFR/);
  await grace.locator('.trend canvas').waitFor();
  await toRegion(grace, /^Results/);
  await grace.locator('.trend').first().scrollIntoViewIfNeeded();
  await take(grace, 'trend');
  await toRegion(grace, 'Timeline');
  await grace.locator('.lanes').waitFor();
  await toRegion(grace, 'Timeline');
  await take(grace, 'timeline');
  await press(grace, /^Open Discharge summary, acute general medicine, 12-Nov-2026 \(PDF\)$/);
  await grace.getByRole('heading', { name: 'Page 2 of 2' }).waitFor();
  await grace.getByText(/Apixaban thins the blood/).waitFor({ state: 'attached' });
  await toTop(grace);
  await take(grace, 'letter');
  await grace.keyboard.press('Escape');

  await press(grace, 'Print');
  await grace.getByRole('article').waitFor();
  await grace.emulateMedia({ media: 'print' });
  // A4 at 96 pixels an inch.
  await grace.setViewportSize({ width: 794, height: 1123 });
  await toTop(grace);
  await take(grace, 'print');
  await context.close();
}

async function open(context: BrowserContext, hostOrigin: string): Promise<Page> {
  const opening = { user: 'amina-mensah', patient: 'OKAFOR, Grace', hostOrigin };
  const page = await openAlone(context, opening);
  await openByBreakGlass(page);
  await page.getByText('All 4 sources answered.').waitFor();
  return page;
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' }).first();
  await button.focus();
  await button.press('Enter');
}

async function toTop(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.scrollTop = 0;
  });
}

/** Its heading at the upper edge, as a jump to the section leaves it. */
async function toRegion(page: Page, name: string | RegExp): Promise<void> {
  const region = page.getByRole('region', { name, exact: typeof name === 'string' }).first();
  await region.evaluate((element) => element.querySelector('h2')?.scrollIntoView());
}
