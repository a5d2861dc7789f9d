/**
 * The same fact from several sources, once, where that is certain; the originals stay underneath.
 * Title it "Combined", never "Reconciled" (domain notes, section 11).
 */
import { calendarDay, formatTime } from '../clinical-date.ts';
import type { Item, ItemOf } from './item.ts';
import { newestItems } from './newest-items.ts';
import { once } from './once.ts';
import { type Likeness, likenessOf } from './sameness.ts';
import type { SectionKind } from './section-kind.ts';
import { type Arrivals, arrivalsOf, firstKey, itemsOf, type Summary } from './summary.ts';

/** Why several items are one row; said on screen, so that each combination explains itself. */
export type Sameness =
  | 'same-identifier'
  | 'same-code-and-status'
  | 'same-substance'
  | 'same-product-dose-route-and-timing'
  | 'same-code-value-and-time'
  | 'same-code-and-day';

/** What one line of a list shows: one fact, and everyone who says so. */
export type Row<T extends Item = Item> = {
  /** That of the item which arrived first: a row stays the same one, whatever comes to it. */
  readonly key: string;
  /** Newest first; never empty. */
  readonly items: readonly [T, ...T[]];
  /** Null for a single item. */
  readonly because: Sameness | null;
};

/** One section's rows, newest first. Made once for each list of its items. */
export function rowsOf<K extends SectionKind>(
  summary: Pick<Summary, 'items'>,
  kind: K,
): readonly Row<ItemOf<K>>[] {
  const arrivals = arrivalsOf(summary, kind);
  return combinedOnce(itemsOf(summary, kind), arrivals) as readonly Row<ItemOf<K>>[];
}

const combinedOnce = once((items: readonly Item[], arrivals: Arrivals) =>
  combined(items, arrivals),
);

/** Every item for itself, for whoever wants to see what was combined. */
export function uncombined<K extends SectionKind>(
  summary: Pick<Summary, 'items'>,
  kind: K,
): readonly Row<ItemOf<K>>[] {
  const items: readonly ItemOf<K>[] = itemsOf(summary, kind);
  return items.map((item) => ({ key: item.key, items: [item], because: null }));
}

type Alike<T> = { readonly likeness: Likeness; readonly items: T[] };

/** @param items newest first; what is alike in all but identifiers is looked at together */
function combined<T extends Item>(items: readonly T[], arrivals: Arrivals): readonly Row<T>[] {
  const alike = new Map<string, Alike<T>>();
  for (const item of items) {
    const likeness = likenessOf(item);
    const bucket = alike.get(likeness.key);
    if (bucket) bucket.items.push(item);
    else alike.set(likeness.key, { likeness, items: [item] });
  }
  const rows: Row<T>[] = [];
  for (const { likeness, items: same } of alike.values()) {
    const [first, second] = same;
    if (first && !second) rows.push({ key: first.key, items: [first], because: null });
    else
      for (const group of likeness.timed === null ? [same] : byTime(same, likeness.timed))
        rows.push(...rowsIn(group, likeness));
  }
  return newestRowsFirst(rows, arrivals);
}

/**
 * Of one day: apart by the time of day; else apart by onset. What has none is put to the others
 * where all are one.
 */
function byTime<T extends Item>(
  items: readonly T[],
  timed: 'time-of-day' | 'onset',
): readonly (readonly T[])[] {
  const times = new Map<string | null, T[]>();
  for (const item of items) {
    const time = item.date && (timed === 'onset' ? calendarDay : formatTime)(item.date);
    const list = times.get(time);
    if (list) list.push(item);
    else times.set(time, [item]);
  }
  const known = [...times.keys()].filter((time) => time !== null).sort();
  // 2016 and 04-Mar-2016 may be one onset, each as far as its source knows it.
  const isOne = known.every((time) => known.at(-1)?.startsWith(time));
  return isOne ? [items] : [...times.values()];
}

/**
 * Copies that share an identifier are one. Beyond that, items of several sources are one row only
 * where each source has one: which of a source's two is meant by another's nobody can tell.
 */
function rowsIn<T extends Item>(items: readonly T[], { because }: Likeness): readonly Row<T>[] {
  const copies = sharingIdentifiers(items);
  const sources = new Set(items.map(({ source }) => source));
  const perSource = copies.flatMap((each) => [...new Set(each.map(({ source }) => source))]);
  if (because !== null && copies.length > 1 && perSource.length === sources.size) {
    return rowOf(items, because);
  }
  return copies.flatMap((each) => rowOf(each, 'same-identifier'));
}

function rowOf<T extends Item>(items: readonly T[], because: Sameness): readonly Row<T>[] {
  const [first, ...rest] = items;
  if (!first) return [];
  return [{ key: first.key, items: [first, ...rest], because: rest.length > 0 ? because : null }];
}

/** Groups of items joined by identifiers, directly or by way of others; order is kept in each. */
function sharingIdentifiers<T extends Item>(items: readonly T[]): readonly T[][] {
  const leader = items.map((_, at) => at);
  const leaderOf = (at: number): number => {
    let found = at;
    while (leader[found] !== found) found = leader[found] ?? found;
    leader[at] = found;
    return found;
  };
  const holder = new Map<string, number>();
  items.forEach(({ identifiers }, at) => {
    for (const identifier of identifiers) {
      const earlier = holder.get(identifier);
      if (earlier === undefined) holder.set(identifier, at);
      else
        leader[Math.max(leaderOf(earlier), leaderOf(at))] = Math.min(
          leaderOf(earlier),
          leaderOf(at),
        );
    }
  });
  const groups = new Map<number, T[]>();
  items.forEach((item, at) => {
    const group = groups.get(leaderOf(at));
    if (group) group.push(item);
    else groups.set(leaderOf(at), [item]);
  });
  return [...groups.values()];
}

/**
 * By date, then by source, then as its source lists it: among sources the order of arrival decides
 * nothing but which item's key is the row's.
 */
function newestRowsFirst<T extends Item>(
  rows: readonly Row<T>[],
  arrivals: Arrivals,
): readonly Row<T>[] {
  const order = (a: T, b: T) =>
    (a.source < b.source ? -1 : a.source > b.source ? 1 : 0) ||
    (arrivals.get(a.key) ?? 0) - (arrivals.get(b.key) ?? 0);
  const sorted = rows.map((row) => {
    if (row.items.length === 1) return row;
    const [first = row.items[0], ...rest] = newestItems(row.items, (item) => item, order);
    const key = firstKey(row.items, arrivals);
    return { ...row, key, items: [first, ...rest] } satisfies Row<T>;
  });
  const ofRow = ({ items: [item] }: Row<T>) => item;
  return newestItems(sorted, ofRow, (a, b) => order(ofRow(a), ofRow(b)));
}
