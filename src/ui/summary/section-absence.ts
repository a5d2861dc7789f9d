/** What a section may say about what is not in it. Source: domain notes section 8. */
import { missingSources } from '../../domain/absence.ts';
import type { SourceReport } from '../../domain/source.ts';
import type { SectionKind, Summary } from '../../domain/summary.ts';
import { sourceStateWords } from '../wording/sources.ts';
import { absenceWords, gapWords, inWords } from '../wording/summary.ts';

/**
 * Sentences to stand beside a section's heading: who is still being asked, whose word is missing
 * and why, and, where nothing was found, who looked.
 * @param isEmpty nothing is listed in the section
 */
export function absenceSentences(
  summary: Summary,
  kind: SectionKind,
  isEmpty: boolean,
): readonly string[] {
  const missing = missingSources(summary, kind);
  const asking = missing.filter(({ state }) => state === 'asking');
  const gone = missing.filter(({ state }) => state !== 'asking');
  const rest = summary.sources.filter((report) => !missing.includes(report));
  return [
    ...(isEmpty ? lookedWords(rest) : []),
    ...(asking.length > 0 ? [absenceWords.asking(namesOf(asking))] : []),
    ...gone.map((report) => `${report.source.name}: ${whyMissing(report, summary, kind)}.`),
  ];
}

function lookedWords(complete: readonly SourceReport[]): readonly string[] {
  const strangers = complete.filter(({ state }) => state === 'not-known');
  const looked = complete.filter(({ state }) => state !== 'not-known');
  return [
    ...(looked.length > 0 ? [absenceWords.looked(namesOf(looked))] : []),
    ...(strangers.length > 0
      ? [absenceWords.notKnownTo(namesOf(strangers), strangers.length > 1)]
      : []),
  ];
}

/** The source's own word on this section, where it gave one, says more than its state. */
function whyMissing(report: SourceReport, summary: Summary, kind: SectionKind): string {
  const gap = summary.gaps.find(
    ({ source, section }) => source === report.source.id && section === kind,
  );
  return gap ? gapWords[gap.reason] : sourceStateWords(report.state);
}

function namesOf(reports: readonly SourceReport[]): string {
  return inWords(reports.map(({ source }) => source.name));
}
