/** What the first ten seconds need, in that order. Source: scenarios, "First ten seconds". */
import type { ClinicalDate } from '../clinical-date.ts';
import type { Row } from './combine.ts';
import type { Entry, Result } from './item.ts';
import { type CriticalMedicines, type Drug, drugsOf } from './medicines.ts';
import type { Summary } from './summary.ts';

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
  readonly results: readonly { readonly newest: Row<Result>; readonly before: Result | null }[];
  /** Admissions and emergency attendances of the last 30 days, and those still going on. */
  readonly admissions: readonly Row<Entry>[];
  readonly coordinators: readonly Row<Entry>[];
};

/** @param now the present moment */
export function firstLook(
  summary: Summary,
  critical: CriticalMedicines,
  _now: ClinicalDate,
): FirstLook {
  const drugs = drugsOf(summary, critical);
  return {
    plans: [],
    critical: drugs.filter((drug) => drug.critical !== null && drug.standing !== 'ended'),
    drugs: drugs.length,
    alerts: [],
    pregnancy: [],
    results: [],
    admissions: [],
    coordinators: [],
  };
}

/** Whether a due date has passed: a pregnancy of the past, still listed (domain notes, 11). */
export function hasPassed(due: ClinicalDate, now: ClinicalDate): boolean {
  return due.iso.slice(0, 10) < now.iso.slice(0, 10);
}
