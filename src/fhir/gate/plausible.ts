/**
 * Who somebody is, read strictly: a value nobody honest would send closes the record, rather than
 * being tidied up and compared. Elsewhere text is made safe to show (`text.ts`); a name that has to
 * be made safe first is no name to check an identity by.
 */
import { calendarDay, parseClinicalDate } from '../../domain/clinical-date.ts';
import type { HumanName } from '../datatypes.ts';
import { identifierSystem } from '../systems.ts';
import type { FhirPatient } from './demographics.ts';

export type ImplausibleField = 'name' | 'birth-date' | 'nhs-number';

const longestPart = 100;
const mostNames = 50;
const mostParts = 20;
const mostNumbers = 50;
/** Nobody alive, and nobody whose record is still held, was born before. */
const earliestYear = '1880';

/**
 * Control characters, line ends, private characters, lone surrogates, and whatever Unicode lets a
 * screen ignore: bidirectional controls, zero-width and tag characters, fillers. Joiners (U+200C,
 * U+200D) and variation selectors spell names in Persian, Malayalam and Japanese; they stay.
 */
const unseen =
  /(?![\u200C\u200D]|\p{Variation_Selector})[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\uFFFC\uFFFD]/u;
/** Marks piled so high that they cover what stands above and below. */
const piled = /\p{M}{5}/u;

/** One part of a name: one line of at most 100 characters that can all be seen, without markup. */
export function isPlausibleText(text: string): boolean {
  if (text.length > longestPart * 2 || Array.from(text).length > longestPart) return false;
  return !/[<>]/.test(text) && !unseen.test(text) && !piled.test(text);
}

/** At most 50 names of at most 20 parts, each as {@link isPlausibleText} wants it. */
export function arePlausibleNames(names: readonly HumanName[]): boolean {
  if (names.length > mostNames) return false;
  return names.every(({ text, family, given = [], prefix = [] }) => {
    if (given.length > mostParts || prefix.length > mostParts) return false;
    return [text, family, ...given, ...prefix].every((part) => !part || isPlausibleText(part));
  });
}

/**
 * @param raw FHIR date; undefined, which is "not stated", is plausible
 * @param now the launch's clock; the day is London's
 * @returns false for what is no date, lies ahead, or lies before 1880
 */
export function isPlausibleBirthDate(raw: string | undefined, now: Date): boolean {
  if (raw === undefined) return true;
  const date = parseClinicalDate(raw);
  const today = parseClinicalDate(now.toISOString());
  if (!date || !today) return false;
  // Days as text: a year or month alone is not ahead before it has passed.
  const day = calendarDay(date);
  return day <= calendarDay(today) && day >= earliestYear;
}

/**
 * @param found a Patient of the host or the exchange
 * @param numberSystems identifier systems that hold the NHS number there
 * @returns what of it no honest system would send; null where all of it could be true
 */
export function implausibleIn(
  found: FhirPatient,
  now: Date,
  numberSystems: readonly string[] = [identifierSystem.nhsNumber],
): ImplausibleField | null {
  if (!arePlausibleNames(found.name ?? [])) return 'name';
  if (!isPlausibleBirthDate(found.birthDate, now)) return 'birth-date';
  const numbers = (found.identifier ?? []).filter(({ system }) =>
    numberSystems.includes(system ?? ''),
  );
  return numbers.length > mostNumbers ? 'nhs-number' : null;
}
