/** Next to a section's heading: whose word is missing and why, and how old the others' is. */
import { useContext, useState } from 'preact/hooks';
import { calendarDay } from '../../domain/clinical-date.ts';
import { isComplete, type SourceReport } from '../../domain/source.ts';
import { groupedBy } from '../../domain/summary/by-drug.ts';
import type { Summary } from '../../domain/summary/summary.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import { DateText } from '../parts/date-text.tsx';
import { absenceWords } from '../wording/summary.ts';
import { emptyHanded, emptySentences, listing, missingBeside } from './section-absence.ts';
import { nameOf, SourceNamesContext } from './source-names.ts';
import { SourceTag, SourceTags } from './source-tag.tsx';
import { useView } from './view.ts';

type Props = {
  readonly summary: Summary;
  readonly kind: SectionKind;
  /** Say too what the complete sources are up to date to: where an old list could harm. */
  readonly withAges?: boolean;
  /** Every practice that does not share, the patient's own or not: where nobody has anything. */
  readonly everyone?: boolean;
};

function SectionSources({ summary, kind, withAges = false, everyone = false }: Props) {
  const names = useContext(SourceNamesContext);
  // Another practice that never shared holds nothing back of what is listed here; the line of
  // sources names it, and so does every section that is empty.
  const missing = missingBeside(summary, kind).filter(
    ({ report: { source, state } }) =>
      everyone || state !== 'not-sharing' || nameOf(names, source.id).isPatientsPractice,
  );
  const aged = withAges ? listing(summary, kind).filter(isDated) : [];
  if (missing.length + aged.length === 0) return null;
  return (
    <ul class="said-by">
      {aged.map(({ source, upTo }) => (
        <li key={source.id}>
          <SourceTag source={source.id} /> {absenceWords.upTo} {upTo && <UpTo date={upTo} />}
        </li>
      ))}
      {[...groupedBy(missing, ({ why }) => why)].map(([why, of]) => (
        <li key={why} class={of.some(({ report }) => isLost(report.state)) ? 'mark' : undefined}>
          <SourceTags sources={of.map(({ report }) => report.source.id)} /> {why}
        </li>
      ))}
    </ul>
  );
}

/**
 * Beside the heading, both those that are missing and those that looked and have nothing: a source
 * that goes from the one to the other moves no row of the list.
 */
export function SaidBy(of: Omit<Props, 'everyone'>) {
  return (
    <>
      <SectionSources {...of} />
      <NothingFrom {...of} />
    </>
  );
}

/** Under what must fit a first look: all of it in one small line, ages on demand. */
export function BriefSources({ summary, kind, withAges = false }: Props) {
  const [open, setOpen] = useState(false);
  const ages = withAges && open;
  return (
    <div class="said-briefly">
      <SectionSources summary={summary} kind={kind} withAges={ages} />
      <NothingFrom summary={summary} kind={kind} withAges={ages} />
      {withAges && (
        <button
          type="button"
          class="button button--link item__more"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? absenceWords.hideAges : absenceWords.ages}
        </button>
      )}
    </div>
  );
}

/** Where nobody has anything: who has not answered and why, and who looked. */
export function Nobody({ summary, kind }: Props) {
  if (emptySentences(summary, kind).length === 0) {
    return <span class="said-by">{absenceWords.nobodyAsked}</span>;
  }
  return (
    <>
      <SectionSources summary={summary} kind={kind} everyone />
      <NothingFrom summary={summary} kind={kind} />
    </>
  );
}

/** Who looked, and has nothing in it. */
function NothingFrom({ summary, kind, withAges = false }: Props) {
  const nothing = emptyHanded(summary, kind);
  if (nothing.length === 0) return null;
  const strangers = nothing.filter(({ state }) => state === 'not-known');
  const looked = nothing.filter(({ state }) => state !== 'not-known');
  return (
    <p class="said-by">
      {withAges ? (
        looked.map((report) => <Looked key={report.source.id} of={[report]} upTo={report.upTo} />)
      ) : (
        <Looked of={looked} upTo={null} />
      )}
      {strangers.map(({ source }) => (
        <span key={source.id}>
          <SourceTag source={source.id} /> {absenceWords.notKnown}
        </span>
      ))}
    </p>
  );
}

type LookedProps = {
  readonly of: readonly SourceReport[];
  readonly upTo: SourceReport['upTo'];
};

function Looked({ of, upTo }: LookedProps) {
  if (of.length === 0) return null;
  return (
    <span>
      <SourceTags sources={of.map(({ source }) => source.id)} /> {absenceWords.nothing}
      {upTo && (
        <>
          {' '}
          {absenceWords.upTo} <UpTo date={upTo} />
        </>
      )}
    </span>
  );
}

function UpTo({ date }: { date: NonNullable<SourceReport['upTo']> }) {
  const isToday = calendarDay(date) === calendarDay(useView().now);
  return isToday ? <>{absenceWords.today}</> : <DateText date={date} />;
}

function isDated({ state, upTo }: SourceReport): boolean {
  return upTo !== null && (isComplete(state) || state === 'answered-withheld');
}

/** Not answering is alarming; still asking, or never having shared, is only said. */
function isLost(state: string): boolean {
  return state !== 'asking' && state !== 'not-sharing' && state !== 'answered-withheld';
}
