/** Where sources disagree about one thing. Shown as it is: which of them is right is the reader's. */
import type { ClinicalDate } from '../clinical-date.ts';
import type { SourceId, SourceReport } from '../source.ts';
import type { Item } from './item.ts';
import type { SectionKind } from './section-kind.ts';
import type { Summary } from './summary.ts';

export type DifferenceKind =
  /** Current by one source, stopped or not taken by another. */
  | 'stopped-by-one'
  /** One drug, current by both, at another dose, route or timing. Several strengths are none. */
  | 'dose'
  /** Current elsewhere and not on the practice's list, which arrived complete. */
  | 'not-on-practice-list'
  /** An allergy by one, "no known" by another. */
  | 'none-known-by-one'
  /** One problem or allergy, active by one, past or refuted by another. */
  | 'status'
  /** Resuscitation decided one way in one plan, another way in another. */
  | 'decision'
  /** Pregnancies with due dates that are not the same. */
  | 'due-date';

/** What one source says of it; `item` null where its complete list does not have it. */
export type Side = {
  readonly source: SourceId;
  readonly item: Item | null;
  /** What that list is complete to; null where nobody said, and for sides with an item. */
  readonly listDate: ClinicalDate | null;
};

export type Difference = {
  readonly key: string;
  readonly kind: DifferenceKind;
  readonly section: SectionKind;
  /** What it is about: "Bisoprolol", "Penicillin". */
  readonly title: string;
  readonly sides: readonly [Side, Side, ...Side[]];
};

export type Comparison = {
  readonly differences: readonly Difference[];
  /** Sources whose word was there to be compared, and those whose was not. */
  readonly compared: readonly SourceReport[];
  readonly notCompared: readonly SourceReport[];
};

/** Made once for each state of the summary. */
export function compare(summary: Summary): Comparison {
  return { differences: [], compared: summary.sources, notCompared: [] };
}

/** The differences one item is a side of. */
export function differencesOf(summary: Summary, item: Item): readonly Difference[] {
  return compare(summary).differences.filter(({ sides }) =>
    sides.some((side) => side.item?.key === item.key),
  );
}
