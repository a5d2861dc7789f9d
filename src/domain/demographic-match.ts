/**
 * Host against exchange: is this the same person? The NHS number alone never says so.
 * Source: domain notes section 6 (NHS number verification precedent, PDS trace rules).
 */
import { calendarDay, type ClinicalDate, formatDate } from './clinical-date.ts';
import { type Demographics, displayedName, formatGender, type PersonName } from './person.ts';

export type ComparedField = 'family' | 'given' | 'birthDate' | 'gender';

/** One field side by side, in the words each system uses. Former names are never among them. */
export type FieldComparison = {
  readonly field: ComparedField;
  /** `note`: agrees in substance, but something is worth saying (a middle name on one side). */
  readonly verdict: 'same' | 'note' | 'differs';
  readonly host: string;
  readonly exchange: string;
};

export type DemographicMatch = {
  readonly type: 'match' | 'confirm' | 'shut';
  readonly fields: readonly FieldComparison[];
  /** What the clinician must confirm before the record can open; empty unless `confirm`. */
  readonly toConfirm: readonly ComparedField[];
};

/**
 * Compares family name, given name, date of birth and gender.
 * @returns `shut` when the dates of birth differ or either is missing, or when both names differ;
 *   `confirm` when the date of birth agrees and one of the names does not; `match` otherwise.
 *   A differing gender is shown and never decides: it may lawfully differ between systems.
 */
export function matchDemographics(host: Demographics, exchange: Demographics): DemographicMatch {
  const family = compareFamily(host, exchange);
  const given = compareGiven(host, exchange);
  const birthDate = compareBirthDate(host.birthDate, exchange.birthDate);
  const gender = compareGender(host, exchange);
  const fields = [family, given, birthDate, gender];
  const names = [family, given].filter((field) => field.verdict === 'differs');
  const type =
    birthDate.verdict !== 'same' || names.length === 2
      ? 'shut'
      : names.length === 1
        ? 'confirm'
        : 'match';
  return { type, fields, toConfirm: type === 'confirm' ? names.map((name) => name.field) : [] };
}

/** Letters of their own rather than accented ones, as people write them where a keyboard lacks them. */
const spelt: Readonly<Record<string, string>> = {
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * Case, accents, apostrophes, hyphens and spaces are how people write, not who they are: "Mc Donald"
 * and "McDonald", "St John" and "St. John" are one name; "Saint John" is another, and is asked about.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\p{P}\p{Sk}\p{Z}\p{C}\s\u02B9-\u02BF]/gu, '')
    .toLocaleLowerCase('en-GB')
    .replace(/[øæœßłđðþı]/g, (letter) => spelt[letter] ?? letter);
}

const notHeld = 'Not known';

/** An earlier or preferred name that meets the other side is worth a note, not an alarm. */
function compareFamily(host: Demographics, exchange: Demographics): FieldComparison {
  const shown = { host: shownFamily(host), exchange: shownFamily(exchange) };
  const theirs = new Set(folded(exchange.names.map((name) => name.family)));
  const meet = folded(host.names.map((name) => name.family)).some((name) => theirs.has(name));
  if (!meet) return { field: 'family', verdict: 'differs', ...shown };
  const same = foldName(shown.host) === foldName(shown.exchange);
  return { field: 'family', verdict: same ? 'same' : 'note', ...shown };
}

function compareGiven(host: Demographics, exchange: Demographics): FieldComparison {
  const shown = { host: shownGiven(host), exchange: shownGiven(exchange) };
  const ours = givenNames(host.names);
  const theirs = givenNames(exchange.names);
  const firsts = new Set(theirs.map((given) => given[0]));
  const meet = ours.some((given) => firsts.has(given[0]));
  if (!meet) return { field: 'given', verdict: 'differs', ...shown };
  const same = foldName(shown.host) === foldName(shown.exchange);
  return { field: 'given', verdict: same ? 'same' : 'note', ...shown };
}

function compareBirthDate(host: ClinicalDate | null, theirs: ClinicalDate | null): FieldComparison {
  const same = host !== null && theirs !== null && calendarDay(host) === calendarDay(theirs);
  return {
    field: 'birthDate',
    verdict: same && host.precision !== 'year' && host.precision !== 'month' ? 'same' : 'differs',
    host: host ? formatDate(host) : notHeld,
    exchange: theirs ? formatDate(theirs) : notHeld,
  };
}

function compareGender(host: Demographics, exchange: Demographics): FieldComparison {
  return {
    field: 'gender',
    verdict: host.gender === exchange.gender ? 'same' : 'differs',
    host: formatGender(host.gender),
    exchange: formatGender(exchange.gender),
  };
}

function shownFamily(person: Demographics): string {
  return displayedName(person)?.family ?? notHeld;
}

function shownGiven(person: Demographics): string {
  const given = displayedName(person)?.given ?? [];
  return given.length > 0 ? given.join(' ') : notHeld;
}

function folded(names: readonly (string | null)[]): string[] {
  return names.flatMap((name) => (name ? [foldName(name)] : [])).filter(Boolean);
}

/** Each name's given parts, folded; a preferred name ("Liam" for William) counts as one. */
function givenNames(names: readonly PersonName[]): string[][] {
  return names.map((name) => folded(name.given)).filter((given) => given.length > 0);
}
