/**
 * The trend of one test, under its row: a chart for each series (units are never mixed), and every
 * value in a table, which serves alone where the chart can not be loaded.
 */
import { useContext, useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Point, Series } from '../../../domain/summary/series.ts';
import { DateText } from '../../parts/date-text.tsx';
import { type Column, LogTable } from '../../log/log-table.tsx';
import { unbroken } from '../../parts/unbroken.tsx';
import { trendWords } from '../../wording/results.ts';
import { SourceNamesContext } from '../source-names.ts';
import { SourceTag } from '../source-tag.tsx';
import { Cursor } from './cursor.tsx';
import type { TrendChart } from './trend-chart.ts';
import { dateOf, legendWords, pointWords } from './trend-words.ts';

type Props = {
  readonly title: string;
  readonly series: readonly Series[];
  readonly onClose: () => void;
};

export function TrendPanel({ title, series, onClose }: Props) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      class="trend"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div class="trend__top">
        <h4 id={id} ref={heading} tabIndex={-1}>
          {trendWords.region(title)}
        </h4>
        <button type="button" class="button button--link" onClick={onClose}>
          {trendWords.close} <span class="hidden">{trendWords.closeOf(title)}</span>
        </button>
      </div>
      {series.map((each) => (
        <TrendOf key={each.key} series={each} />
      ))}
    </section>
  );
}

function TrendOf({ series }: { series: Series }) {
  const id = useId();
  const names = useContext(SourceNamesContext);
  const { title, unit, points } = series;
  // The very value, wherever among the others it stands once more of them have come.
  const [chosen, setChosen] = useState(points[points.length - 1]);
  const at = placeOf(chosen, points);
  const setAt = (to: number) => setChosen(points[to]);
  const says = pointWords(points[at] ?? points[0], names);
  const { holder, state } = useChart(points, at, setAt);
  return (
    <div class="trend__series">
      <p id={id} class="trend__title">
        {trendWords.heading(title, unit)}
      </p>
      {state === 'failed' ? (
        <p class="quiet">{trendWords.noChart}</p>
      ) : (
        <>
          <Cursor
            label={trendWords.chart(title)}
            count={points.length}
            at={at}
            says={says}
            move={setAt}
          >
            <div class="trend__chart" ref={holder} />
          </Cursor>
          <p class="trend__point">{unbroken(says)}</p>
          <p class="quiet">{[...legendWords(points, names), trendWords.howTo].join(' ')}</p>
        </>
      )}
      <LogTable labelledBy={id} columns={columns} entries={entriesOf(series)} rowClass={() => ''} />
    </div>
  );
}

/** Of one that is no longer among them, where its like is; failing that, the newest. */
function placeOf(chosen: Point | undefined, points: readonly Point[]): number {
  const itself = points.findIndex((each) => each === chosen);
  if (itself !== -1) return itself;
  const like = points.findIndex(
    ({ at, measure }) => at === chosen?.at && measure.value === chosen.measure.value,
  );
  return like === -1 ? points.length - 1 : like;
}

type Drawing = {
  readonly holder: { current: HTMLDivElement | null };
  readonly state: 'drawn' | 'failed';
};

/** Loads the chart's code when a trend is opened, and keeps the chart on the cursor's point. */
function useChart(points: Series['points'], at: number, setAt: (at: number) => void): Drawing {
  const holder = useRef<HTMLDivElement>(null);
  const chart = useRef<TrendChart | null>(null);
  const [state, setState] = useState<Drawing['state']>('drawn');
  const shown = useRef(at);
  shown.current = at;
  useEffect(() => {
    let wanted = true;
    import('./trend-chart.ts')
      .then(({ drawTrend }) => {
        if (!wanted || !holder.current) return;
        chart.current = drawTrend(holder.current, points, setAt);
        chart.current.show(shown.current);
      })
      .catch(() => {
        if (wanted) setState('failed');
      });
    return () => {
      wanted = false;
      chart.current?.remove();
      chart.current = null;
    };
  }, [points]);
  useLayoutEffect(() => chart.current?.show(at), [at]);
  return { holder, state };
}

type Entry = { readonly id: string; readonly point: Point };

/** Newest first, as lists are. */
function entriesOf({ points }: Series): readonly Entry[] {
  return points.map((point, index) => ({ id: String(index), point })).reverse();
}

const columns: readonly Column<Entry>[] = [
  {
    name: trendWords.columns.when,
    cell: ({ point }) => <DateText date={dateOf(point)} withTime />,
  },
  { name: trendWords.columns.value, cell: ({ point }) => <Value point={point} /> },
  {
    name: trendWords.columns.range,
    cell: ({ point: { item, part } }) => (part ? part.range : item.range),
  },
  {
    name: trendWords.columns.status,
    cell: ({ point: { item } }) =>
      [item.status, item.note].filter((words) => words !== null).join(', '),
    marks: ({ point: { item } }) => item.status !== null,
  },
  {
    name: trendWords.columns.source,
    cell: ({ point: { item } }) => <SourceTag source={item.source} />,
  },
];

function Value({ point: { item, part } }: { point: Point }) {
  const { value, flag } = part ?? item;
  return (
    <>
      <span class="value">{value}</span>
      {flag && <span class={flag.normal ? undefined : 'mark'}> {flag.words}</span>}
    </>
  );
}
