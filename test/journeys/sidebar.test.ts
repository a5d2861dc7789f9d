import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failOnUnexpected, launchBrowser, type Unexpected } from '../support/chromium.ts';
import {
  accessLog,
  agree,
  answerBreakGlass,
  gateHeading,
  openInSidebar,
  reach,
  reachGate,
  reachSummary,
  type Visit,
} from './clinician.ts';
import { pageWidth, sidewaysOverflow } from './measure.ts';

const patient = 'WHITLOCK, Daniel';
const justification = 'Before intubation I need his steroid cover and his allergies, from anyone.';

let browser: Browser;
let context: BrowserContext;
let unexpected: Unexpected;
let visit: Visit;

beforeAll(async () => {
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(20_000);
  unexpected = await failOnUnexpected(context);
  visit = await openInSidebar(context, { user: 'amina-mensah', patient });
});
afterAll(() => browser.close());

const press = () => visit.app.getByRole('button', { name: 'Break glass and open' }).click();
const sources = () => visit.app.getByRole('region', { name: 'Sources' }).getByRole('status');
const redLine = () => visit.app.getByText(/Opened by break glass \d\d:\d\d · tell the patient/);

describe('an emergency registrar breaks the glass in the sidebar', () => {
  it('sees the question within the first 400 pixels, and nothing scrolls sideways', async () => {
    const { app } = visit;
    await reachGate(app);
    const top = await app
      .getByRole('heading', { name: gateHeading })
      .evaluate((heading) => heading.getBoundingClientRect().bottom);
    expect(top).toBeLessThan(400);
    expect(await pageWidth(app)).toBe(360);
    expect(await sidewaysOverflow(app)).toBe(0);
  });

  it('is asked once more about a short justification, and not stopped by it', async () => {
    const { app } = visit;
    await answerBreakGlass(app, 'unconscious', 'GCS 6');
    expect(await sidewaysOverflow(app)).toBe(0);
    await press();
    const once = app.getByText('Is that enough for the privacy team to understand?');
    await once.waitFor();
    await reachGate(app);
    await answerBreakGlass(app, 'unconscious', justification);
    await press();
    await reach(app, 'Care Summary', 1);
    expect(await once.count()).toBe(0);
  });

  it('keeps the red line on screen for as long as the record is open', async () => {
    const { app } = visit;
    await reachSummary(app);
    await redLine().waitFor();
    await app.getByRole('heading', { name: 'Access log' }).scrollIntoViewIfNeeded();
    const [top, bottom] = await redLine().evaluate((line) => {
      const box = line.getBoundingClientRect();
      return [box.top, box.bottom] as const;
    });
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThan(120);
  });

  it('does not say "known" while a source of allergies is still being asked', async () => {
    await sources().getByText('Oxford Health: still asking.').waitFor();
    const headings = await visit.app.getByRole('heading', { name: /allerg/i }).allInnerTexts();
    expect(headings).toHaveLength(1);
    expect(headings[0]).toMatch(/^Allergies unavailable/);
  });

  it('hears of the allergy that arrives late, and who never answered', async () => {
    const { app } = visit;
    await reach(app, /^Known allergies/, 2);
    const allergies = app.getByRole('region', { name: /^Known allergies/ });
    expect(await allergies.innerText()).toMatch(/metoclopramide[^]*oculogyric/i);
    await sources()
      .getByText(/social care: no answer/i)
      .waitFor();
    const announced = sources();
    expect(await announced.innerText()).toMatch(/3 of 4 answered\.[^]*social care: no answer/i);
    expect(await announced.innerText()).not.toContain('Oxford Health: still asking');
    expect(await sidewaysOverflow(app)).toBe(0);
    expect(await redLine().isVisible()).toBe(true);
  });

  it('is seen by the next colleague as a break glass, without the words of the justification', async () => {
    const { record, app } = await openInSidebar(context, { user: 'ben-carver', patient });
    await reachGate(app);
    const before = await app.getByRole('main').innerText();
    expect(before).toMatch(
      /Opened by others once in the last 7 days, today \d\d:\d\d by an emergency registrar \(break glass\)/,
    );
    expect(before).not.toContain('Mensah');
    await agree(app);
    await reachSummary(app);
    const row = (await accessLog(app)).getByRole('row').filter({ hasText: 'Dr Amina Mensah' });
    await row.waitFor();
    expect(await row.innerText()).toMatch(
      /Emergency registrar[^]*Unconscious[^]*Opened by break glass/,
    );
    expect(await app.content()).not.toContain(justification.slice(0, 20));
    expect(await redLine().isVisible()).toBe(true);
    expect(await app.getByText(/Opened by break glass \d\d:\d\d/).count()).toBe(0);
    await record.close();
    expect(unexpected.problems).toEqual([]);
  });
});
