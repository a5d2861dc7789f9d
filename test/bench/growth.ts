/** Whether time grows with the record's size or faster. */

/** A record of so many entries took so many milliseconds. */
export type Timed = { readonly entries: number; readonly ms: number };

/**
 * What each further entry costs between the middle record and the large one, over what it costs
 * between the small one and the middle one. Both are differences, so what an opening costs whatever
 * its size drops out of both: divided by the entries instead, it weighs on the small record and
 * hides growth. 1 where time is linear, 1.2 for n log n, 7 for the square, from 1,000, 2,000 and
 * 20,000 entries.
 *
 * @returns null where the middle record took no longer than the small one, as in too few runs
 */
export function growthOf(small: Timed, middle: Timed, large: Timed): number | null {
  const below = perEntry(small, middle);
  return below > 0 ? perEntry(middle, large) / below : null;
}

const perEntry = (from: Timed, to: Timed): number =>
  (to.ms - from.ms) / (to.entries - from.entries);
