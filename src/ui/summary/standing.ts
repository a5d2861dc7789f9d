/**
 * Whether a fact holds, in words, wherever it stands apart from its section: in a search, on the
 * timeline, among what has just arrived. Nothing there may look like a fact that simply holds.
 */
import { type ClinicalDate, formatDate } from '../../domain/clinical-date.ts';
import type { Item, Medication } from '../../domain/summary/item.ts';
import {
  allergyStanding,
  findWords,
  medicineStanding,
  problemStanding,
  vaccineStanding,
} from '../wording/find.ts';
import { standingWords } from '../wording/first-look.ts';
import { medicineWords } from '../wording/medicines.ts';

/** What must be read with its title; null where it simply holds. */
export function standingOf(item: Item, hasDied: boolean): string | null {
  switch (item.kind) {
    case 'problem':
      return problemStanding[item.status];
    case 'allergy':
      return item.assertion === 'allergy'
        ? allergyStanding[item.status]
        : joined([findWords.noKnown, allergyStanding[item.status]]);
    case 'medication':
      return joined([medicineStanding[item.status], ...provisoOf(item)]);
    case 'immunisation':
      return vaccineStanding[item.given];
    case 'result':
    case 'vital':
    case 'document':
      return item.status;
    default:
      return (
        standingWords(item.kind, item.standing, hasDied) ??
        (item.standing === 'past' ? findWords.past : null)
      );
  }
}

/** Its standing, how sure its source is, and the source's own status: "past · refuted". */
export function holdingWords(item: Item, hasDied: boolean): string | null {
  const certainty = 'certainty' in item ? item.certainty : null;
  const own = 'standing' in item ? item.status : null;
  return joined([standingOf(item, hasDied), certainty, own]);
}

/** "On hold", "until 12-Nov-2026": what its source says of it that its status does not. */
export function provisoOf({ proviso, until }: Medication): readonly (string | null)[] {
  return [proviso, untilWords(until)];
}

function untilWords(until: ClinicalDate | null): string | null {
  return until && `${medicineWords.until} ${formatDate(until)}`;
}

function joined(said: readonly (string | null)[]): string | null {
  const words = said.filter((each) => each !== null && each !== '').join(' · ');
  return words === '' ? null : words;
}
