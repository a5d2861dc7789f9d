/**
 * Takes the README's pictures from a sandbox of its own: `npx tsx test/journeys/pictures.ts`, after
 * `npm run build`. Writes PNGs into `test/journeys/pictures/`.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Frame, Page } from 'playwright-core';
import { standingWords } from '../../src/ui/wording/standing.ts';
import { launchBrowser } from '../support/chromium.ts';
import { ownSandbox } from '../support/own-sandbox.ts';
import {
  agree,
  answerBreakGlass,
  closeRecord,
  launchFrom,
  openAlone,
  openInSidebar,
  openInWindow,
  reach,
  reachGate,
  reachSummary,
} from './clinician.ts';
import { picturesOfTheRecord } from './record-pictures.ts';

const folder = fileURLToPath(new URL('pictures/', import.meta.url));

/** The window, at the size the host opens it in. */
async function picturesOfTheWindow(browser: Browser, hostOrigin: string): Promise<void> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1000, height: 760 },
  });
  const opening = { user: 'sam-patel', patient: 'OKAFOR, Grace', hostOrigin };
  const { record, app } = await openInWindow(context, opening);
  const page = app as Page;
  await reachGate(page);
  await page.screenshot({ path: join(folder, 'gate-window.png') });
  await agree(page);
  await reachSummary(page);
  await page.getByText('All 4 sources answered.').waitFor();
  await record.setViewportSize({ width: 1200, height: 760 });
  await record.screenshot({ path: join(folder, 'host-gp.png') });
  await closeRecord(page);
  const next = (await launchFrom(record, 'gp')) as Page;
  await next.setViewportSize({ width: 1000, height: 760 });
  await reach(next, standingWords.heading, 2);
  await next.screenshot({ path: join(folder, 'standing-window.png') });
  const first = await openInWindow(context, { ...opening, user: 'priti-rao' });
  const terms = first.app as Page;
  await reach(terms, 'Terms of use', 1);
  await takeWhole(terms, 'terms-window.png', { width: 1000, height: 760 });
  await context.close();
}

/** The hospital record's sidebar alone, as high as what is in it up to 1,500 px. */
async function picturesOfTheSidebar(browser: Browser, hostOrigin: string): Promise<void> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 1700 },
  });
  const opening = { user: 'amina-mensah', patient: 'WHITLOCK, Daniel', hostOrigin };
  const { record, app } = await openInSidebar(context, opening);
  await answerBreakGlass(
    app,
    'unconscious',
    'GCS 6: steroid cover and allergies are needed before intubation.',
  );
  await takeSidebar(record, app as Frame, 'gate-sidebar-break-glass.png');
  await app.getByRole('button', { name: 'Break glass and open' }).click();
  await reachSummary(app);
  await app
    .getByRole('region', { name: 'Sources' })
    .getByRole('status')
    .getByText(/no answer/)
    .first()
    .waitFor();
  await takeSidebar(record, app as Frame, 'silent-source-sidebar.png');
  await closeRecord(app);
  const leila = await openInSidebar(context, { ...opening, patient: 'HADDAD, Leila' });
  await agree(leila.app);
  await reachSummary(leila.app);
  await leila.app.getByText('All 4 sources answered.').waitFor();
  await takeSidebar(leila.record, leila.app as Frame, 'restricted-sidebar.png');
  await context.close();
}

/** What a privacy officer finds after the others' day: overrides, and who was refused. */
async function pictureOfTheReviewFeed(browser: Browser, hostOrigin: string): Promise<void> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1200, height: 760 },
  });
  const refused = async (user: string, patient: string, heading: string) => {
    const page = await openAlone(context, { user, patient, hostOrigin });
    await reach(page, heading, 1);
    await page.getByText('This attempt was recorded.').waitFor();
  };
  await refused('noor-aziz', 'ELWOOD, Margaret', 'The Care Summary is for clinicians');
  await refused('ben-carver', 'PRENTICE, Joan', 'This record cannot be opened');
  const opening = { user: 'kit-doyle', patient: 'OKAFOR, Grace', hostOrigin };
  const feed = await openAlone(context, opening);
  await reach(feed, 'Review feed', 1);
  await feed.getByRole('row').nth(1).waitFor();
  await takeWhole(feed, 'review-feed.png', { width: 1200, height: 760 });
  await context.close();
}

/** A page of its own, as high as what is in it. */
async function takeWhole(
  page: Page,
  name: string,
  size: { width: number; height: number },
): Promise<void> {
  await page.setViewportSize(size);
  await page.screenshot({ path: join(folder, name), fullPage: true });
}

async function takeSidebar(record: Page, frame: Frame, name: string): Promise<void> {
  const full = await frame.evaluate(() => {
    window.scrollTo(0, 0);
    return document.getElementById('main')?.getBoundingClientRect().bottom ?? 0;
  });
  const box = await record.locator('iframe[title="Care Summary"]').boundingBox();
  if (box === null) throw new Error('The sidebar is not on screen.');
  const height = Math.min(full, box.height, 1500);
  await record.screenshot({ path: join(folder, name), clip: { ...box, height } });
}

await mkdir(folder, { recursive: true });
const sandbox = await ownSandbox();
const browser = await launchBrowser();
try {
  await picturesOfTheWindow(browser, sandbox.hostOrigin);
  await picturesOfTheSidebar(browser, sandbox.hostOrigin);
  await pictureOfTheReviewFeed(browser, sandbox.hostOrigin);
  await picturesOfTheRecord(browser, sandbox.hostOrigin, folder);
} finally {
  await browser.close();
  await sandbox.close();
}
