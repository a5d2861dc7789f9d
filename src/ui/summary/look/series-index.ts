/** The series each result is a point of, found once for each state of the summary. */
import { type Point, type Series, seriesIn, seriesOf } from '../../../domain/summary/series.ts';
import type { Result, Vital } from '../../../domain/summary/item.ts';
import { once } from '../../../domain/summary/once.ts';
import type { Summary } from '../../../domain/summary/summary.ts';

type SeriesIndex = ReadonlyMap<string, readonly Series[]>;

/** A blood pressure belongs to two; what is the same as another's point, to that point's. */
export function allSeriesOf(
  summary: Pick<Summary, 'items'>,
  item: Result | Vital,
): readonly Series[] {
  const own = indexOnce(seriesIn(summary)).get(item.key);
  if (own) return own;
  const shared = seriesOf(summary, item);
  return shared ? [shared] : [];
}

/** By the key of each point's item. */
const indexOnce = once((all: readonly Series[]): SeriesIndex => {
  const index = new Map<string, Series[]>();
  for (const series of all) {
    for (const { item } of series.points) {
      const list = index.get(item.key);
      if (!list) index.set(item.key, [series]);
      else if (!list.includes(series)) list.push(series);
    }
  }
  return index;
});

/** Whether its source said something about the value that the number alone does not say. */
export function isQualified({ item }: Point): boolean {
  return item.status !== null || item.note !== null;
}

/** "38", "less than 5": the number as sent, with its comparator. */
export function numberOf({ measure }: Point): string {
  return [measure.comparator, String(measure.value)].filter((part) => part !== null).join(' ');
}

export type Range = { readonly low: number | null; readonly high: number | null };

/** The range all points share; null where they differ, or none has one. */
export function sharedRange(points: readonly Point[]): Range | null {
  const [first] = points;
  if (!first) return null;
  const { low, high } = first.measure;
  if (low === null && high === null) return null;
  const same = points.every(({ measure }) => measure.low === low && measure.high === high);
  return same ? { low, high } : null;
}
