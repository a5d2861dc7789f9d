/**
 * What a hit says: never less than the item's own row, so that nothing that is over, refused or
 * refuted is taken for a fact that holds (domain notes, section 11).
 */
import { type ClinicalDate, formatDate, formatDateTime } from '../../../domain/clinical-date.ts';
import type {
  Allergy,
  Entry,
  Item,
  Medication,
  Result,
  Vital,
} from '../../../domain/summary/item.ts';
import {
  allergyStanding,
  entryStanding,
  findWords,
  medicineStanding,
  problemStanding,
  vaccineStanding,
} from '../../wording/find.ts';

export type HitWords = {
  /** Beside the title, and bold: it does not hold, or not as a reader would expect. */
  readonly standing: string | null;
  readonly said: readonly string[];
  /** Said as well where the search found it there, or where the whole is asked for. */
  readonly aside: readonly string[];
};

export function hitWords(item: Item): HitWords {
  const [standing, said] = byKind(item);
  const notes = 'note' in item && !isMeasured(item) ? [item.note] : [];
  const details =
    'details' in item ? item.details.map(({ label, text }) => `${label}: ${text}`) : [];
  const author = item.author === null ? null : findWords.by(item.author);
  const codes = item.codes.map(({ display, code }) => [display, code].filter(isSaid).join(' '));
  return {
    standing,
    said: said.filter(isSaid),
    aside: [...notes, ...details, author, ...codes].filter(isSaid),
  };
}

/** A result's comment stands beside its value already. */
function isMeasured({ kind }: Item): boolean {
  return kind === 'result' || kind === 'vital';
}

type Said = readonly (string | null)[];

function byKind(item: Item): readonly [standing: string | null, said: Said] {
  switch (item.kind) {
    case 'problem':
      return [
        problemStanding[item.status],
        [item.certainty, item.severity, dated(findWords.ended, item.ended)],
      ];
    case 'allergy':
      return ofAllergy(item);
    case 'medication':
      return ofMedication(item);
    case 'immunisation':
      return [vaccineStanding[item.given], [item.dose]];
    case 'result':
    case 'vital':
      return ofMeasured(item);
    case 'document':
      return [null, [item.type, item.status]];
    default:
      return ofEntry(item);
  }
}

function ofAllergy(item: Allergy): readonly [string | null, Said] {
  const assertion = item.assertion === 'allergy' ? null : findWords.noKnown;
  return [
    allergyStanding[item.status],
    [assertion, item.reactions.join(', '), item.severity, item.certainty],
  ];
}

function ofMedication(item: Medication): readonly [string | null, Said] {
  return [
    medicineStanding[item.status],
    [
      ...[item.dose, item.route, item.form, item.course, item.quantity],
      dated(findWords.started, item.started),
      dated(findWords.lastIssued, item.lastIssued),
      dated(findWords.stopped, item.stopped),
      item.stopReason,
    ],
  ];
}

/** Status and comment stand beside the value, here too. */
function ofMeasured(item: Result | Vital): readonly [string | null, Said] {
  const flag = item.flag?.words ?? null;
  return [
    item.status,
    [
      item.value ?? findWords.noValue,
      flag,
      item.range && findWords.range(item.range),
      item.note,
      item.panel?.title ?? null,
    ],
  ];
}

function ofEntry(item: Entry): readonly [string | null, Said] {
  return [
    entryStanding[item.standing],
    [
      item.value,
      item.status,
      dated(findWords.ended, item.ended),
      dated(findWords.due, item.due),
      item.section,
    ],
  ];
}

function dated(words: (date: string) => string, date: ClinicalDate | null): string | null {
  return date && words(formatDate(date));
}

function isSaid(words: string | null | false): words is string {
  return typeof words === 'string' && words !== '';
}

/** When it happened, with its time for results; failing that, when it was written down. */
export function hitDate(item: Item): string {
  if (item.date) return formatDateTime(item.date);
  return item.recorded ? findWords.recorded(formatDate(item.recorded)) : findWords.noDate;
}
