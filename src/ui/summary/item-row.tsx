import type { ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Item } from '../../domain/summary/item.ts';
import { DateText } from '../parts/date-text.tsx';
import { codeSystemName, summaryWords } from '../wording/summary.ts';
import { nameOf, SourceNamesContext } from './source-names.ts';
import { SourceTag } from './source-tag.tsx';

type Props = {
  readonly item: Item;
  /** Said about the item, after its title: dose, reaction, value, status. */
  readonly children?: ComponentChildren;
  /** Show the time of day too (results). */
  readonly withTime?: boolean;
  /** Where the value carries the weight, not the name. */
  readonly lightTitle?: boolean;
};

/** What its author wrote, who says so, since when; codes and the rest on demand. */
export function ItemRow({ item, children, withTime = false, lightTitle = false }: Props) {
  return (
    <>
      <p class="item__words">
        {lightTitle ? item.title : <strong>{item.title}</strong>}
        {children}
      </p>
      <p class="item__from">
        <When item={item} withTime={withTime} /> <SourceTag source={item.source} />
      </p>
      <More item={item} />
    </>
  );
}

/** When it happened; failing that, when it was written down, and that this is what the date is. */
function When({ item, withTime }: { item: Item; withTime: boolean }) {
  if (item.date) return <DateText date={item.date} withTime={withTime} />;
  if (!item.recorded) return <>{summaryWords.noDate}</>;
  return (
    <>
      {summaryWords.recordedOn} <DateText date={item.recorded} />
    </>
  );
}

/** Drawn when it is opened: on a long record most of it never is. */
function More({ item }: { item: Item }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="item__more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {summaryWords.more} <span class="hidden">{summaryWords.moreAbout(item.title)}</span>
      </summary>
      {open && <Origin item={item} />}
    </details>
  );
}

function Origin({ item }: { item: Item }) {
  const { name } = nameOf(useContext(SourceNamesContext), item.source);
  return (
    <dl>
      <dt>{summaryWords.source}</dt>
      <dd>{name}</dd>
      {item.recorded && (
        <>
          <dt>{summaryWords.recorded}</dt>
          <dd>
            <DateText date={item.recorded} withTime />
          </dd>
        </>
      )}
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

/** Parts of a sentence that are there, separated as a clinician would read them. */
export function Words({ of }: { of: readonly (string | null | false)[] }) {
  const said = of.filter((part) => typeof part === 'string' && part !== '');
  return said.length > 0 ? <span class="item__detail">: {said.join(' · ')}</span> : null;
}

/** A status that must not be overlooked, in words and bold. */
export function Mark({ children }: { children: ComponentChildren }) {
  return (
    <>
      {' '}
      <span class="mark">{children}</span>
    </>
  );
}
