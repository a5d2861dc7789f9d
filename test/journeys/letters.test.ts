/** Letters in a real browser: drawn, read, and nothing of them run, under the app's own policy. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { axe, failOnUnexpected, type Unexpected } from '../support/chromium.ts';
import {
  agree,
  type AppScreen,
  openInSidebar,
  openInWindow,
  reach,
  reachSummary,
} from './clinician.ts';
import { sidewaysOverflow } from './measure.ts';
import { browserSession } from './session.ts';

const session = browserSession({ width: 1280, height: 800 });
const patient = 'OKAFOR, Grace';

let unexpected: Unexpected;
beforeEach(async () => {
  unexpected = await failOnUnexpected(session.context);
});
afterEach(() => {
  expect(unexpected.problems).toEqual([]);
});

async function openLetter(app: AppScreen, name: RegExp): Promise<void> {
  const button = app.getByRole('button', { name });
  await button.focus();
  await button.press('Enter');
}

/** How many dark points the first page has: none while it is blank. */
async function inkOn(app: AppScreen): Promise<number> {
  return app
    .locator('canvas')
    .first()
    .evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return 0;
      const { width, height } = canvas;
      const points = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      let dark = 0;
      for (let at = 0; at < points.length; at += 4) {
        if ((points[at] ?? 255) < 100 && points[at + 3] === 255) dark += 1;
      }
      return dark;
    });
}

const discharge = /^Open Discharge summary, acute general medicine, 12-Nov-2026 \(PDF\)$/;

describe('a discharge summary', () => {
  it('is read in a window, every page of it, and Escape leads back to where it was opened', async () => {
    const { app } = await openInWindow(session.context, { user: 'sam-patel', patient });
    await agree(app);
    await reachSummary(app);
    await openLetter(app, discharge);
    await reach(app, 'Discharge summary, acute general medicine', 2);
    await app.getByRole('heading', { name: 'Page 2 of 2' }).waitFor();
    await app.getByText(/Apixaban thins the blood/).waitFor({ state: 'attached' });
    expect(await inkOn(app)).toBeGreaterThan(2000);
    expect(
      await app.getByText('This is how Oxford University Hospitals wrote it.').isVisible(),
    ).toBe(true);
    expect(await app.getByRole('region', { name: 'Patient' }).isVisible()).toBe(true);
    expect(await app.getByRole('heading', { name: /allerg/i }).isVisible()).toBe(false);
    expect('screenshot' in app && (await axe(app))).toEqual([]);
    await app.locator('body').press('Escape');
    await app.getByRole('button', { name: discharge }).waitFor();
    const focused = await app.evaluate(() => document.activeElement?.textContent);
    expect(focused).toMatch(discharge);
    expect(await app.locator('canvas').count()).toBe(0);
  });

  it('fits the sidebar, can be enlarged, and is read as text', async () => {
    const { app, record } = await openInSidebar(session.context, { user: 'amina-mensah', patient });
    await agree(app);
    await reachSummary(app);
    await openLetter(app, discharge);
    await app.getByRole('heading', { name: 'Page 2 of 2' }).waitFor();
    await app.getByText(/Apixaban thins the blood/).waitFor({ state: 'attached' });
    expect(await sidewaysOverflow(app)).toBe(0);
    await app.getByRole('button', { name: 'Larger' }).click();
    expect(await app.getByRole('region', { name: 'Page 1, enlarged' }).isVisible()).toBe(true);
    expect(await sidewaysOverflow(app)).toBe(0);
    await app.getByRole('button', { name: 'Text only' }).click();
    await app.getByText(/STARTED\s+Apixaban 2.5 mg twice daily/).waitFor();
    expect(await sidewaysOverflow(app)).toBe(0);
    expect(await axe(record)).toEqual([]);
    await app.getByRole('button', { name: 'Back to summary' }).click();
    await app.getByRole('button', { name: discharge }).waitFor();
  });
});

describe('letters of other kinds', () => {
  it('are shown without what they would run, and each reading is in the trail', async () => {
    const { app } = await openInWindow(session.context, { user: 'sam-patel', patient });
    await agree(app);
    await reachSummary(app);
    await openLetter(app, /^Open Anticoagulation clinic note/);
    await app.getByText(/takes apixaban twice a day & has had no bleeding/).waitFor();
    expect(await app.getByText('Status: Preliminary').isVisible()).toBe(true);
    expect(await app.getByText(/attacked/).count()).toBe(0);
    expect(await app.evaluate(() => 'attacked' in globalThis)).toBe(false);
    expect(await app.getByRole('link', { name: 'Sign here' }).count()).toBe(0);
    await app.getByRole('button', { name: 'Back to summary' }).click();

    await openLetter(app, /^Open Electrocardiogram, scanned/);
    const picture = app.getByRole('img', {
      name: 'Picture of the letter: Electrocardiogram, scanned',
    });
    await picture.waitFor();
    await expect
      .poll(() =>
        picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)),
      )
      .toBe(720);
    await app.getByRole('button', { name: 'Back to summary' }).click();

    await openLetter(app, /^Open Discharge summary, acute general medicine, 12-Nov-2026 \(Text\)$/);
    await app.getByText(/Draft written at 10:05/).waitFor();
    expect(await app.getByText('Status: Superseded').isVisible()).toBe(true);
    const { exchangeOrigin } = session.sandbox;
    expect(session.traffic.to(exchangeOrigin, /\/Binary\//).length).toBeGreaterThanOrEqual(3);
  });

  it('that were altered are not shown, and RTF is read as words', async () => {
    const { app } = await openInSidebar(session.context, {
      user: 'amina-mensah',
      patient: 'OROURKE, Liam',
    });
    await agree(app);
    await reachSummary(app);
    await openLetter(app, /^Open Clozapine clinic letter/);
    await app.getByText(/Clozapine levels rise when people stop\./).waitFor();
    await app.getByRole('button', { name: 'Back to summary' }).click();
    await openLetter(app, /^Open Physical health check/);
    await app.getByText(/This file is not the one that the record speaks of/).waitFor();
    expect(await app.getByText(/Weight 91 kg/).count()).toBe(0);
  });
});
