/** The notice of what arrived hides nothing that has the focus, nor the end of the record. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { markWords } from '../../src/ui/wording/marks.ts';
import { accessLog, openAlone, openByBreakGlass, press } from './clinician.ts';
import { answered, answering, notice, openedGrace, slow, topOf, type Size } from './growing.ts';
import { focused } from './keys.ts';
import { browserSession } from './session.ts';

const session = browserSession({ width: 1200, height: 900, own: true, speed: 1 });

/** With the notice over the foot of the window. */
async function openedWithNotice(size: Size): Promise<Page> {
  await answering(session, slow);
  const page = await openedGrace(session, size);
  await broughtLate(page);
  return page;
}

/** Somebody begins to read, and then the other sources answer. */
async function broughtLate(page: Page): Promise<void> {
  await page.keyboard.press('Shift');
  await answered(page, 'All 4 sources answered.');
  await notice(page).waitFor();
}

/** Her location is protected, and the glass was broken: the most that stands above a record. */
async function openedLeila(): Promise<Page> {
  await answering(session, { ...slow, ouh: 2_500, 'oxford-health': 2_600, 'social-care': 2_700 });
  const { context, sandbox } = session;
  const opening = { user: 'amina-mensah', patient: 'HADDAD, Leila' };
  const page = await openAlone(context, { ...opening, hostOrigin: sandbox.hostOrigin });
  await openByBreakGlass(page);
  await broughtLate(page);
  return page;
}

/** Whether any of what has the focus can be seen: it is in the window, with nothing else over it. */
const focusInSight = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return true;
    const parts = [0.05, 0.25, 0.5, 0.75, 0.95];
    return [...element.getClientRects()].some(({ left, top, width, height }) =>
      parts.some((down) =>
        parts.some((along) => {
          const over = document.elementFromPoint(left + along * width, top + down * height);
          return over !== null && (element.contains(over) || over.contains(element));
        }),
      ),
    );
  });

/** The controls that Tab came to and nobody could see, of so many. */
async function hiddenStops(page: Page, stops: number): Promise<readonly string[]> {
  const hidden: string[] = [];
  for (let presses = 0; presses < stops; presses += 1) {
    await page.keyboard.press('Tab');
    if (!(await focusInSight(page))) hidden.push(await focused(page));
  }
  return hidden;
}

const sizes = [
  { width: 1200, height: 900 },
  { width: 360, height: 640 },
  { width: 768, height: 360 },
];

describe.each(sizes)('in $width × $height', (size) => {
  it('what has the focus is in sight, whether the notice is folded or not', async () => {
    const page = await openedWithNotice(size);
    await page.getByRole('button', { name: markWords.showLate }).focus();
    expect(await hiddenStops(page, 80)).toEqual([]);
    await page.getByRole('button', { name: markWords.showLate }).focus();
    await page.keyboard.press('Enter');
    expect(await hiddenStops(page, 80)).toEqual([]);
  });

  it('the end of the record can be read above it, and stays there when it goes', async () => {
    const page = await openedWithNotice(size);
    await press(page, markWords.showLate);
    const log = await (await accessLog(page)).elementHandle();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const before = await topOf(log);
    const [end, top] = await Promise.all([
      page.getByRole('region', { name: 'Access log', exact: true }).evaluate(bottom),
      notice(page).evaluate((element) => element.getBoundingClientRect().top),
    ]);
    expect(end).toBeLessThanOrEqual(top);
    await press(page, markWords.acknowledge);
    await notice(page).waitFor({ state: 'detached' });
    expect(Math.abs((await topOf(log)) - before)).toBeLessThanOrEqual(1);

    const withRoom = await heightOf(page);
    await page.evaluate(() => scrollBy(0, -innerHeight));
    const higher = before + size.height;
    await expect.poll(() => heightOf(page)).toBeLessThanOrEqual(withRoom - 0.39 * size.height);
    expect(Math.abs((await topOf(log)) - higher)).toBeLessThanOrEqual(1);
  });
});

it('what has the focus is in sight in a low window under a patient who is protected', async () => {
  const page = await openedLeila();
  await page.getByRole('button', { name: markWords.showLate }).press('Enter');
  for (const [width, height] of lowWindows) {
    await page.setViewportSize({ width, height });
    await page.getByRole('button', { name: markWords.hideLate }).focus();
    expect(await hiddenStops(page, 60), `${width} × ${height}`).toEqual([]);
  }
});

const lowWindows = [
  [768, 360],
  [360, 400],
  [320, 360],
] as const;

const bottom = (element: Element) => element.getBoundingClientRect().bottom;
const heightOf = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);
