/** What a comparison finds in Hollow Way's patient, in one line each. */
import { compare, type DifferenceKind } from '../../../src/domain/summary/differences.ts';
import type { Item } from '../../../src/domain/summary/item.ts';
import { emptySummary, type Summary } from '../../../src/domain/summary/summary.ts';
import { gp, ouh, report } from '../../ui/fixtures.ts';

const answered = [report(gp, 'answered', '2026-10-28'), report(ouh, 'answered')];

export function summaryOf(items: readonly Item[], part: Partial<Summary> = {}): Summary {
  return { ...emptySummary, practice: gp.id, sources: answered, items, ...part };
}

/** What differs, of which thing, and who says so. */
export function found(items: readonly Item[], part: Partial<Summary> = {}) {
  return compare(summaryOf(items, part)).differences.map(
    ({ kind, title, sides }) =>
      `${kind} ${title}: ${sides.map(({ source, item }) => (item ? source : `not ${source}`)).join(', ')}`,
  );
}
export const ofKind = (kind: DifferenceKind, items: readonly Item[], part: Partial<Summary> = {}) =>
  found(items, part).filter((each) => each.startsWith(kind));
