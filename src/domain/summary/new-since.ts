/** What is new since this user's organisation last opened the record. */
import type { AccessLogEntry } from '../access-log.ts';
import type { ClinicalDate } from '../clinical-date.ts';
import type { Item } from './item.ts';

/**
 * When somebody of this organisation last opened the record, before this opening.
 * @param openedAt when this launch's access was recorded: it is not counted itself
 * @returns null where the log names none
 */
export function lastOpenedBy(
  _entries: readonly AccessLogEntry[],
  _organisation: { readonly odsCode: string | null; readonly name: string | null },
  _openedAt: ClinicalDate,
): ClinicalDate | null {
  return null;
}

/** Recorded, or failing that changed or dated, after that moment; by day where no time is known. */
export function isNewSince(_item: Item, _since: ClinicalDate): boolean {
  return false;
}
