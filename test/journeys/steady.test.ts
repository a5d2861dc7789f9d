/** What somebody reads stays where it is while the other sources answer, and what came is in sight. */
import type { ElementHandle, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { markWords } from '../../src/ui/wording/marks.ts';
import { axe } from '../support/chromium.ts';
import { press } from './clinician.ts';
import {
  answered,
  answering,
  failing,
  notice,
  openedGrace,
  slow,
  topOf,
  type Size,
} from './growing.ts';
import { focused } from './keys.ts';
import { browserSession } from './session.ts';

const session = browserSession({ width: 1200, height: 900, own: true, speed: 1 });

/** The first row or section under the patient. */
async function topmost(page: Page): Promise<ElementHandle<Element>> {
  const found = await page.evaluateHandle(() => {
    const from = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
    const rows = '.summary__body :is(.section, .section--none, .item, .drug)';
    const all = [...document.querySelectorAll(rows)];
    return all.find((each) => {
      const { top, height } = each.getBoundingClientRect();
      return height > 0 && top >= from;
    });
  });
  const element = found.asElement();
  if (element === null) throw new Error('Nothing of the record is in sight.');
  return element;
}

/** The notice comes before what it is about: back from there, as a keyboard goes. */
async function backTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Shift+Tab');
    if ((await focused(page)) === name) return;
  }
  throw new Error(`Shift and Tab never reached "${name}".`);
}

/** All of it in the window, and nothing in front of it. */
async function inSight(page: Page): Promise<boolean> {
  return notice(page).evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const corners = [top + 2, bottom - 2].flatMap((y) => [left + 8, right - 8].map((x) => [x, y]));
    return corners.every(([x = 0, y = 0]) => element.contains(document.elementFromPoint(x, y)));
  });
}

const begins = {
  'at the very top': (page: Page) => page.keyboard.press('Shift'),
  'further down': async (page: Page, { width, height }: Size) => {
    await page.mouse.move(width / 2, height / 2);
    await page.mouse.wheel(0, 200);
    await page.waitForFunction(() => scrollY >= 200);
  },
} as const;

describe.each([
  { width: 1200, height: 900 },
  { width: 360, height: 640 },
])('in $width × $height', (size) => {
  it.each(['at the very top', 'further down'] as const)(
    'what is read %s stays where it is, and what arrived is said in sight',
    async (where) => {
      await answering(session, slow);
      await failing(session, 'social-care');
      const page = await openedGrace(session, size);
      await begins[where](page, size);
      const read = await topmost(page);
      const before = await topOf(read);
      expect(await notice(page).count()).toBe(0);
      await answered(page, '3 of 4 answered.');
      await page.getByRole('button', { name: 'Ask all again' }).waitFor();
      expect(await read.evaluate(({ isConnected }) => isConnected)).toBe(true);
      expect(Math.abs((await topOf(read)) - before)).toBeLessThanOrEqual(1);
      expect(await inSight(page)).toBe(true);
      expect(await axe(page)).toEqual([]);

      const then = await topOf(read);
      await press(page, markWords.acknowledge);
      await notice(page).waitFor({ state: 'detached' });
      expect(Math.abs((await topOf(read)) - then)).toBeLessThanOrEqual(1);
    },
  );

  it('a heading that has the focus keeps it, and its place', async () => {
    await answering(session, slow);
    const page = await openedGrace(session, size);
    const plans = page.getByRole('heading', { name: 'Resuscitation and emergency plans' });
    const critical = page.getByRole('heading', { name: 'Critical medicines' });
    await plans.focus();
    await critical.focus();
    const heading = await critical.elementHandle();
    const before = await topOf(heading);
    await page.keyboard.press('Shift');
    await answered(page, 'All 4 sources answered.');
    expect(await focused(page)).toMatch(/Critical medicines/);
    expect(Math.abs((await topOf(heading)) - before)).toBeLessThanOrEqual(1);
    await backTo(page, markWords.acknowledge);
    await page.keyboard.press('Enter');
    await notice(page).waitFor({ state: 'detached' });
  });

  it('what arrives while nobody reads is simply there', async () => {
    await answering(session, {
      'hollow-way': 0,
      ouh: 100,
      'oxford-health': 150,
      'social-care': 200,
    });
    const page = await openedGrace(session, size);
    await answered(page, 'All 4 sources answered.');
    const allergies = page.getByRole('region', { name: 'Known allergies' });
    expect(await allergies.getByText('Penicillin').isVisible()).toBe(true);
    expect(await notice(page).count()).toBe(0);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
});

it('what was jumped to stays where it is, however much of the page had not been seen', async () => {
  await answering(session, { 'hollow-way': 0, ouh: 0, 'oxford-health': 0, 'social-care': 4_500 });
  const page = await openedGrace(session, { width: 360, height: 640 });
  await answered(page, '3 of 4 answered.');
  await page.locator('nav a[href="#section-document"]').dispatchEvent('click');
  const read = await topmost(page);
  const before = await topOf(read);
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(2_000);
  await answered(page, 'All 4 sources answered.');
  await page.waitForFunction(() => document.querySelector('.sections--coming') === null);
  expect(Math.abs((await topOf(read)) - before)).toBeLessThanOrEqual(1);
});
