import { type ComponentChildren, Fragment } from 'preact';
import { calendarDay } from '../../domain/clinical-date.ts';
import type { Row } from '../../domain/summary/combine.ts';
import { dueBeside, hasPassed } from '../../domain/summary/first-look.ts';
import type { Entry } from '../../domain/summary/item.ts';
import { DateText } from '../parts/date-text.tsx';
import { unbroken } from '../parts/unbroken.tsx';
import { firstLookWords } from '../wording/first-look.ts';
import { RowLine, When } from './item-row.tsx';
import { EntryWords } from './item-words.tsx';
import { AttachmentButtons } from './letters/attachment-buttons.tsx';
import { useView } from './view.ts';
import { dated, Mark } from './words.tsx';

type Props = {
  readonly row: Row<Entry>;
  /** Said before all the rest: "differs". */
  readonly children?: ComponentChildren;
};

/** What it is and says, whether it holds, from when to when, who and where. */
export function EntryLine({ row, children }: Props) {
  const [item] = row.items;
  return (
    <RowLine row={row} when={<Period item={item} />} after={<Files row={row} />}>
      <EntryWords item={item} />
      <Due item={item} />
      {children}
      <Details of={item.details} />
    </RowLine>
  );
}

/** The letters and forms of everyone who says so. */
export function Files({ row }: { row: Row<Entry> }) {
  return (
    <>
      {row.items.map((item) => (
        <AttachmentButtons key={item.key} item={item} />
      ))}
    </>
  );
}

/** "08 to 12-Nov-2026" would be shorter; two whole dates can not be misread. */
export function Period({ item }: { item: Entry }) {
  const { date, ended } = item;
  if (!ended || (date && calendarDay(date) === calendarDay(ended))) return <When item={item} />;
  return (
    <>
      {date && <DateText date={date} />} {firstLookWords.to} <DateText date={ended} />
    </>
  );
}

/**
 * A date it may have outlived is said to have passed; what follows from that is the reader's. The
 * date is said once, where it is the entry's own value.
 */
export function Due({ item }: { item: Entry }) {
  const { now } = useView();
  const due = dueBeside(item);
  const passed = item.due !== null && hasPassed(item.due, now);
  if (!due && !passed) return null;
  const isPregnancy = item.kind === 'pregnancy';
  return (
    <span class="item__detail">
      {due ? ' · ' : ' ·'}
      {due && dated(isPregnancy ? firstLookWords.due : firstLookWords.review, due)}
      {passed && (
        <Mark>{isPregnancy ? firstLookWords.duePassed : firstLookWords.reviewPassed}</Mark>
      )}
    </span>
  );
}

/** Labelled facts in the order to be read. */
export function Details({ of }: { of: Entry['details'] }) {
  if (of.length === 0) return null;
  return (
    <span class="details">
      {of.map(({ label, text }, index) => (
        // Labels repeat: a plan has many steps.
        <Fragment key={index}>
          <span class="quiet">{label}</span> {unbroken(text)}
          {index < of.length - 1 && ' · '}
        </Fragment>
      ))}
    </span>
  );
}
