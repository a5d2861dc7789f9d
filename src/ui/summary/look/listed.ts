/**
 * Which results are listed: period, abnormal only. What a filter leaves out is counted,
 * and a result without a date is never left out for being old.
 */
import { calendarDay, type ClinicalDate } from '../../../domain/clinical-date.ts';
import type { Row } from '../../../domain/summary/combine.ts';
import type { Result, Vital } from '../../../domain/summary/item.ts';
import { listedBy } from '../../../domain/summary/newest-items.ts';
import type { Period } from '../../wording/results.ts';

export type Measured = Result | Vital;
export type MeasuredRow = Row<Measured>;

export type ResultFilter = { readonly period: Period; readonly abnormalOnly: boolean };

export type Listed = {
  /** Newest first, a panel's members together where its newest stands. */
  readonly lines: readonly Line[];
  readonly leftOut: { readonly older: number; readonly unflagged: number };
};

/**
 * One row, and what it opens: the first of a panel's members that is listed has its title, and the
 * first that is in none after a panel says so, or it would be read as one of that panel.
 */
export type Line = {
  readonly key: string;
  readonly row: MeasuredRow;
  readonly items: MeasuredRow['items'];
  readonly inPanel: boolean;
  readonly opens: { readonly title: string; readonly date: ClinicalDate | null } | 'single' | null;
};

/** @param now the present moment */
export function listed(
  rows: readonly MeasuredRow[],
  filter: ResultFilter,
  now: ClinicalDate,
): Listed {
  const since = firstDay(filter.period, now);
  const leftOut = { older: 0, unflagged: 0 };
  const kept: MeasuredRow[] = [];
  for (const row of rows) {
    if (since !== null && isBefore(row.items[0], since)) leftOut.older += 1;
    else if (filter.abnormalOnly && !row.items.some(isFlagged)) leftOut.unflagged += 1;
    else kept.push(row);
  }
  return { lines: byPanel(kept), leftOut };
}

const monthsBack: Readonly<Record<Period, number | null>> = {
  '6-months': 6,
  '12-months': 12,
  all: null,
};

/** The first calendar day that is listed, `2025-11-22`; null where all are. */
function firstDay(period: Period, now: ClinicalDate): string | null {
  const months = monthsBack[period];
  if (months === null) return null;
  const [year = 0, month = 1, day = 1] = calendarDay(now).split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const lastOfMonth = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0));
  first.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
  return first.toISOString().slice(0, 10);
}

/** A date known to its month or year only counts as old once all of that month or year is. */
function isBefore(item: Measured, since: string): boolean {
  const known = listedBy(item);
  if (known === null) return false;
  const day = calendarDay(known);
  return day < since.slice(0, day.length);
}

function isFlagged({ flag, parts }: Measured): boolean {
  return [flag, ...parts.map((part) => part.flag)].some((each) => each !== null && !each.normal);
}

/** A panel's members stand together at the place of the newest, after what the panel itself says. */
function byPanel(rows: readonly MeasuredRow[]): readonly Line[] {
  const groups = new Map<string, MeasuredRow[]>();
  for (const row of rows) {
    const [item] = row.items;
    const id = item.panel?.key ?? item.key;
    const group = groups.get(id);
    if (!group) groups.set(id, [row]);
    else if (item.key === id) group.unshift(row);
    else group.push(row);
  }
  return [...groups.values()]
    .flatMap(linesOf)
    .map((line, at, all) =>
      !line.inPanel && all[at - 1]?.inPanel ? { ...line, opens: 'single' } : line,
    );
}

function linesOf(group: readonly MeasuredRow[]): readonly Line[] {
  const panel = group.find(({ items: [item] }) => item.panel !== null)?.items[0].panel ?? null;
  // A report of one test, named like it, needs no title over its only line.
  const [only] = group.length === 1 ? group : [];
  const inPanel = panel !== null && panel.title !== only?.items[0].title;
  return group.map((row, at) => {
    const opens = inPanel && at === 0 ? { title: panel.title, date: row.items[0].date } : null;
    return { key: row.key, row, items: row.items, inPanel, opens };
  });
}
