/** Items by when they happened, or, where nobody said, by when they were recorded. */
import { type ClinicalDate, momentOf } from '../clinical-date.ts';
import type { Item } from './item.ts';

type Dated = Pick<Item, 'date' | 'recorded'>;

/** The date an item is listed by. */
export function listedBy({ date, recorded }: Dated): ClinicalDate | null {
  return date ?? recorded;
}

/**
 * A sorted copy: newest first, what has no date last. Each date is read once: comparing two by two
 * reads those of a long list a dozen times.
 * @param itemOf the item that stands for one of the list
 * @param then the order of two of one moment; else they keep theirs
 */
export function newestItems<T>(
  list: readonly T[],
  itemOf: (one: T) => Dated,
  then: (a: T, b: T) => number = () => 0,
): readonly T[] {
  return list
    .map((one) => {
      const date = listedBy(itemOf(one));
      return { one, at: date === null ? -Infinity : momentOf(date) };
    })
    .sort((a, b) => (a.at === b.at ? then(a.one, b.one) : a.at < b.at ? 1 : -1))
    .map(({ one }) => one);
}
