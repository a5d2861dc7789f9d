/** The newest value of the latest tests, each beside the one before it. */
import { useMemo } from 'preact/hooks';
import { calendarDay } from '../../../domain/clinical-date.ts';
import { type KeyResult, keyResults, mostResults } from '../../../domain/summary/key-results.ts';
import type { Result } from '../../../domain/summary/item.ts';
import { DateText } from '../../parts/date-text.tsx';
import { unbroken } from '../../parts/unbroken.tsx';
import { firstLookWords } from '../../wording/first-look.ts';
import { measuredWords } from '../../wording/results.ts';
import { summaryWords } from '../../wording/summary.ts';
import { RowLine } from '../item-row.tsx';
import { Jump } from '../jump.tsx';
import { PagedList } from '../paged-list.tsx';
import { useView } from '../view.ts';
import { Mark, Value, Words } from '../words.tsx';

/** Filters leave these alone, since they are few and chosen; the section below obeys them. */
export function KeyResults() {
  const { summary, now } = useView();
  const results = useMemo(() => keyResults(summary, now), [summary.items, now.iso]);
  if (results.length === 0) return null;
  return (
    <section class="panel section" aria-labelledby="key-results">
      <div class="section__top">
        <h2 id="key-results" tabIndex={-1}>
          {firstLookWords.keyResults}
        </h2>
        <p class="count">
          <Jump to="section-result">{firstLookWords.allResults}</Jump>
        </p>
      </div>
      <PagedList
        items={results}
        first={mostResults}
        firstOfLong={mostResults}
        more={null}
        row={(found) => <Line found={found} />}
      />
    </section>
  );
}

function Line({ found: { newest, before } }: { found: KeyResult }) {
  const [item] = newest.items;
  const { value, flag, status, note, range } = item;
  return (
    <RowLine row={newest} withTime lightTitle>
      {' '}
      <Value of={value} />
      {flag && (flag.normal ? ` ${flag.words}` : <Mark>{flag.words}</Mark>)}
      {status && <Mark>{status}</Mark>}
      <Words
        of={[note, range && measuredWords.range(range), before && <Before item={before} />]}
        lead=" · "
      />
    </RowLine>
  );
}

/**
 * An older value's flag, status and comment are part of it: "6.1, haemolysed" is not "6.1". Its
 * date stands in brackets, apart from the newer value's, which follows.
 */
function Before({ item }: { item: Result }) {
  const { now } = useView();
  const { value, flag, status, note, date } = item;
  const today = date !== null && calendarDay(date) === calendarDay(now);
  return (
    <>
      {firstLookWords.was} {unbroken(value ?? measuredWords.noValue)}
      {flag && ` ${flag.words}`}
      {status && ` ${status}`}
      {note && `, ${note}`} (
      {date ? <DateText date={date} withTime={today} /> : summaryWords.noDate})
    </>
  );
}
