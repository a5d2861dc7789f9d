/** One line of a list: what its author wrote, who says so, since when; the rest on demand. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Row } from '../../domain/summary/combine.ts';
import type { Item } from '../../domain/summary/item.ts';
import { part, WithPart } from '../parts/later.tsx';
import { DateText } from '../parts/date-text.tsx';
import { unbroken } from '../parts/unbroken.tsx';
import { summaryWords } from '../wording/summary.ts';
import { Marks } from './marks.tsx';
import { sourcesOf } from './rows.ts';
import { SourceTags } from './source-tag.tsx';

type LineProps = {
  readonly row: Row;
  /** Said about it, after its title: dose, reaction, value, status. */
  readonly children?: ComponentChildren;
  /** Show the time of day too (results). */
  readonly withTime?: boolean;
  /** Where the value carries the weight, not the name. */
  readonly lightTitle?: boolean;
  /** In place of the title, where the line says it otherwise. */
  readonly title?: ComponentChildren;
  /** In place of the date, where the line says it itself. */
  readonly when?: ComponentChildren;
  /** Said of it only on demand, before its dates and codes. */
  readonly more?: ComponentChildren;
  /** Under the line: its letters and forms. */
  readonly after?: ComponentChildren;
};

export function RowLine(props: LineProps) {
  const { row, children, withTime = false, lightTitle = false } = props;
  const [item] = row.items;
  const [open, setOpen] = useState(false);
  const title = unbroken(props.title ?? item.title);
  return (
    <>
      <p class="item__words">
        {lightTitle ? title : <strong>{title}</strong>}
        {children}
      </p>{' '}
      <p class="item__from">
        {props.when ?? <When item={item} withTime={withTime} />} <Tags row={row} />
        <Marks row={row} />
      </p>{' '}
      <MoreButton row={row} open={open} onToggle={setOpen} />
      {props.after}
      {/* Drawn when it is opened: on a long record most of it never is. */}
      {open && <More row={row}>{props.more}</More>}
    </>
  );
}

/** Everyone who says so. */
export function Tags({ row }: { row: Row }) {
  return <SourceTags sources={sourcesOf(row)} />;
}

export const rowMore = part(async () => (await import('./row-more.tsx')).RowMore);

/** What is behind a line, with its code. */
export function More(props: { readonly row: Row; readonly children?: ComponentChildren }) {
  return <WithPart of={rowMore}>{(RowMore) => <RowMore {...props} />}</WithPart>;
}

type MoreProps = {
  readonly row: Row;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
};

/**
 * Says, to whoever can not see the line, what there is more of; and to everybody that a source's
 * own text says more than its facts do.
 */
export function MoreButton({ row: { items }, open, onToggle }: MoreProps) {
  const saysMore = items.some(({ narrative }) => narrative?.saysMore === true);
  const closed = saysMore ? summaryWords.moreWithText : summaryWords.more;
  const words = open ? summaryWords.less : closed;
  return (
    <button
      type="button"
      class="button button--link item__more"
      aria-expanded={open}
      aria-label={`${words} ${summaryWords.moreAbout(items[0].title)}`}
      onClick={() => onToggle(!open)}
    >
      {words}
    </button>
  );
}

type WhenProps = {
  readonly item: Item;
  readonly withTime?: boolean;
  /** Say what the date is, beside words that hold dates of their own. */
  readonly asRecorded?: boolean;
};

/**
 * When it happened; failing that, when it was written down, and that this is what the date is.
 * Beside a value that is a date itself no other stands without a word: it would be read as another
 * due date.
 */
export function When({ item, withTime = false, asRecorded = false }: WhenProps) {
  const { date, recorded } = item;
  const isNamed = asRecorded || date === null || ('value' in item && isDate(item.value));
  const when = date ?? recorded;
  if (!when) return <>{summaryWords.noDate}</>;
  return (
    <>
      {isNamed && `${summaryWords.recordedOn} `}
      <DateText date={when} withTime={withTime && date !== null} />
    </>
  );
}

/** As dates are written here: "14-Feb-2027", "Feb-2027". */
function isDate(value: string | null): boolean {
  return value !== null && /^(\d\d-)?[A-Z][a-z]{2}-\d{4}/.test(value);
}
