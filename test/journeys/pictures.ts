/**
 * Takes the README's pictures from a sandbox of its own: `npx tsx test/journeys/pictures.ts`, after
 * `npm run build`. Writes PNGs into `test/journeys/pictures/`.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Frame, Page } from 'playwright-core';
import { startSandbox } from '../../mocks/sandbox.ts';
import { launchBrowser } from '../support/chromium.ts';
import {
  agree,
  answerBreakGlass,
  openInSidebar,
  openInWindow,
  reachGate,
  reachSummary,
} from './clinician.ts';

const folder = fileURLToPath(new URL('pictures/', import.meta.url));

/** The window, at the size the host opens it in. */
async function picturesOfTheWindow(browser: Browser, hostOrigin: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 760 } });
  const opening = { user: 'sam-patel', patient: 'OKAFOR, Grace', hostOrigin };
  const { record, app } = await openInWindow(context, opening);
  const page = app as Page;
  await reachGate(page);
  await page.screenshot({ path: join(folder, 'gate-window.png') });
  await agree(page);
  await reachSummary(page);
  await page.getByText('All 4 sources answered.').waitFor();
  await page.setViewportSize({ width: 1200, height: 900 });
  await page.screenshot({ path: join(folder, 'summary-window.png') });
  await record.setViewportSize({ width: 1200, height: 760 });
  await record.screenshot({ path: join(folder, 'host-gp.png') });
  await context.close();
}

/** The hospital record's sidebar alone, as high as what is in it up to 1,500 px. */
async function picturesOfTheSidebar(browser: Browser, hostOrigin: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1700 } });
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
    .waitFor();
  await takeSidebar(record, app as Frame, 'summary-sidebar.png');
  await context.close();
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

const data = await mkdtemp(join(tmpdir(), 'ocs-pictures-'));
await mkdir(folder, { recursive: true });
const sandbox = await startSandbox({
  hostPort: 0,
  appPort: 0,
  exchangePort: 0,
  data,
  fresh: true,
  dev: false,
  speed: 10,
  launcher: null,
});
const browser = await launchBrowser();
try {
  await picturesOfTheWindow(browser, sandbox.hostOrigin);
  await picturesOfTheSidebar(browser, sandbox.hostOrigin);
} finally {
  await browser.close();
  await sandbox.close();
  await rm(data, { recursive: true, force: true });
}
