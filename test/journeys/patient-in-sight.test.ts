/** Whose record it is, and that the glass was broken, stays in sight: small screens, open lists. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sectionsButton } from './clinician.ts';
import { graceInSidebar, type GraceInSidebar } from './grace-in-sidebar.ts';

let grace: GraceInSidebar;
let app: Page;

beforeAll(async () => {
  grace = await graceInSidebar();
  ({ app } = grace);
});
afterAll(() => grace.close());

/** Whether its middle is what is drawn there, and nothing over it. */
const isOnTop = (what: Locator) =>
  what.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return there !== null && (element.contains(there) || there.contains(element));
  });
const banner = () => app.getByRole('region', { name: 'Patient' });

describe('the patient', () => {
  it('stays in sight under the open list of sections, and the list begins below them', async () => {
    await sectionsButton(app).click();
    const print = app.getByRole('button', { name: 'Print', exact: true });
    await print.waitFor();
    const inSight = [
      banner().getByText('OKAFOR, Grace (Mrs)'),
      banner().getByText('999 000 0018'),
      app.getByRole('banner').getByText(/^Opened by break glass/),
      print,
    ];
    for (const each of inSight) expect(await isOnTop(each)).toBe(true);
    await sectionsButton(app).click();
  });

  it('stays in one line at 400 % zoom, with the number and the break glass', async () => {
    await app.setViewportSize({ width: 320, height: 256 });
    await app.getByRole('heading', { name: 'Access log' }).scrollIntoViewIfNeeded();
    const name = banner().getByText('OKAFOR, Grace (Mrs)');
    const drawn = await name.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { top, bottom, after: getComputedStyle(element, '::after').content };
    });
    expect(drawn).toMatchObject({ top: 0 });
    expect(drawn.bottom).toBeLessThan(40);
    expect(await isOnTop(name)).toBe(true);
    expect(drawn.after).toContain('999 000 0018 · break glass');
  });
});
