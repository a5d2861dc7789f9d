import { calendarDay, type ClinicalDate, formatTime } from '../../domain/clinical-date.ts';
import type { SourceReport } from '../../domain/source.ts';
import { DateText } from '../parts/date-text.tsx';
import { sourcesWords } from '../wording/sources.ts';
import { inWords, sectionNames } from '../wording/summary.ts';
import { stateWordsOf } from './source-said.ts';
import { SourceTag } from './source-tag.tsx';
import { useView } from './view.ts';

type Props = {
  readonly report: SourceReport;
  /** Whether it may answer yet, where it is asked again: with all the others, by one button. */
  readonly isWorthAsking: boolean;
};

/** What one source answered, how old its data is, when it was asked, what it keeps at all. */
export function SourceCard({ report, isWorthAsking }: Props) {
  const { summary } = useView();
  const { source, upTo, askedAt, keeps } = report;
  return (
    <li class="source">
      <SourceTag source={source.id} /> <strong>{source.name}</strong>:{' '}
      <span class={isWorthAsking ? 'mark' : undefined}>{stateWordsOf(summary, report)}.</span>
      {upTo && (
        <>
          {' '}
          {sourcesWords.upTo} <DateText date={upTo} />.
        </>
      )}
      {askedAt && (
        <span class="quiet">
          {' '}
          {sourcesWords.askedAt} <AskedAt date={askedAt} />.
        </span>
      )}
      {keeps && (
        <details class="quiet">
          <summary>
            {sourcesWords.keeps}
            <span class="hidden"> {sourcesWords.keepsAbout(source.name)}</span>
          </summary>
          {sourcesWords.keepsOnly(inWords(keeps.map((kind) => sectionNames[kind])))}
        </details>
      )}
    </li>
  );
}

/** Today it is the time that matters. */
function AskedAt({ date }: { date: ClinicalDate }) {
  const time = formatTime(date);
  const isToday = calendarDay(date) === calendarDay(useView().now);
  return isToday && time !== null ? <>{time}</> : <DateText date={date} withTime />;
}
