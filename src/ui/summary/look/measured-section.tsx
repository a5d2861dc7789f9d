/** Results and measurements: newest first, filtered, then capped; nothing is left out unsaid. */
import '../../styles/look.scss';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Summary } from '../../../domain/summary/summary.ts';
import { filterWords, type MeasuredKind, type Period, periods } from '../../wording/results.ts';
import { PagedList } from '../paged-list.tsx';
import { useRows } from '../rows.ts';
import { Section } from '../section.tsx';
import { useView } from '../view.ts';
import { type Line, type Listed, listed, type ResultFilter } from './listed.ts';
import { MeasuredRow } from './measured-row.tsx';
import { allSeriesOf } from './series-index.ts';

/** Filters are this component's own, so that each launch begins without them. */
const atFirst: ResultFilter = { period: '12-months', abnormalOnly: false };
const all: ResultFilter = { period: 'all', abnormalOnly: false };

export function MeasuredSection({ kind }: { kind: MeasuredKind }) {
  const { summary, now } = useView();
  const { rows, leftOut } = useRows(kind);
  const [filter, setFilter] = useState(atFirst);
  const found = useMemo(() => listed(rows, filter, now), [rows, filter, now.iso]);
  const newest = useMemo(() => newestOfSeries(found.lines, summary), [found]);
  return (
    <Section kind={kind} summary={summary} count={rows.length} leftOut={leftOut}>
      {rows.length > 0 && <Filters kind={kind} filter={filter} found={found} change={setFilter} />}
      {found.lines.length > 0 && (
        <PagedList
          // A changed filter begins at its first 50 again.
          key={JSON.stringify(filter)}
          items={found.lines}
          {...(kind === 'vital' ? { first: 10 } : { firstOfLong: 12 })}
          row={(line) => (
            <MeasuredRow
              line={line}
              series={allSeriesOf(summary, line.row.items[0])}
              withSpark={newest.has(line.key)}
            />
          )}
        />
      )}
    </Section>
  );
}

/** The keys of the lines a series is drawn on: the first of each in reading order. */
function newestOfSeries(lines: readonly Line[], summary: Summary): ReadonlySet<string> {
  const drawn = new Set<string>();
  const keys = new Set<string>();
  for (const { key, row } of lines) {
    const [series] = allSeriesOf(summary, row.items[0]);
    if (!series || drawn.has(series.key)) continue;
    drawn.add(series.key);
    keys.add(key);
  }
  return keys;
}

type FiltersProps = {
  readonly kind: MeasuredKind;
  readonly filter: ResultFilter;
  readonly found: Listed;
  readonly change: (filter: ResultFilter) => void;
};

function Filters({ kind, filter, found, change }: FiltersProps) {
  const id = useId();
  const period = useRef<HTMLSelectElement>(null);
  const missing = filterWords.leftOut(kind, found.leftOut);
  const { older, unflagged } = found.leftOut;
  return (
    <div class="look-filter">
      <fieldset>
        <legend class="hidden">{filterWords.legend(kind)}</legend>
        <label class="hidden" for={`${id}-period`}>
          {filterWords.period(kind)}
        </label>
        <select
          ref={period}
          id={`${id}-period`}
          value={filter.period}
          onChange={({ currentTarget }) => {
            const chosen = periods.find((each) => each === currentTarget.value);
            if (chosen) change({ ...filter, period: chosen });
          }}
        >
          {periods.map((each: Period) => (
            <option key={each} value={each}>
              {filterWords.periods[each]}
            </option>
          ))}
        </select>
        <label class="look-filter__check">
          <input
            type="checkbox"
            checked={filter.abnormalOnly}
            onChange={({ currentTarget }) =>
              change({ ...filter, abnormalOnly: currentTarget.checked })
            }
          />{' '}
          {filterWords.abnormalOnly}
        </label>
      </fieldset>
      <div class="look-filter__left">
        <p class="look-filter__out" role="status">
          {missing}
          {missing !== '' && found.lines.length === 0 && ` ${filterWords.nothingLeft}`}
        </p>
        {older + unflagged > 0 && (
          <button
            type="button"
            class="button button--link"
            onClick={() => {
              // The button goes; the focus stays with what it changed.
              period.current?.focus();
              change(all);
            }}
          >
            {filterWords.showAll(kind)}
          </button>
        )}
      </div>
    </div>
  );
}
