/** What keeps some people from using a screen, as far as a machine can tell. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axe } from '../support/chromium.ts';
import { type AppScreen, sectionsButton } from './clinician.ts';
import { sidewaysOverflow } from './measure.ts';

const height = 800;

/** Buttons that a forced palette leaves without text, border or background of their own. */
export function invisibleControls(app: AppScreen): Promise<readonly string[]> {
  return app.evaluate(() =>
    [...document.querySelectorAll('button')]
      .filter((button) => {
        const { color, backgroundColor } = getComputedStyle(button);
        return color === backgroundColor;
      })
      .map((button) => button.textContent),
  );
}

/**
 * These headings or buttons are on screen, or in a sidebar one press away under "Sections", and
 * nothing lies beside it.
 */
export async function expectThere(
  page: Page,
  words: readonly string[],
  where: string,
): Promise<void> {
  for (const word of words) {
    const heading = page.getByRole('heading', { name: word });
    const named = heading.or(page.getByRole('button', { name: word, exact: true }));
    const isAtHand = await named.first().isVisible();
    const sections = sectionsButton(page);
    if (!isAtHand && (await sections.isVisible())) {
      await sections.click();
      expect(await named.first().isVisible(), `"${word}" under Sections ${where}`).toBe(true);
      expect(await sidewaysOverflow(page), `sideways with the sections ${where}`).toBe(0);
      await sections.click();
    } else {
      expect(isAtHand, `"${word}" ${where}`).toBe(true);
    }
  }
  expect(await sidewaysOverflow(page), `sideways ${where}`).toBe(0);
}

/**
 * Axe from a desktop to a narrow sidebar and in forced colours; nothing scrolls sideways down to
 * 320 px (WCAG 1.4.10); motion is not needed. `words` name headings or buttons that must be on
 * screen throughout.
 */
export async function expectNoBarrier(page: Page, words: readonly string[]): Promise<void> {
  const allThere = (where: string) => expectThere(page, words, where);
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height });
    expect(await axe(page), `axe at ${width} px`).toEqual([]);
    await allThere(`at ${width} px`);
  }
  // A window of 1280 px enlarged to 200 % has 640 px of its own (WCAG 1.4.4).
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height });
    await allThere(`at ${width} px`);
  }
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  expect(await axe(page), 'axe in forced colours').toEqual([]);
  expect(await invisibleControls(page)).toEqual([]);
  await allThere('in forced colours, without motion');
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
}
