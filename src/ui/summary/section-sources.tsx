/** Next to a section's heading: whose word is missing and why, and how old the others' is. */
import { useContext } from 'preact/hooks';
import { isComplete } from '../../domain/source.ts';
import type { Summary } from '../../domain/summary/summary.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import { DateText } from '../parts/date-text.tsx';
import { absenceWords } from '../wording/summary.ts';
import { missingFrom } from './section-absence.ts';
import { nameOf, SourceNamesContext } from './source-names.ts';
import { SourceTag } from './source-tag.tsx';

type Props = {
  readonly summary: Summary;
  readonly kind: SectionKind;
  /** Say too what the complete sources are up to date to: where an old list could harm. */
  readonly withAges: boolean;
};

export function SectionSources({ summary, kind, withAges }: Props) {
  const names = useContext(SourceNamesContext);
  // Another practice that never shared holds nothing back of what is listed here; the line of
  // sources names it, and so does every section that is empty.
  const missing = missingFrom(summary, kind).filter(
    ({ report: { source, state } }) =>
      state !== 'not-sharing' || nameOf(names, source.id).isPatientsPractice,
  );
  const dated = withAges
    ? summary.sources.filter(
        ({ state, upTo }) => upTo !== null && (isComplete(state) || state === 'answered-withheld'),
      )
    : [];
  if (missing.length + dated.length === 0) return null;
  return (
    <ul class="said-by">
      {dated.map(({ source, upTo }) => (
        <li key={source.id}>
          <SourceTag source={source.id} /> {absenceWords.upTo} {upTo && <DateText date={upTo} />}
        </li>
      ))}
      {missing.map(({ report, why }) => (
        <li key={`${report.source.id} missing`} class={isLost(report.state) ? 'mark' : undefined}>
          <SourceTag source={report.source.id} /> {why}
        </li>
      ))}
    </ul>
  );
}

/** Not answering is alarming; still asking, or never having shared, is only said. */
function isLost(state: string): boolean {
  return state !== 'asking' && state !== 'not-sharing' && state !== 'answered-withheld';
}
