/** The way to a section where there is little room. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { agree, openInWindow, reachGate, reachSummary } from './clinician.ts';
import { browserSession } from './session.ts';

const session = browserSession({ width: 1280, height: 900, own: true, speed: 20 });

async function graceAt(width: number, height: number): Promise<Page> {
  const { hostOrigin } = session.sandbox;
  const opening = { user: 'sam-patel', patient: 'OKAFOR, Grace', hostOrigin };
  const page = (await openInWindow(session.context, opening)).app as Page;
  await reachGate(page);
  await agree(page);
  await reachSummary(page);
  await page.getByText('All 4 sources answered.').waitFor();
  await page.setViewportSize({ width, height });
  return page;
}

/** Whether it can be seen without scrolling. */
const isInSight = (page: Page, name: string) =>
  page.getByRole('link', { name }).evaluate((link) => {
    const { top, bottom } = link.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });

describe('the open record', () => {
  it('at 400 % zoom lists its sections under the button that was pressed', async () => {
    const page = await graceAt(320, 256);
    await page.getByRole('button', { name: 'Sections' }).press('Enter');
    expect(await isInSight(page, 'Emergency plans 1')).toBe(true);
  });

  it('at 320 px lists its sections and leaves the patient in sight', async () => {
    const page = await graceAt(320, 640);
    await page.getByRole('button', { name: 'Sections' }).press('Enter');
    expect(await isInSight(page, 'Emergency plans 1')).toBe(true);
    const name = page.getByRole('region', { name: 'Patient' }).getByText('OKAFOR, Grace');
    await name.click({ trial: true, timeout: 2_000 });
  });
});
