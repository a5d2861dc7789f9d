/** Behind a line: both dates, codes, author; for a combined one each original in its own words. */
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Row } from '../../domain/summary/combine.ts';
import type { Item } from '../../domain/summary/item.ts';
import { DateText } from '../parts/date-text.tsx';
import { combinedWords } from '../wording/marks.ts';
import { measuredWords } from '../wording/results.ts';
import { codeSystemName, inWords, summaryWords } from '../wording/summary.ts';
import { NarrativeToggle } from './narrative/narrative-toggle.tsx';
import { ItemWords } from './item-words.tsx';
import { sourcesOf } from './rows.ts';
import { nameOf, SourceNamesContext } from './source-names.ts';

type Props = {
  readonly row: Row;
  /** What the line itself had no room for. */
  readonly children?: ComponentChildren;
};

export function RowMore({ row, children }: Props) {
  const names = useContext(SourceNamesContext);
  const { items, because } = row;
  const isOne = because === null || items.length === 1;
  const sources = inWords(sourcesOf(row).map((source) => nameOf(names, source).tag));
  // An original that others join is the same one still, whatever is open in it.
  return (
    <div class="more">
      {children}
      {!isOne && <p>{combinedWords.combined(combinedWords.because[because], sources)}</p>}
      {items.map((item) => (
        <div class={isOne ? undefined : 'original'} key={item.key}>
          {!isOne && (
            <p>
              {combinedWords.original(nameOf(names, item.source).name)}:{' '}
              <strong>{item.title}</strong>
              <ItemWords item={item} />
            </p>
          )}
          <Origin item={item} />
        </div>
      ))}
    </div>
  );
}

function Origin({ item }: { item: Item }) {
  return (
    <>
      <Facts item={item} />
      {item.narrative && <NarrativeToggle narrative={item.narrative} about={item.title} />}
    </>
  );
}

function Facts({ item }: { item: Item }) {
  const { name } = nameOf(useContext(SourceNamesContext), item.source);
  return (
    <dl class="origin">
      <Fact label={summaryWords.source}>{name}</Fact>
      {item.date && (
        <Fact label={summaryWords.happened}>
          <DateText date={item.date} withTime />
        </Fact>
      )}
      {item.recorded && (
        <Fact label={summaryWords.recorded}>
          <DateText date={item.recorded} withTime />
        </Fact>
      )}
      {'parts' in item &&
        item.parts.map(({ title, value }) => (
          <Fact key={title} label={title}>
            {value ?? measuredWords.noValue}
          </Fact>
        ))}
      {item.author && <Fact label={summaryWords.author}>{item.author}</Fact>}
      <dt>{summaryWords.code}</dt>
      {item.codes.length === 0 && <dd>{summaryWords.noCode}</dd>}
      {item.codes.map(({ system, code, display }) => (
        <dd key={`${system}|${code}`}>
          {display && `${display} · `}
          <span class="code">{code}</span> · {codeSystemName(system)}
        </dd>
      ))}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
