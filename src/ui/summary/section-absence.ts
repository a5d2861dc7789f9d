/** What a section may say about what is not in it. Source: domain notes section 8. */
import { missingSources } from '../../domain/summary/absence.ts';
import { isComplete, type SourceReport } from '../../domain/source.ts';
import type { Summary } from '../../domain/summary/summary.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import { sourceStateWords } from '../wording/sources.ts';
import { absenceWords, gapWords, inWords } from '../wording/summary.ts';

/** A source whose word is missing from a section, and why. */
export type Missing = { readonly report: SourceReport; readonly why: string };

/** The source's own word on this section, where it gave one, says more than its state. */
export function missingFrom(summary: Summary, kind: SectionKind): readonly Missing[] {
  return missingSources(summary, kind).map((report) => {
    const gap = summary.gaps.find(
      ({ source, section }) => source === report.source.id && section === kind,
    );
    return { report, why: gap ? gapWords[gap.reason] : sourceStateWords(report.state) };
  });
}

/** "OUH and Oxford Health looked: nothing recorded. Social care: no answer." */
export function emptySentences(summary: Summary, kind: SectionKind): readonly string[] {
  const missing = missingFrom(summary, kind);
  // Not being missing is not having looked: a practice that does not share did neither.
  const complete = summary.sources.filter(
    ({ state, source }) =>
      isComplete(state) && !missing.some(({ report }) => report.source.id === source.id),
  );
  const strangers = complete.filter(({ state }) => state === 'not-known');
  const looked = complete.filter(({ state }) => state !== 'not-known');
  return [
    ...(looked.length > 0 ? [absenceWords.looked(namesOf(looked))] : []),
    ...(strangers.length > 0
      ? [absenceWords.notKnownTo(namesOf(strangers), strangers.length > 1)]
      : []),
    ...missing.map(({ report, why }) => `${report.source.name}: ${why}.`),
  ];
}

function namesOf(reports: readonly SourceReport[]): string {
  return inWords(reports.map(({ source }) => source.name));
}
