import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axe, launchBrowser } from '../support/chromium.ts';
import { fileSandbox } from '../support/journey-sandbox.ts';
import { invisibleControls } from './barriers.ts';
import {
  agree,
  answerBreakGlass,
  closeRecord,
  openInSidebar,
  openInWindow,
  reach,
  reachGate,
  reachSummary,
  type AppScreen,
} from './clinician.ts';
import { sidewaysOverflow } from './measure.ts';

const { appOrigin, exchangeOrigin, hostOrigin } = await fileSandbox();
const widths = [1200, 360, 320];

let browser: Browser;
let context: BrowserContext | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await context?.close();
  context = null;
});

async function newContext(width: number): Promise<BrowserContext> {
  context = await browser.newContext({ viewport: { width, height: 800 } });
  context.setDefaultTimeout(20_000);
  return context;
}

/** Axe at each width, and in forced colours; nothing may scroll sideways down to 320 px. */
async function expectAccessible(page: Page, app: AppScreen = page): Promise<void> {
  const height = 800;
  for (const width of app === page ? widths : [1280]) {
    await page.setViewportSize({ width, height });
    expect(await axe(page), `axe at ${width} px`).toEqual([]);
    expect(await sidewaysOverflow(app), `sideways at ${width} px`).toBe(0);
  }
  await page.emulateMedia({ forcedColors: 'active' });
  if (app === page) expect(await axe(page), 'axe in forced colours').toEqual([]);
  expect(await invisibleControls(app)).toEqual([]);
  await page.emulateMedia({ forcedColors: 'none' });
}

describe('a window on the whole path', () => {
  it('has no barrier from the question to the end', async () => {
    const opened = await openInWindow(await newContext(1200), {
      user: 'sam-patel',
      patient: 'BARTON, Chloe',
    });
    const app = opened.app as Page;
    await reachGate(app);
    await expectAccessible(app);
    await app.getByRole('button', { name: 'Confirm and open' }).click();
    await app.getByRole('alert').waitFor();
    await expectAccessible(app);
    await answerBreakGlass(app, 'not-reachable', 'short');
    await app.getByRole('button', { name: 'Break glass and open' }).click();
    await app.getByText('Is that enough for the privacy team').waitFor();
    await expectAccessible(app);
  });

  it('has none where the access could not be recorded', async () => {
    const inContext = await newContext(1200);
    await inContext.route(`${exchangeOrigin}/gp/fhir`, (route) => route.abort());
    const opened = await openInWindow(inContext, { user: 'sam-patel', patient: 'BARTON, Chloe' });
    const app = opened.app as Page;
    await agree(app);
    await reach(app, 'We could not record this access', 2);
    await expectAccessible(app);
  });

  it('has none in the open record, nor once it is closed', async () => {
    const opened = await openInWindow(await newContext(1200), {
      user: 'sam-patel',
      patient: 'BARTON, Chloe',
    });
    const app = opened.app as Page;
    await agree(app);
    await reachSummary(app);
    await app
      .getByText(/answered\.$/)
      .first()
      .waitFor();
    await expectAccessible(app);
    await closeRecord(app);
    await expectAccessible(app);
  });

  it('has none on a record that stays closed', async () => {
    const opened = await openInWindow(await newContext(1200), {
      user: 'rita-shaw',
      patient: 'BARTON, Chloe',
    });
    const app = opened.app as Page;
    await reach(app, 'The Care Summary is for clinicians', 1);
    await expectAccessible(app);
  });

  it('has none where the app was opened without a launch', async () => {
    const page = await (await newContext(1200)).newPage();
    await page.goto(`${appOrigin}/launch.html`);
    await reach(page, 'Open the Care Summary from the patient’s record');
    await expectAccessible(page);
    await page.goto(`${appOrigin}/index.html`);
    await reach(page, 'This launch has expired');
    await expectAccessible(page);
  });
});

describe('a sidebar of 360 pixels', () => {
  it('has no barrier from the question to the record', async () => {
    const { record, app } = await openInSidebar(await newContext(1280), {
      user: 'jo-lindqvist',
      patient: 'FINCH, Harold',
    });
    await reachGate(app);
    await expectAccessible(record, app);
    await answerBreakGlass(
      app,
      'unconscious',
      'Methotrexate: weekly or daily? Needed for his drug chart.',
    );
    await expectAccessible(record, app);
    await app.getByRole('button', { name: 'Break glass and open' }).click();
    await reachSummary(app);
    await expectAccessible(record, app);
    await closeRecord(app);
    await expectAccessible(record, app);
  });
});

describe('the sandbox around it', () => {
  it.each(['/', '/gp', '/epr', '/sandbox'])('%s has no barrier at either width', async (path) => {
    const page = await (await newContext(1200)).newPage();
    await page.goto(hostOrigin + path);
    for (const width of [1200, 360]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await axe(page), `axe at ${width} px`).toEqual([]);
    }
  });
});
