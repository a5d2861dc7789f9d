/** The sides of a difference, newest first. */
import { newestFirst } from '../clinical-date.ts';
import type { Difference, Side } from './differences.ts';
import type { Item } from './item.ts';

/** One side for each item. */
export function sidesOf(items: readonly Item[]): readonly Side[] {
  return [...items]
    .sort((a, b) => newestFirst(a.date ?? a.recorded, b.date ?? b.recorded))
    .map((item) => ({ source: item.source, item, listDate: null }));
}

/** Nothing where there are not two sides. */
export function differenceOf(
  about: Omit<Difference, 'sides'>,
  sides: readonly Side[],
): readonly Difference[] {
  const [first, second, ...rest] = sides;
  return first && second ? [{ ...about, sides: [first, second, ...rest] }] : [];
}
