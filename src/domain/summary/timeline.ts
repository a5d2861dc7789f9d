/** What happened when, across sources: admissions, visits, medicines, diagnoses. */
import { type ClinicalDate, momentOf } from '../clinical-date.ts';
import { type Row, rowsOf } from './combine.ts';
import type { Entry, Item, Medication, Problem } from './item.ts';
import { once } from './once.ts';
import type { Summary } from './summary.ts';

export const lanes = ['admission', 'visit', 'diagnosis', 'medicine'] as const;
export type Lane = (typeof lanes)[number];

export type TimelineEvent = {
  readonly key: string;
  readonly lane: Lane;
  readonly item: Item;
  /** Milliseconds since 1970. */
  readonly from: number;
  /** Null: still going on, or a moment (`isSpan` false). */
  readonly to: number | null;
  readonly isSpan: boolean;
};

type Timeline = { readonly events: readonly TimelineEvent[]; readonly undated: number };

/** Newest first; what has no date that is known to its year is left out and counted. */
export function timelineOf(summary: Pick<Summary, 'items'>): Timeline {
  return timelineOnce(
    rowsOf(summary, 'encounter'),
    rowsOf(summary, 'problem'),
    rowsOf(summary, 'medication'),
  );
}

type Rows<T extends Item> = readonly Row<T>[];

const timelineOnce = once(
  (visits: Rows<Entry>, problems: Rows<Problem>, medicines: Rows<Medication>): Timeline => {
    const found = [
      ...visits.flatMap(({ items: [item] }) => visit(item)),
      ...problems.flatMap(({ items: [item] }) => diagnosis(item)),
      ...medicines.flatMap(({ items: [item] }) => medicine(item)),
    ];
    const events = found.flatMap((each) => each.event ?? []).sort((a, b) => b.from - a.from);
    return { events, undated: found.length - events.length };
  },
);

/** `event` is null for what has no date. */
type Placed = { readonly event: TimelineEvent | null };

/** What did not happen has no place; what has yet to happen is an appointment. */
function visit(item: Entry): readonly Placed[] {
  if (item.standing === 'not-done' || item.standing === 'planned') return [];
  if (item.role !== 'admission') return placed('visit', item, item.date, null);
  return placed('admission', item, item.date, {
    goesOn: item.standing === 'current',
    to: item.ended,
  });
}

function diagnosis(item: Problem): readonly Placed[] {
  if (/refuted|entered.in.error/i.test(item.certainty ?? '')) return [];
  return placed('diagnosis', item, item.date, { goesOn: item.status === 'active', to: item.ended });
}

/** A stop that nobody dated, or nobody stated, is not made up: then it is the moment it began. */
function medicine(item: Medication): readonly Placed[] {
  if (item.status === 'not-taken') return [];
  const from = item.started ?? item.date;
  return placed('medicine', item, from, { goesOn: item.status === 'current', to: item.stopped });
}

function placed(
  lane: Lane,
  item: Item,
  start: ClinicalDate | null,
  lasts: { readonly goesOn: boolean; readonly to: ClinicalDate | null } | null,
): readonly Placed[] {
  if (start === null) return [{ event: null }];
  const from = momentOf(start);
  const end = lasts?.to ? momentOf(lasts.to) : null;
  const to = end !== null && end >= from ? end : null;
  const isSpan = to !== null || (end === null && lasts?.goesOn === true);
  return [{ event: { key: item.key, lane, item, from, to, isSpan } }];
}
