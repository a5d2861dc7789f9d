/** An event of the timeline in words: what, from when to when, who says so. */
import { type ClinicalDate, formatDate } from '../../../domain/clinical-date.ts';
import type { SourceId } from '../../../domain/source.ts';
import { rowsOf } from '../../../domain/summary/combine.ts';
import type { Item } from '../../../domain/summary/item.ts';
import type { Summary } from '../../../domain/summary/summary.ts';
import type { TimelineEvent } from '../../../domain/summary/timeline.ts';
import { laneOne, timelineWords } from '../../wording/timeline.ts';
import { nameOf, type SourceNames } from '../source-names.ts';
import { holdingWords } from '../standing.ts';

/** "Admission: Acute kidney injury, 08-Nov-2026 to 12-Nov-2026, OUH". */
export function eventWords(
  event: TimelineEvent,
  sources: readonly SourceId[],
  names: SourceNames,
  hasDied: boolean,
): string {
  const what = `${laneOne[event.lane]}: ${event.item.title}`;
  const holding = holdingOf(event, hasDied);
  return [
    what,
    ...(holding ? [holding] : []),
    datesOf(event),
    ...sources.map((source) => nameOf(names, source).tag),
  ].join(', ');
}

/**
 * "Stopped", "Provisional", "Cancelled": as a search says it. That a visit is over, or goes on, its
 * dates say.
 */
export function holdingOf({ item }: TimelineEvent, hasDied: boolean): string | null {
  return item.kind === 'encounter' && (item.standing === 'past' || item.standing === 'current')
    ? item.status
    : holdingWords(item, hasDied);
}

/** In the picture, where a name alone would be read as a fact that holds. */
export function nameInPicture(event: TimelineEvent, hasDied: boolean): string {
  const holding = holdingOf(event, hasDied);
  return holding === null ? event.item.title : `${event.item.title} (${holding})`;
}

/** As precisely as the source said; a day is not made of a year. */
export function datesOf({ item, from, to, isSpan }: TimelineEvent): string {
  const begins = formatDate(startOf(item) ?? dayAt(from));
  if (!isSpan) return begins;
  if (to === null) return timelineWords.since(begins);
  const ends = formatDate(endOf(item) ?? dayAt(to));
  return ends === begins ? begins : timelineWords.span(begins, ends);
}

function startOf(item: Item): ClinicalDate | null {
  return (item.kind === 'medication' ? item.started : null) ?? item.date;
}

function endOf(item: Item): ClinicalDate | null {
  if (item.kind === 'medication') return item.stopped;
  return 'ended' in item ? item.ended : null;
}

function dayAt(moment: number): ClinicalDate {
  return { precision: 'time', iso: new Date(moment).toISOString() };
}

export type EventSources = (event: TimelineEvent) => readonly SourceId[];

/** Everyone who says so: an event stands for a row, which may combine several sources. */
export function eventSources(summary: Pick<Summary, 'items'>): EventSources {
  const kinds = ['encounter', 'problem', 'medication'] as const;
  const byKey = new Map(
    kinds.flatMap((kind) =>
      rowsOf(summary, kind).map(
        ({ items }) => [items[0].key, [...new Set(items.map(({ source }) => source))]] as const,
      ),
    ),
  );
  return ({ item }) => byKey.get(item.key) ?? [item.source];
}
