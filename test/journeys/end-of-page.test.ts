/** Who went to the end of the page keeps it where it is while what stands above it comes late. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { summaryWords } from '../../src/ui/wording/summary.ts';
import { timelineWords } from '../../src/ui/wording/timeline.ts';
import { answered, openedGrace, topOf } from './growing.ts';
import { focused } from './keys.ts';
import { hold } from './late-files.ts';
import { browserSession } from './session.ts';

const wide = { width: 1200, height: 900 };
const session = browserSession(wide);

const ways = {
  'the End key': async (page: Page) => {
    await page.keyboard.press('End');
    await page.waitForFunction(
      () => Math.abs(scrollY + innerHeight - document.documentElement.scrollHeight) < 1,
    );
  },
  'the link to it': (page: Page) =>
    page.locator('nav a[href="#access-log"]').dispatchEvent('click'),
} as const;

const heading = (page: Page) => page.getByRole('heading', { name: summaryWords.accessLog });

const timeline = (page: Page) => page.getByRole('slider', { name: timelineWords.chart });

describe.each([wide, { width: 360, height: 640 }])('in $width × $height', (size) => {
  it.each(['the End key', 'the link to it'] as const)(
    'the access log, reached with %s, stays where it is when the timeline and its own rows come',
    async (way) => {
      const releases = [
        await hold(session, 'timeline-body'),
        await hold(session, 'access-log-body'),
      ];
      const page = await openedGrace(session, size);
      await answered(page, 'All 4 sources answered.');
      await ways[way](page);
      const log = await heading(page).elementHandle();
      const before = await topOf(log);
      expect(before).toBeLessThan(size.height);
      const focus = await focused(page);
      for (const release of releases) release();
      await timeline(page).waitFor();
      await page.getByRole('table', { name: summaryWords.accessLog }).waitFor();
      expect(Math.abs((await topOf(log)) - before)).toBeLessThanOrEqual(1);
      expect(await focused(page)).toBe(focus);
    },
  );
});

it('the access log is in sight in the end where the timeline came while the page was going there', async () => {
  await hold(session, 'access-log-body');
  const page = await openedGrace(session, wide);
  await answered(page, 'All 4 sources answered.');
  await page.keyboard.press('End');
  await timeline(page).waitFor();
  const log = await heading(page).elementHandle();
  await expect.poll(() => topOf(log)).toBeLessThan(wide.height);
  expect(await topOf(log)).toBeGreaterThan(0);
});
