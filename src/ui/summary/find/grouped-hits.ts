/** Hits by section, in the order in which sections are read on screen. */
import type { Item } from '../../../domain/summary/item.ts';
import type { SectionKind } from '../../../domain/summary/section-kind.ts';
import { sectionOrder } from '../../wording/summary.ts';
import type { InUse } from '../in-use.ts';

export type HitGroup = {
  readonly kind: SectionKind;
  /** In the order found; empty where the section's content is shown only in its place. */
  readonly items: readonly Item[];
  readonly total: number;
};

/** Collapsed until it is asked for: a search names the section and opens nothing. */
const closedKinds: ReadonlySet<SectionKind> = new Set(['safeguarding']);

/**
 * @param most how many hits are drawn, over all sections
 * @param inUse keys of those that are drawn in any case
 */
export function groupedHits(
  found: readonly Item[],
  most: number,
  inUse: InUse,
): readonly HitGroup[] {
  const byKind = new Map<SectionKind, Item[]>();
  for (const item of found) {
    const list = byKind.get(item.kind);
    if (list) list.push(item);
    else byKind.set(item.kind, [item]);
  }
  const groups: HitGroup[] = [];
  let left = most;
  for (const kind of sectionOrder) {
    const all = byKind.get(kind);
    if (!all) continue;
    const first = left;
    const isDrawn = ({ key }: Item, at: number) => at < first || inUse.has(key);
    const items = closedKinds.has(kind) ? [] : all.filter(isDrawn);
    left = Math.max(0, left - items.length);
    groups.push({ kind, items, total: all.length });
  }
  return groups;
}

/** How many hits may be drawn at all. */
export function drawable(found: readonly Item[]): number {
  return found.filter(({ kind }) => !closedKinds.has(kind)).length;
}
