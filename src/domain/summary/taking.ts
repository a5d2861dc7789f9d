/**
 * Whether a source that lists a medicine says as well that it is not to be taken now. Read from
 * its own words and dates, never inferred from silence.
 */
import { calendarDay, type ClinicalDate, momentOf } from '../clinical-date.ts';
import type { SourceReport } from '../source.ts';
import type { Medication } from './item.ts';

/** What its source says in place of "stopped": held back, or not to be given at all. */
const heldBack = /\b(?:on[- ]hold|held|suspended|paused|do not|not to be)\b/i;

/**
 * @param asked when the record was asked for; null where nobody knows, and then a last day counts
 * as past: a difference that is needless is read and set aside, one that is missed harms
 */
export function isHeldBack({ proviso, until }: Medication, asked: ClinicalDate | null): boolean {
  if (proviso !== null && heldBack.test(proviso)) return true;
  return until !== null && (asked === null || isBefore(until, asked));
}

/** As far as the last day is known: one known to its month is past with the month. */
function isBefore(until: ClinicalDate, asked: ClinicalDate): boolean {
  const day = calendarDay(until);
  return day < calendarDay(asked).slice(0, day.length);
}

/** The newest moment at which any source was asked; null where nobody said. */
export function askedLast(sources: readonly SourceReport[]): ClinicalDate | null {
  return sources.reduce<ClinicalDate | null>(
    (newest, { askedAt }) =>
      askedAt !== null && (newest === null || momentOf(askedAt) > momentOf(newest))
        ? askedAt
        : newest,
    null,
  );
}
