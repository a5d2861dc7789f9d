/** What the first ten seconds need, in that order. Source: scenarios, "First ten seconds". */
import { calendarDay, type ClinicalDate, formatDate, momentOf } from '../clinical-date.ts';
import { type Row, rowsOf } from './combine.ts';
import type { Entry, EntryRole } from './item.ts';
import { type KeyResult, keyResults, mostResults } from './key-results.ts';
import { type CriticalMedicines, type Drug, drugsOf } from './medicines.ts';
import { newestItems } from './newest-items.ts';
import { entryKinds } from './section-kind.ts';
import { itemsOf, type Summary } from './summary.ts';

export type FirstLook = {
  /** Resuscitation and emergency plans that are not over: every version, newest first. */
  readonly plans: readonly Row<Entry>[];
  /** Drugs of the critical classes that are current, not stated, or stopped by one of several. */
  readonly critical: readonly Drug[];
  /** All drugs, to say "3 of 11". */
  readonly drugs: number;
  readonly alerts: readonly Row<Entry>[];
  /** Current pregnancy; one whose due date has passed says so. */
  readonly pregnancy: readonly Row<Entry>[];
  /** The newest value of each of the latest tests, at most six, with the one before it. */
  readonly results: readonly KeyResult[];
  /** Admissions and emergency attendances of the last 30 days, and those still going on. */
  readonly admissions: readonly Row<Entry>[];
  readonly coordinators: readonly Row<Entry>[];
};

/** @param now the present moment */
export function firstLook(
  summary: Summary,
  critical: CriticalMedicines,
  now: ClinicalDate,
): FirstLook {
  return {
    plans: plansOf(summary),
    ...criticalOf(summary, critical),
    alerts: rowsOf(summary, 'alert').filter(({ items: [{ standing }] }) => standing === 'current'),
    pregnancy: rowsOf(summary, 'pregnancy').filter(holds),
    results: keyResults(summary, now).slice(0, mostResults),
    ...lastDaysOf(summary, now),
  };
}

/** For the panel of critical medicines alone. */
export function criticalOf(
  summary: Summary,
  critical: CriticalMedicines,
): Pick<FirstLook, 'critical' | 'drugs'> {
  const drugs = drugsOf(summary, critical);
  return {
    critical: drugs.filter(isCritical),
    drugs: drugs.length,
  };
}

/** For the panel of the last 30 days alone. */
export function lastDaysOf(
  summary: Summary,
  now: ClinicalDate,
): Pick<FirstLook, 'admissions' | 'coordinators'> {
  return {
    admissions: rowsOf(summary, 'encounter').filter((row) => isRecent(row.items[0], now)),
    coordinators: withRole(summary, 'care-coordinator').filter(holds),
  };
}

/** Of a critical class, and not over by everybody's word. */
export function isCritical({ critical, standing }: Drug): boolean {
  return critical !== null && standing !== 'ended';
}

/** One row's items have one standing: what differs in it is never combined. */
function holds({ items: [{ standing }] }: Row<Entry>): boolean {
  return standing === 'current' || standing === 'not-stated';
}

/** Only sections that hold one are read: what breaks in another costs no plan. */
function withRole(summary: Summary, role: EntryRole): readonly Row<Entry>[] {
  return entryKinds
    .filter((kind) => itemsOf(summary, kind).some((item: Entry) => item.role === role))
    .flatMap((kind): readonly Row<Entry>[] => rowsOf(summary, kind))
    .filter((row) => row.items[0].role === role);
}

/** Resuscitation first, wherever it was sent. */
export function plansOf(summary: Summary): readonly Row<Entry>[] {
  const decisions = withRole(summary, 'resuscitation').filter(holds);
  const others = rowsOf(summary, 'emergency-plan').filter(
    (row) => row.items[0].role !== 'resuscitation' && holds(row),
  );
  return [...newestItems(decisions, ({ items: [item] }) => item), ...others];
}

const thirtyDays = 30 * 24 * 60 * 60 * 1000;

/** An admission counts by its end, where it has one. */
function isRecent({ role, standing, date, ended }: Entry, now: ClinicalDate): boolean {
  if (role !== 'admission' && role !== 'emergency-attendance') return false;
  if (standing === 'current') return true;
  const when = ended ?? date;
  const happened = standing !== 'not-done' && standing !== 'planned';
  return happened && when !== null && momentOf(when) >= momentOf(now) - thirtyDays;
}

/** Whether a due date has passed: a pregnancy of the past, still listed (domain notes, 11). */
export function hasPassed(due: ClinicalDate, now: ClinicalDate): boolean {
  const day = calendarDay(due);
  return day < calendarDay(now).slice(0, day.length);
}

/** The due date, where the value does not say the very same. */
export function dueBeside({ due, value }: Pick<Entry, 'due' | 'value'>): ClinicalDate | null {
  return due !== null && value === formatDate(due) ? null : due;
}
