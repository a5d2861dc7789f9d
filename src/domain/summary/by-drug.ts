/** The medicines of a summary, drug by drug. */
import type { SourceId } from '../source.ts';
import { drugKey } from './drug-name.ts';
import type { Item, Medication } from './item.ts';
import { once } from './once.ts';
import { codedSubject } from './subject.ts';
import { itemsOf, type Summary } from './summary.ts';

/**
 * By name, see {@link drugKey}; two names for one product code (a brand's and its drug's) are one
 * drug. Newest first in each, and the drugs in the order of their newest lines.
 */
export function byDrug(
  summary: Pick<Summary, 'items'>,
): ReadonlyMap<string, readonly Medication[]> {
  return byDrugOnce(itemsOf(summary, 'medication'));
}

const byDrugOnce = once((lines: readonly Medication[]) => {
  const sameDrug = namesOfOneProduct(lines);
  return groupedBy(lines, ({ title }) => sameDrug(drugKey(title)));
});

/** @returns for each name the first, in the alphabet, of those that mean the same */
function namesOfOneProduct(lines: readonly Medication[]): (name: string) => string {
  const first = new Map<string, string>();
  const firstOf = (name: string): string => {
    const earlier = first.get(name);
    return earlier === undefined || earlier === name ? name : firstOf(earlier);
  };
  const byCode = new Map<string, string>();
  for (const line of lines) {
    const code = codedSubject(line);
    if (code === null) continue;
    const name = firstOf(drugKey(line.title));
    const other = firstOf(byCode.get(code) ?? name);
    byCode.set(code, name);
    if (name < other) first.set(other, name);
    else if (other < name) first.set(name, other);
  }
  return firstOf;
}

export function bySource<T extends Item>(items: readonly T[]): ReadonlyMap<SourceId, readonly T[]> {
  return groupedBy(items, ({ source }) => source);
}

/** In order of first appearance. */
export function groupedBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
