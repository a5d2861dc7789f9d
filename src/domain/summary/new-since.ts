/** What is new since this user's organisation last opened the record. */
import type { AccessLogEntry } from '../access-log.ts';
import { calendarDay, type ClinicalDate, momentOf, newestFirst } from '../clinical-date.ts';
import type { Item } from './item.ts';
import { sameWords } from './words.ts';

export type Organisation = { readonly odsCode: string | null; readonly name: string | null };

/**
 * When somebody of this organisation last opened the record, before this opening. Refused and
 * abandoned launches showed nothing, and do not count.
 * @param openedAt when this launch's access was recorded: it is not counted itself
 * @returns null where the log names none
 */
export function lastOpenedBy(
  entries: readonly AccessLogEntry[],
  organisation: Organisation,
  openedAt: ClinicalDate,
): ClinicalDate | null {
  const before = entries.filter(
    (entry) =>
      entry.outcome === 'opened' &&
      momentOf(entry.recorded) < momentOf(openedAt) &&
      isOf(entry, organisation),
  );
  const [last] = before.map(({ recorded }) => recorded).sort(newestFirst);
  return last ?? null;
}

/**
 * The organisation this launch was opened for, by the user's own row in the log.
 * @param openedAt when this launch's access was recorded: an earlier row may be of another role
 * @returns null where the log does not have it yet, or names no organisation
 */
export function openedFor(
  entries: readonly AccessLogEntry[],
  openedAt: ClinicalDate,
): Organisation | null {
  const [own] = entries
    .filter(
      ({ isYou, outcome, recorded }) =>
        isYou && outcome === 'opened' && momentOf(recorded) >= momentOf(openedAt),
    )
    .sort((a, b) => newestFirst(a.recorded, b.recorded));
  if (!own || (own.organisationCode === null && own.organisation === null)) return null;
  return { odsCode: own.organisationCode, name: own.organisation };
}

/** By code where both have one: two hospitals may share a name, never a code. */
function isOf(entry: AccessLogEntry, { odsCode, name }: Organisation): boolean {
  if (entry.organisationCode !== null && odsCode !== null) {
    return entry.organisationCode.toUpperCase() === odsCode.toUpperCase();
  }
  return name !== null && name !== '' && sameWords(entry.organisation) === sameWords(name);
}

/**
 * Recorded, or failing that changed or dated, after that moment; by day where no time is known: of
 * that same day it may be new, and is called so. A month or a year must be a later one.
 */
export function isNewSince(item: Item, since: ClinicalDate): boolean {
  const date = item.recorded ?? item.updated ?? item.date;
  if (date === null) return false;
  if (date.precision === 'time') return momentOf(date) > momentOf(since);
  const day = calendarDay(since);
  return date.precision === 'day' ? date.iso >= day : date.iso > day.slice(0, date.iso.length);
}
