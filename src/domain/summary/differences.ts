/** Where sources disagree about one thing. Shown as it is: which of them is right is the reader's. */
import type { ClinicalDate } from '../clinical-date.ts';
import { isComplete, type SourceId, type SourceReport } from '../source.ts';
import { missingSources, unreadOf } from './absence.ts';
import type { Item } from './item.ts';
import { medicineDifferences } from './medicine-differences.ts';
import { once } from './once.ts';
import { decisionDifferences, dueDateDifferences } from './plan-differences.ts';
import type { SectionKind } from './section-kind.ts';
import { allergyDifferences, problemDifferences } from './status-differences.ts';
import type { Summary } from './summary.ts';

export type DifferenceKind =
  /** Current by one source; stopped, not taken, held back or past its last day by another. */
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
export const compare = once((summary: Summary): Comparison => {
  const differences = [
    ...decisionDifferences(summary),
    ...allergyDifferences(summary),
    ...medicineDifferences(summary),
    ...problemDifferences(summary),
    ...dueDateDifferences(summary),
  ];
  return { differences, ...whoWasCompared(summary) };
});

const comparedSections = ['medication', 'allergy', 'problem'] as const;

/**
 * Of the sources that keep anything to compare. One that gave part of it, one entry unread, or does
 * not know the patient is not compared, whatever of it is among the differences.
 */
function whoWasCompared(summary: Summary): Pick<Comparison, 'compared' | 'notCompared'> {
  const incomplete = new Set(comparedSections.flatMap((kind) => missingSources(summary, kind)));
  const keeping = summary.sources.filter(
    ({ keeps }) => keeps === null || comparedSections.some((kind) => keeps.includes(kind)),
  );
  const isCompared = (report: SourceReport) =>
    isComplete(report.state) &&
    report.state !== 'not-known' &&
    !incomplete.has(report) &&
    comparedSections.every((kind) => unreadOf(summary, report.source.id, kind) === null);
  return {
    compared: keeping.filter(isCompared),
    notCompared: keeping.filter((report) => !isCompared(report)),
  };
}

/** The differences one item is a side of. */
export function differencesOf(summary: Summary, item: Item): readonly Difference[] {
  return bySide(compare(summary)).get(item.key) ?? [];
}

const bySide = once(({ differences }: Comparison) => {
  const found = new Map<string, Difference[]>();
  for (const difference of differences) {
    for (const { item } of difference.sides) {
      if (item === null) continue;
      const list = found.get(item.key);
      if (list) list.push(difference);
      else found.set(item.key, [difference]);
    }
  }
  return found;
});
