/** The latest tests at a glance: each one's newest value, and the one before it. */
import { calendarDay, type ClinicalDate } from '../clinical-date.ts';
import { type Row, rowsOf } from './combine.ts';
import type { Result } from './item.ts';
import { arrivalsOf, firstKey, type Summary } from './summary.ts';
import { testKeys } from './test-key.ts';
import { unitKey } from './unit.ts';
import { isWithdrawn } from './withdrawn.ts';

export type KeyResult = {
  /** The test's, see {@link Row}: it has it still when a newer value comes. */
  readonly key: string;
  readonly newest: Row<Result>;
  readonly before: Result | null;
};

/** How many of them are read at a glance. */
export const mostResults = 6;

/**
 * Of the last twelve months: those their source flags before the others, newest first in both. The
 * flags are the sources' own.
 */
export function keyResults(
  summary: Pick<Summary, 'items'>,
  now: ClinicalDate,
): readonly KeyResult[] {
  const rows = rowsOf(summary, 'result').filter(
    ({ items: [item] }) => item.value !== null && !isWithdrawn(item),
  );
  const keyOf = testKeys(rows.map((row) => row.items[0]));
  const tests = new Map<string, [Row<Result>, ...Row<Result>[]]>();
  for (const row of rows) {
    const key = keyOf(row.items[0]);
    const test = tests.get(key);
    if (test) test.push(row);
    else tests.set(key, [row]);
  }
  const since = aYearBefore(now);
  const arrivals = arrivalsOf(summary, 'result');
  const recent = [...tests.values()].flatMap((all) => {
    const [newest, ...older] = all;
    if (!isSince(newest.items[0], since)) return [];
    return [{ key: firstKey(all, arrivals), newest, before: beforeOf(newest.items[0], older) }];
  });
  const isFlagged = ({ newest }: KeyResult) =>
    newest.items.some(({ flag }) => flag?.normal === false);
  return [...recent.filter(isFlagged), ...recent.filter((one) => !isFlagged(one))];
}

/** The newest before it in the same unit, or in words where it is in words: nothing is converted. */
function beforeOf(newest: Result, older: readonly Row<Result>[]): Result | null {
  const unit = newest.measure && unitKey(newest.measure);
  const same = older.find(({ items: [{ measure }] }) => (measure && unitKey(measure)) === unit);
  return same?.items[0] ?? null;
}

function isSince({ date }: Result, since: string): boolean {
  return date !== null && calendarDay(date) >= since;
}

function aYearBefore(now: ClinicalDate): string {
  const day = calendarDay(now);
  return `${String(Number(day.slice(0, 4)) - 1)}${day.slice(4)}`;
}
