/** One result: value, the source's own flag, range, status and comment beside it, and its trend. */
import { useRef, useState } from 'preact/hooks';
import type { Result, ResultFlag, ResultPart, Vital } from '../../../domain/summary/item.ts';
import type { Series } from '../../../domain/summary/series.ts';
import { DateText } from '../../parts/date-text.tsx';
import { part, WithPart } from '../../parts/later.tsx';
import { measuredWords } from '../../wording/results.ts';
import { RowLine } from '../item-row.tsx';
import { AttachmentButtons } from '../letters/attachment-buttons.tsx';
import { Mark, Value, Words } from '../words.tsx';
import type { Line } from './listed.ts';
import { Spark } from './spark.tsx';

type Props = {
  readonly line: Line;
  readonly series: readonly Series[];
  /** Whether it is the newest listed line of its series: the others would draw the same again. */
  readonly withSpark: boolean;
};

export function MeasuredRow({ line: { row, opens, inPanel }, series, withSpark }: Props) {
  const [item] = row.items;
  const [first] = series;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      {opens && (
        <h3 class="panel-title">
          {opens === 'single' ? measuredWords.single(item.kind) : <PanelTitle {...opens} />}
        </h3>
      )}
      <div class={inPanel ? 'measured measured--in-panel' : 'measured'}>
        <RowLine row={row} withTime lightTitle>
          <Said item={item} />
          {withSpark && first && <Spark series={first} />}
          {first && (
            <>
              {' '}
              <button
                type="button"
                class="button button--link trend-button"
                ref={button}
                aria-expanded={open}
                aria-label={`${measuredWords.trend} ${measuredWords.trendOf(item.title)}`}
                onClick={() => setOpen(!open)}
              >
                {measuredWords.trend}
              </button>
            </>
          )}
        </RowLine>
        <AttachmentButtons item={item} />
        {open && (
          <WithPart of={trendPanel}>
            {(TrendPanel) => (
              <TrendPanel
                title={item.title}
                series={series}
                onClose={() => {
                  setOpen(false);
                  button.current?.focus();
                }}
              />
            )}
          </WithPart>
        )}
      </div>
    </>
  );
}

function PanelTitle({ title, date }: Exclude<Line['opens'], string | null>) {
  return date ? (
    <>
      {measuredWords.panel(title)}
      <DateText date={date} withTime />
    </>
  ) : (
    <>{title}</>
  );
}

/** Opened one at a time, and by most readers never. */
export const trendPanel = part(async () => (await import('./trend-panel.tsx')).TrendPanel);

function Said({ item }: { item: Result | Vital }) {
  // A report that is a file and nothing else has no value to miss.
  const isFile = item.value === null && item.attachments.length > 0;
  return (
    <>
      {' '}
      {!isFile && <Value of={item.value} />}
      {item.flag && <Flag {...item.flag} />}
      {item.status && <Mark>{item.status}</Mark>}
      <Words of={[item.range && measuredWords.range(item.range), item.note]} />
      {item.parts.map((part) => (
        <Part key={part.title} part={part} />
      ))}
    </>
  );
}

/** Only what is out of the ordinary stands out; a normal result is said, not shouted. */
function Flag({ words, normal }: ResultFlag) {
  return normal ? <> {words}</> : <Mark>{words}</Mark>;
}

/** A part is written out where it has something to say of its own. */
function Part({ part: { title, value, flag, range } }: { part: ResultPart }) {
  if (!flag && range === null) return null;
  return (
    <span class="part">
      {title} <Value of={value} />
      {flag && <Flag {...flag} />}
      <Words of={[range && measuredWords.range(range)]} />
    </span>
  );
}
