/** The sides of a difference, newest first. */
import type { Difference, Side } from './differences.ts';
import type { Item } from './item.ts';
import { newestItems } from './newest-items.ts';

/** One side for each item. */
export function sidesOf(items: readonly Item[]): readonly Side[] {
  return newestItems(items, (item) => item).map((item) => ({
    source: item.source,
    item,
    listDate: null,
  }));
}

/** Nothing where there are not two sides. */
export function differenceOf(
  about: Omit<Difference, 'sides'>,
  sides: readonly Side[],
): readonly Difference[] {
  const [first, second, ...rest] = sides;
  return first && second ? [{ ...about, sides: [first, second, ...rest] }] : [];
}
