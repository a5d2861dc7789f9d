/**
 * Codes that say "none" or "not known" where a fact would stand (IPS absent-unknown-uv-ips; SNOMED
 * CT situations). They are never list rows (domain notes, section 8).
 */
import type { Coding, Concept } from '../datatypes.ts';
import { clinicalSystem } from '../clinical-systems.ts';
import { codeSystem } from '../systems.ts';
import { sameWords } from '../../domain/summary/words.ts';
import { arrayIn, propertyOf, stringIn } from './json.ts';
import type { Mapped } from './mapped.ts';

export type Absence = 'none' | 'none-of-kind' | 'not-known';

const snomed = new Map<string, Absence>([
  ['716186003', 'none'], // No known allergy
  ['160244002', 'none'], // No known allergies (retired concept still in records)
  ['409137002', 'none-of-kind'], // No known drug allergy
  ['428607008', 'none-of-kind'], // No known environmental allergy
  ['429625007', 'none-of-kind'], // No known food allergy
  ['428197003', 'none-of-kind'], // No known insect allergy
  ['1003774007', 'none-of-kind'], // No known latex allergy
  ['160245001', 'none'], // No current problems or disability
  ['787481004', 'none'], // No known medications
  ['1287211007', 'not-known'], // No information available
]);

const ips = new Map<string, Absence>([
  ['no-known-allergies', 'none'],
  ['no-known-medication-allergies', 'none-of-kind'],
  ['no-known-environmental-allergies', 'none-of-kind'],
  ['no-known-food-allergies', 'none-of-kind'],
  ['no-known-problems', 'none'],
  ['no-known-medications', 'none'],
  ['no-known-immunizations', 'none'],
]);

/** Null for an ordinary concept. An absent-unknown code we do not know claims nothing. */
export function absenceIn(found: Concept | undefined): Absence | null {
  for (const each of found?.coding ?? []) {
    const absence = absenceOf(each);
    if (absence !== null) return absence;
  }
  return null;
}

export function absenceOf({ system, code }: Coding): Absence | null {
  if (code === undefined) return null;
  if (system === codeSystem.snomed) return snomed.get(code) ?? null;
  return system === clinicalSystem.absentUnknown ? (ips.get(code) ?? 'not-known') : null;
}

/** Where the name of a fact stands, by the resources that have one. */
const names = ['code', 'medicationCodeableConcept', 'vaccineCode'];

/**
 * What a source holds back, or does not know, where the name of a fact would stand
 * (data-absent-reason, as a code or as an extension of the concept): never a fact called "Masked".
 * A fact that is named in another way is that fact, unless it is masked.
 * @returns null for a resource whose name is not withheld
 */
export function withheldName(resource: object): Mapped | null {
  for (const name of names) {
    const reason = absentReason(propertyOf(resource, name));
    if (reason?.reason === 'withheld') return reason;
    if (reason && !arrayIn(resource, 'reaction').some(namesSubstance)) return reason;
  }
  return null;
}

function namesSubstance(reaction: unknown): boolean {
  return isNamed(propertyOf(reaction, 'substance'));
}

/** What stands for a name that is not there (FHIR data-absent-reason), as people write it. */
const noNames = new Set(
  ['unknown', 'not known', 'asked unknown', 'asked but unknown', 'temp unknown', 'not asked']
    .concat('temporarily unknown', 'asked declined', 'asked but declined', 'masked', 'error')
    .concat('not applicable', 'unsupported', 'as text', 'not performed', 'not permitted'),
);

/** Whether words or a code say what it is, beside whatever says that it is not known. */
export function isNamed(concept: unknown): boolean {
  const codings = arrayIn(concept, 'coding');
  const isAbsent = (each: unknown) => stringIn(each, 'system') === clinicalSystem.dataAbsent;
  const names = (each: unknown) => stringIn(each, 'code') ?? stringIn(each, 'display');
  if (codings.some((each) => !isAbsent(each) && names(each) !== undefined)) return true;
  const text = sameWords((stringIn(concept, 'text') ?? '').replaceAll('-', ' '));
  const reasons = codings.map((each) => sameWords(stringIn(each, 'display') ?? null));
  return text !== '' && !noNames.has(text) && !reasons.includes(text);
}

function absentReason(concept: unknown): Gap | null {
  const codes: unknown[] = [];
  for (const each of arrayIn(concept, 'coding'))
    if (stringIn(each, 'system') === clinicalSystem.dataAbsent) codes.push(stringIn(each, 'code'));
  for (const each of arrayIn(concept, 'extension')) {
    const isReason = stringIn(each, 'url')?.endsWith('/data-absent-reason') === true;
    if (isReason) codes.push(stringIn(each, 'valueCode'));
  }
  if (codes.length === 0) return null;
  if (codes.includes('masked')) return { type: 'gap', reason: 'withheld' };
  return isNamed(concept) ? null : { type: 'gap', reason: 'not-known' };
}

type Gap = Extract<Mapped, { type: 'gap' }>;

/**
 * What a section other than allergies makes of such a code: it has no heading that may claim "none".
 * @returns null for an ordinary concept
 */
export function absentFact(found: Concept | undefined, title: string): Mapped | null {
  const masked = absentReason(found);
  if (masked) return masked;
  const absence = absenceIn(found);
  // Beside a code that names something, the one that denies it takes nothing away.
  if ((found?.coding ?? []).some((each) => absenceOf(each) === null)) return null;
  if (absence === 'not-known') return { type: 'gap', reason: 'not-known' };
  return absence && { type: 'unshown', what: title, because: 'not-in-this-view' };
}
