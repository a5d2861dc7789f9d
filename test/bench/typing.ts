/** How soon a letter typed into the search is painted, with its hits, over a long record. */
import type { Page } from 'playwright-core';
import { findWords } from '../../src/ui/wording/find.ts';
import { median, milliseconds, percentile, worst } from './figures.ts';
import type { Group } from './group.ts';
import { atMost, type Row } from './row.ts';
import { generated, openRecord, session } from './session.ts';

/** Found often, seldom and never; with a second word; some 40 letters. */
const typed = ['potassium', 'blood pressure', 'amlodipine 5', 'xyzzy'] as const;

export const typing: Group = {
  about: 'typing search 20,000 entries paint',
  rows: async (bench) => {
    await bench.sandbox.answering('at-once');
    const open = await session(bench);
    await open.launch(generated(20_000));
    await openRecord(open);
    const quick = await type(open.page);
    await open.cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const slow = await type(open.page);
    await open.close();
    return [row(quick, 1, 50), row(slow, 4, 150)];
  },
};

/** Types every word with real keys, one letter after the other has been painted; times in ms. */
async function type(page: Page): Promise<readonly number[]> {
  const box = page.getByRole('searchbox', { name: findWords.label });
  await page.evaluate(() => (window.ocsBench.keys = []));
  let count = 0;
  for (const words of typed) {
    await box.fill('');
    await box.focus();
    for (const letter of words) {
      // Held as long as makes some ten letters a second, as fast as fast typists are.
      await page.keyboard.press(letter === ' ' ? 'Space' : letter, { delay: 100 });
      count += 1;
      await page.waitForFunction((wanted) => window.ocsBench.keys.length >= wanted, count);
    }
  }
  return page.evaluate(() => window.ocsBench.keys.map(({ ms }) => ms));
}

function row(times: readonly number[], throttle: number, bound: number): Row {
  const measured = percentile(times, 95);
  return {
    name: `typing in the search over 20,000 entries, processor at 1/${throttle}`,
    ...{ target: `p95 ≤ ${bound} ms`, bound: milliseconds(bound) },
    measured: `${milliseconds(measured)} (median ${milliseconds(median(times))}, worst ${milliseconds(worst(times))})`,
    verdict: atMost(measured, bound),
    samples: times,
  };
}
