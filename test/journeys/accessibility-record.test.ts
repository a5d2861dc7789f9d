/** Every layer and panel of the open record: axe, 320 px, 400 % zoom, forced colours, keyboard. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { failOnUnexpected } from '../support/chromium.ts';
import { expectNoBarrier } from './barriers.ts';
import { agree, openAlone, openByBreakGlass, reach, reachSummary } from './clinician.ts';
import { focused, tabTo } from './keys.ts';
import { browserSession } from './session.ts';

const session = browserSession({ width: 1280, height: 800, own: true });
const discharge = /^Open Discharge summary, acute general medicine, 12-Nov-2026 \(PDF\)$/;

async function open(patient: string): Promise<Page> {
  const { hostOrigin } = session.sandbox;
  // A browser without a printer: what is to be printed stays on screen.
  await session.context.addInitScript(() => (window.print = () => undefined));
  const page = await openAlone(session.context, { user: 'jo-lindqvist', patient, hostOrigin });
  if (patient.startsWith('MALIK')) await openByBreakGlass(page);
  else await agree(page);
  await reachSummary(page);
  await page.getByText('All 4 sources answered.').waitFor();
  return page;
}

/** Presses a link or button that has the focus once it was reached by name. */
async function enter(page: Page, name: string | RegExp): Promise<void> {
  const control = page.getByRole('button', { name }).or(page.getByRole('link', { name })).first();
  await control.focus();
  await page.keyboard.press('Enter');
}

type Layer = readonly [
  what: string,
  patient: string,
  words: readonly string[],
  show: (page: Page) => Promise<unknown>,
];

const layers: readonly Layer[] = [
  [
    'the open record',
    'OKAFOR, Grace',
    ['Known allergies', 'Critical medicines', 'Timeline', 'Close record'],
    () => Promise.resolve(),
  ],
  [
    'a letter',
    'OKAFOR, Grace',
    ['Discharge summary, acute general medicine', 'Page 2 of 2', 'Back to summary'],
    async (page) => {
      await enter(page, discharge);
      await page.getByRole('heading', { name: 'Page 2 of 2' }).waitFor();
    },
  ],
  [
    'a trend',
    'OKAFOR, Grace',
    ['Trend of eGFR'],
    async (page) => {
      await enter(page, /^Trend of eGFR/);
      await reach(page, /^Trend of eGFR/);
    },
  ],
  [
    'what a search found',
    'OKAFOR, Grace',
    ['Known allergies'],
    async (page) => {
      await page.getByRole('searchbox').fill('warfarin');
      await page
        .getByRole('search')
        .getByText(/^\d+ found$/)
        .waitFor();
    },
  ],
  [
    'the sources with their filters, one left out, nothing combined',
    'OKAFOR, Grace',
    ['Known allergies'],
    async (page) => {
      // A window has them open in any case.
      await page.setViewportSize({ width: 360, height: 800 });
      await enter(page, 'Show each source');
      await page.locator('summary', { hasText: 'Filters and combining' }).click();
      await page.getByRole('checkbox', { name: 'Oxford Health' }).uncheck();
      await page.getByRole('radio', { name: 'Show every entry by itself' }).check();
      await page.getByText('Filters on:').waitFor();
    },
  ],
  [
    'the print view',
    'OKAFOR, Grace',
    ['Back to the summary'],
    async (page) => {
      await enter(page, 'Print');
      await page.getByRole('article').waitFor();
    },
  ],
  [
    'safeguarding, asked for',
    'MALIK, Ayaan',
    ['Safeguarding', 'Hide safeguarding entries'],
    async (page) => {
      await enter(page, 'Show safeguarding entries');
      await page.getByRole('button', { name: 'Hide safeguarding entries' }).waitFor();
    },
  ],
];

describe('no barrier', () => {
  it.each(layers)('in %s', async (_what, patient, words, show) => {
    const unexpected = await failOnUnexpected(session.context, [
      /launch\.html\S* net::ERR_FAILED$/,
    ]);
    const page = await open(patient);
    await show(page);
    await expectNoBarrier(page, words);
    expect(unexpected.problems).toEqual([]);
  });
});

describe('the keyboard alone', () => {
  it('reaches a letter and a trend, and Escape leads back to where they were opened', async () => {
    const page = await open('OKAFOR, Grace');
    expect(await focused(page)).toBe('Care Summary');
    await tabTo(page, page, /^Letters/);
    await page.keyboard.press('Enter');
    expect(await focused(page)).toMatch(/^Documents and letters/);
    await tabTo(page, page, discharge);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Page 2 of 2' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toMatch(discharge);

    await enter(page, /^Results/);
    expect(await focused(page)).toMatch(/^Results/);
    await tabTo(page, page, /^Trend\s*of eGFR/);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Trend of eGFR');
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toMatch(/^Trend\s*of eGFR/);
  });

  it('reaches print, closing, the search and the filters from the top', async () => {
    const page = await open('OKAFOR, Grace');
    await tabTo(page, page, 'Print');
    await tabTo(page, page, 'Close record');
    await tabTo(page, page, 'Search the whole summary');
    await page.keyboard.type('penicillin');
    await page
      .getByRole('search')
      .getByText(/^\d+ found$/)
      .waitFor();
    await page.keyboard.press('Escape');
    await tabTo(page, page, 'Filters and combining');
    await page.keyboard.press('Enter');
    await tabTo(page, page, /^Hollow Way Medical Centre/);
    await page.keyboard.press('Space');
    const on = page.getByText('Filters on:').locator('..');
    await on.waitFor();
    expect(await on.innerText()).toMatch(/Hollow Way Medical Centre left out/);
  });

  it('opens and shuts safeguarding in a sidebar, and its sections', async () => {
    const page = await open('MALIK, Ayaan');
    await page.setViewportSize({ width: 360, height: 640 });
    await tabTo(page, page, 'Sections');
    await page.keyboard.press('Enter');
    await tabTo(page, page, /^Safeguarding/);
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Safeguarding');
    await tabTo(page, page, /^Show\s*safeguarding entries/);
    await page.keyboard.press('Enter');
    await page
      .getByText(/child protection plan/i)
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    expect(await page.getByText(/child protection plan/i).count()).toBe(0);
  });
});
