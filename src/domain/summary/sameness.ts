/**
 * When two items of one section are certainly the same fact. Anything in which they differ that a
 * clinician could act on (status, dose, flag, comment) makes them two: a disagreement is shown,
 * never folded away (domain notes, section 11, "a wrong merge").
 */
import { calendarDay } from '../clinical-date.ts';
import type { Sameness } from './combine.ts';
import type {
  Allergy,
  ClinicalDocument,
  Entry,
  Immunisation,
  Item,
  Medication,
  Problem,
  Result,
  Vital,
} from './item.ts';
import { once } from './once.ts';
import { codedSubject, productOf } from './subject.ts';
import { doseWords, sameWords } from './words.ts';

export type Likeness = {
  /** Items of one section that differ in it are never one fact. */
  readonly key: string;
  /** Why items of several sources with this key are one; null where an identifier must say so. */
  readonly because: Sameness | null;
  /** What must be the same besides, where both have it: the time of day, or the whole onset. */
  readonly timed: 'time-of-day' | 'onset' | null;
};

/** Made once for each item: a list is combined again each time that something comes to it. */
export const likenessOf = once((item: Item): Likeness => ofKind(item));

function ofKind(item: Item): Likeness {
  switch (item.kind) {
    case 'problem':
      return problem(item);
    case 'allergy':
      return allergy(item);
    case 'medication':
      return medication(item);
    case 'immunisation':
      return immunisation(item);
    case 'result':
    case 'vital':
      return measured(item);
    case 'document':
      return document(item);
    default:
      return entry(item);
  }
}

function likeness(
  because: Sameness,
  isCertain: boolean,
  parts: readonly (string | null)[],
  timed: Likeness['timed'] = null,
): Likeness {
  return { key: JSON.stringify(parts), because: isCertain ? because : null, timed };
}

/** The code, or else the words: with words alone, only an identifier makes two items one. */
function subjectOf(item: Item, code: string | null): string {
  return code ?? `words ${sameWords(item.title)}`;
}

/**
 * One code has many words ("query", "excluded", the side, the site): they must be the same, and so
 * must the onset where both have one. Two fractures of one hip are two.
 */
function problem(item: Problem): Likeness {
  const code = codedSubject(item);
  const words = [sameWords(item.title), sameWords(item.note)];
  const what = [subjectOf(item, code), ...words, item.status, item.certainty];
  return likeness('same-code-and-status', code !== null, what, 'onset');
}

/** Reactions and severity may differ: the row lists what each source says. */
function allergy(item: Allergy): Likeness {
  const code = codedSubject(item);
  const what = [subjectOf(item, code), item.assertion, item.status, item.certainty];
  return likeness('same-substance', code !== null, what);
}

/** A dose that neither source states is not the same dose. */
function medication(item: Medication): Likeness {
  const { dose, route, form, status, proviso, until } = item;
  const how = [doseWords(dose), sameWords(route), sameWords(form), proviso, until?.iso ?? null];
  const what = [productOf(item), status, ...how];
  return likeness('same-product-dose-route-and-timing', dose !== null, what);
}

function immunisation(item: Immunisation): Likeness {
  const code = codedSubject(item);
  const day = dayOf(item);
  const what = [subjectOf(item, code), day, item.given];
  return likeness('same-code-and-day', code !== null && day !== null, what);
}

/**
 * Flag, range and comment are part of it: one value, normal to one source and high to the other,
 * stays two lines, each with its source's own range.
 */
function measured(item: Result | Vital): Likeness {
  const code = codedSubject(item);
  const { value, status, flag, range, note } = item;
  const day = dayOf(item);
  const what = [subjectOf(item, code), value, day, status, flag?.words ?? null, range, note];
  const files = item.attachments.map(({ hash, url }) => hash ?? url ?? item.key).sort();
  const isCertain = code !== null && value !== null && day !== null;
  return likeness('same-code-value-and-time', isCertain, [...what, ...files], 'time-of-day');
}

/** One file, by its hash, is one document; else an identifier must say so. */
function document(item: ClinicalDocument): Likeness {
  const hashes = item.attachments.flatMap(({ hash }) => hash ?? []).sort();
  const isHashed = hashes.length > 0 && hashes.length === item.attachments.length;
  const what = isHashed ? ['file', ...hashes] : ['title', sameWords(item.title)];
  return likeness('same-identifier', isHashed, [...what, item.status]);
}

/** What many a source has in one day, told apart by an identifier alone. */
const manyADay: ReadonlySet<Entry['kind']> = new Set([
  'encounter',
  'referral',
  'appointment',
  'contact',
  'other',
]);

/** Their codes are often those of a category, so that the title must be the same besides. */
function entry(item: Entry): Likeness {
  const code = codedSubject(item);
  const day = dayOf(item);
  const what = [subjectOf(item, code), sameWords(item.title), day, sameWords(item.value)];
  const isCertain = code !== null && day !== null && !manyADay.has(item.kind);
  const standing = [item.standing, item.status, item.due?.iso ?? null];
  return likeness('same-code-and-day', isCertain, [...what, ...standing], 'time-of-day');
}

/** Null for what is not known to its day. */
function dayOf({ date }: Item): string | null {
  return date === null || date.precision === 'year' || date.precision === 'month'
    ? null
    : calendarDay(date);
}
