/**
 * What a hit says: never less than the item's own row, so that nothing that is over, refused or
 * refuted is taken for a fact that holds (domain notes, section 11).
 */
import { type ClinicalDate, formatDate, formatDateTime } from '../../../domain/clinical-date.ts';
import { dueBeside } from '../../../domain/summary/first-look.ts';
import type { Entry, Item, Medication, Result, Vital } from '../../../domain/summary/item.ts';
import { findWords } from '../../wording/find.ts';
import { standingOf } from '../standing.ts';

export type HitWords = {
  /** Beside the title, and bold: it does not hold, or not as a reader would expect. */
  readonly standing: string | null;
  readonly said: readonly string[];
  /** Said as well where the search found it there, or where the whole is asked for. */
  readonly aside: readonly string[];
};

export function hitWords(item: Item, hasDied: boolean): HitWords {
  const said = saidOf(item);
  const notes = 'note' in item && !isMeasured(item) ? [item.note] : [];
  const details =
    'details' in item ? item.details.map(({ label, text }) => `${label}: ${text}`) : [];
  const author = item.author === null ? null : findWords.by(item.author);
  const codes = item.codes.map(({ display, code }) => [display, code].filter(isSaid).join(' '));
  return {
    standing: standingOf(item, hasDied),
    said: said.filter(isSaid),
    aside: [...notes, ...details, author, ...codes].filter(isSaid),
  };
}

/** A result's comment stands beside its value already. */
function isMeasured({ kind }: Item): boolean {
  return kind === 'result' || kind === 'vital';
}

type Said = readonly (string | null)[];

function saidOf(item: Item): Said {
  switch (item.kind) {
    case 'problem':
      return [item.certainty, item.severity, dated(findWords.ended, item.ended)];
    case 'allergy':
      return [item.reactions.join(', '), item.severity, item.certainty];
    case 'medication':
      return ofMedication(item);
    case 'immunisation':
      return [item.dose];
    case 'result':
    case 'vital':
      return ofMeasured(item);
    case 'document':
      return [item.type];
    default:
      return ofEntry(item);
  }
}

function ofMedication(item: Medication): Said {
  return [
    ...[item.dose, item.route, item.form, item.course, item.quantity],
    dated(findWords.started, item.started),
    dated(findWords.lastIssued, item.lastIssued),
    dated(findWords.stopped, item.stopped),
    item.stopReason,
  ];
}

/** Status and comment stand beside the value, here too. */
function ofMeasured(item: Result | Vital): Said {
  return [
    item.value ?? findWords.noValue,
    item.flag?.words ?? null,
    item.range && findWords.range(item.range),
    item.note,
    item.panel?.title ?? null,
  ];
}

function ofEntry(item: Entry): Said {
  return [
    item.value,
    item.status,
    dated(findWords.ended, item.ended),
    dated(findWords.due, dueBeside(item)),
    item.section,
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
