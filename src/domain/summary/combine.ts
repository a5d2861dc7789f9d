/**
 * The same fact from several sources, once, where that is certain; the originals stay underneath.
 * Title it "Combined", never "Reconciled" (domain notes, section 11).
 */
import type { Item, ItemOf } from './item.ts';
import type { SectionKind } from './section-kind.ts';
import { itemsOf, type Summary } from './summary.ts';

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
  /** The newest item's. */
  readonly key: string;
  /** Newest first; never empty. */
  readonly items: readonly [T, ...T[]];
  /** Null for a single item. */
  readonly because: Sameness | null;
};

/** One section's rows, newest first. Made once for each state of the summary. */
export function rowsOf<K extends SectionKind>(
  summary: Pick<Summary, 'items'>,
  kind: K,
): readonly Row<ItemOf<K>>[] {
  return uncombined(summary, kind);
}

/** Every item for itself, for whoever wants to see what was combined. */
export function uncombined<K extends SectionKind>(
  summary: Pick<Summary, 'items'>,
  kind: K,
): readonly Row<ItemOf<K>>[] {
  const items: readonly ItemOf<K>[] = itemsOf(summary, kind);
  return items.map((item) => ({ key: item.key, items: [item], because: null }));
}
