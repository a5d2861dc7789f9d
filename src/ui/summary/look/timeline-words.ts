/** An event of the timeline in words: what, from when to when, who says so. */
import { type ClinicalDate, formatDate } from '../../../domain/clinical-date.ts';
import type { TimelineEvent } from '../../../domain/summary/timeline.ts';
import { laneOne, timelineWords } from '../../wording/timeline.ts';
import { nameOf, type SourceNames } from '../source-names.ts';

/** "Admission: Acute kidney injury, 08-Nov-2026 to 12-Nov-2026, OUH". */
export function eventWords(event: TimelineEvent, names: SourceNames): string {
  const what = `${laneOne[event.lane]}: ${event.item.title}`;
  return [what, datesOf(event), nameOf(names, event.item.source).tag].join(', ');
}

/** As precisely as the source said; a day is not made of a year. */
export function datesOf({ item, from, to, isSpan }: TimelineEvent): string {
  const begins = formatDate(known(from, [item.date, startOf(item), item.recorded]));
  if (!isSpan) return begins;
  if (to === null) return timelineWords.since(begins);
  const ends = formatDate(known(to, [endOf(item), lastIssueOf(item)]));
  return ends === begins ? begins : timelineWords.span(begins, ends);
}

type Item = TimelineEvent['item'];

function startOf(item: Item): ClinicalDate | null {
  return item.kind === 'medication' ? item.started : null;
}

function endOf(item: Item): ClinicalDate | null {
  if (item.kind === 'medication') return item.stopped;
  return 'ended' in item ? item.ended : null;
}

function lastIssueOf(item: Item): ClinicalDate | null {
  return item.kind === 'medication' ? item.lastIssued : null;
}

/** The item's own date for that moment, at its own precision; failing that, the calendar day. */
function known(at: number, dates: readonly (ClinicalDate | null)[]): ClinicalDate {
  const own = dates.find((date) => date !== null && isOf(date, at));
  return own ?? { precision: 'time', iso: new Date(at).toISOString() };
}

/** A partial date may have been counted from its first day or to its last. */
function isOf(date: ClinicalDate, at: number): boolean {
  const begins = Date.parse(date.iso);
  const lengths = { year: 366, month: 31, day: 1, time: 1 } as const;
  return at >= begins - day && at <= begins + lengths[date.precision] * day;
}
const day = 86_400_000;
