/** Whose events may be missing from the timeline: an empty lane never means none by itself. */
import { isAllKnown } from '../../../domain/summary/absence.ts';
import { groupedBy } from '../../../domain/summary/by-drug.ts';
import type { SectionKind } from '../../../domain/summary/section-kind.ts';
import type { Summary } from '../../../domain/summary/summary.ts';
import type { Lane } from '../../../domain/summary/timeline.ts';
import { timelineWords } from '../../wording/timeline.ts';
import { type Missing, missingFrom } from '../section-absence.ts';
import { SourceTags } from '../source-tag.tsx';
import { useView } from '../view.ts';

/** The sections that a lane's events are of. */
const kindOf: Readonly<Record<Lane, SectionKind>> = {
  admission: 'encounter',
  visit: 'encounter',
  diagnosis: 'problem',
  medicine: 'medication',
};

/** Whether what is not in it is known not to be. */
export function isTimelineKnown(summary: Summary): boolean {
  return Object.values(kindOf).every((kind) => isAllKnown(summary, kind));
}

/** What is missing from any of its lanes, each reason of a source once. */
export function missingFromTimeline(summary: Summary): readonly Missing[] {
  const all = [...new Set(Object.values(kindOf))].flatMap((kind) => missingFrom(summary, kind));
  const byReason = groupedBy(all, ({ report, why }) => `${report.source.id} ${why}`);
  return [...byReason.values()].flatMap(([first]) => first ?? []);
}

/** Who, and why, in the words that a section's heading has for it. */
export function TimelineMissing({ missing }: { readonly missing: readonly Missing[] }) {
  return (
    <>
      {[...groupedBy(missing, ({ why }) => why)].map(([why, of]) => (
        <p key={why} class="said-by">
          <SourceTags sources={of.map(({ report }) => report.source.id)} /> {why}
        </p>
      ))}
    </>
  );
}

/** What stands for the number of a lane in which there is no event. */
export function useNoneIn(lane: Lane): string {
  const { summary, hidden } = useView();
  if (!isAllKnown(summary, kindOf[lane])) return timelineWords.notKnown;
  return hidden.size > 0 ? timelineWords.noneShown : timelineWords.none;
}
