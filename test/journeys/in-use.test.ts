/** Whatever somebody is in when the other sources answer: it keeps the focus, stays open and in place. */
import type { ElementHandle, Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { answered, answering, opened, slow, topOf } from './growing.ts';
import { browserSession } from './session.ts';

const session = browserSession({ width: 1200, height: 900, own: true, speed: 1 });

const sizes = { window: { width: 1200, height: 900 }, sidebar: { width: 360, height: 640 } };

const all = 'All 4 sources answered.';

/** With what the practice said, and nothing else yet. */
async function openedEarly(patient: string, size: keyof typeof sizes): Promise<Page> {
  await answering(session, slow);
  return opened(session, patient, sizes[size]);
}

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

/** As a keyboard comes to it: from a control just before, which may be far down the page. */
async function tabInto(page: Page, control: Locator): Promise<ElementHandle<Element>> {
  const element = await control.elementHandle();
  await element.evaluate((wanted) => {
    const all = 'button, a[href], summary, input, select, [tabindex="0"]';
    const stops = [...document.querySelectorAll<HTMLElement>(all)].filter(
      (each) => each.checkVisibility() && each.tabIndex >= 0,
    );
    stops[stops.findIndex((each) => each === wanted) - 2]?.focus();
  });
  for (let presses = 0; presses < 5; presses += 1) {
    await page.keyboard.press('Tab');
    if (await isFocused(element)) return element;
  }
  throw new Error('Tab did not come to it.');
}

const isFocused = (element: ElementHandle<Element>) =>
  element.evaluate((it) => document.activeElement === it);

const isOpen = (element: ElementHandle<Element>) =>
  element.evaluate(
    (it) =>
      it.getAttribute('aria-expanded') === 'true' ||
      (it.parentElement instanceof HTMLDetailsElement && it.parentElement.open),
  );

/** Opens it, lets the others answer, and finds it as it was. */
async function expectKept(
  page: Page,
  control: Locator,
  { until = all, takesFocus = false } = {},
): Promise<void> {
  const opener = await tabInto(page, control);
  await page.keyboard.press('Enter');
  expect(await isOpen(opener)).toBe(true);
  // What opens may take the focus: a trend does, once it is there.
  if (takesFocus) await page.waitForFunction((it) => document.activeElement !== it, opener);
  const element = (await page.evaluateHandle(() => document.activeElement)).asElement();
  if (element === null) throw new Error('Nothing has the focus.');
  const before = await topOf(element);
  // Else it would have been too late to ask anything.
  expect(await page.getByText(until).count()).toBe(0);
  await answered(page, until);
  expect(await isFocused(element), 'has the focus').toBe(true);
  expect(await isOpen(opener), 'is open').toBe(true);
  expect(Math.abs((await topOf(element)) - before), 'moved by').toBeLessThanOrEqual(1);
}

const last = (page: Page, section: string | RegExp, control: string | RegExp = /^More/) =>
  region(page, section).getByRole('button', { name: control }).last();

describe('what somebody is in when the other sources answer', () => {
  it.each([
    ['a problem that another source has as well', 'WHITLOCK, Daniel', 'Problems', /diabetes/],
    ['a problem that newer ones push down', 'OKAFOR, Grace', 'Problems', /fibrillation/],
    ['a problem, the last of those shown', 'OKAFOR, Grace', 'Problems', /^More/],
    ['a test whose value a newer one replaces', 'OKAFOR, Grace', 'Latest results', /eGFR/],
    ['the last of the latest results', 'OKAFOR, Grace', 'Latest results', /^More/],
    ['a line of the medicines table', 'OKAFOR, Grace', /^Medicines/, /^More/],
    ['a result', 'OKAFOR, Grace', 'Results', /^More/],
    ['a trend', 'OKAFOR, Grace', 'Results', /^Trend/],
    ['a measurement', 'OKAFOR, Grace', /^Vital/, /^More/],
    ['a contact', 'OKAFOR, Grace', 'Contacts', /^More/],
  ] as const)('%s stays open, in place, with the focus', async (_, patient, section, control) => {
    const page = await openedEarly(patient, 'window');
    await expectKept(page, last(page, section, control), {
      until: patient === 'WHITLOCK, Daniel' ? '3 of 4 answered.' : all,
      takesFocus: section === 'Results' && control.test('Trend'),
    });
  });

  it.each([
    ['a plan', /^Resuscitation/],
    ['an allergy', 'Known allergies'],
    ['a letter', 'Documents'],
  ] as const)('%s of the hospital does so', async (_, section) => {
    await answering(session, { ...slow, ouh: 0 });
    const page = await opened(session, 'OKAFOR, Grace', sizes.window);
    await answered(page, '2 of 4 answered.');
    await expectKept(page, last(page, section));
  });

  it('what a source keeps stays open, in place, with the focus', async () => {
    const page = await openedEarly('OKAFOR, Grace', 'window');
    await expectKept(page, page.locator('.sources summary').first());
  });

  it('a hit keeps the focus, and its place', async () => {
    const page = await openedEarly('OKAFOR, Grace', 'window');
    await page.getByRole('searchbox').fill('a');
    const hit = await tabInto(page, page.locator('.hit__go').last());
    const before = await topOf(hit);
    await answered(page, all);
    expect(await isFocused(hit)).toBe(true);
    expect(Math.abs((await topOf(hit)) - before)).toBeLessThanOrEqual(1);
  });

  it('a problem does so in a sidebar', async () => {
    const page = await openedEarly('OKAFOR, Grace', 'sidebar');
    await expectKept(page, last(page, 'Problems', /fibrillation/));
  });
});
