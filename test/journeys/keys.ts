/** A clinician without a mouse. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { AppScreen } from './clinician.ts';

/** What has focus, as its role and name would be read: label, heading or button text. */
export const focused = (app: AppScreen) =>
  app.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    const named = element.id ? document.querySelector(`label[for="${element.id}"]`) : null;
    const label = named ?? element.closest('label');
    return label?.textContent.trim() ?? element.ariaLabel ?? element.textContent.trim();
  });

/** Presses Tab until the focus is on `name`; fails rather than going round for ever. */
export async function tabTo(keys: Page, app: AppScreen, name: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    await keys.keyboard.press('Tab');
    const now = await focused(app);
    if (typeof name === 'string' ? now === name : name.test(now)) return;
    seen.push(now);
  }
  throw new Error(`Tab never reached "${String(name)}". It went to: ${seen.join(' | ')}`);
}

/** Arrows down a group of radio buttons until `name` is chosen. */
export async function arrowTo(keys: Page, app: AppScreen, name: string): Promise<void> {
  for (let presses = 0; presses < 8; presses += 1) {
    if ((await focused(app)) === name) return;
    await keys.keyboard.press('ArrowDown');
  }
  expect(await focused(app)).toBe(name);
}
