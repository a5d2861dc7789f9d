/**
 * When an AllergyIntolerance that carries a "no known allergy" code says that and nothing else. A
 * code beside it, words that go on ("except penicillin") or a reaction make it an allergy: it is
 * then a row in all its words, and claims no absence (domain notes, section 8).
 */
import { sameWords } from '../../domain/summary/words.ts';
import type { Concept } from '../datatypes.ts';
import { joined } from '../text.ts';
import { type Absence, absenceIn, absenceOf } from './absent-unknown.ts';
import { titleOf } from './codeable.ts';

const of = (words: string, absence: Absence): [string, Absence] => [words, absence];

/** How people write it: those that name a kind speak of no more than that kind. */
const terms = new Map<string, Absence>([
  ...['no known allergy', 'no known allergies', 'nka', 'nil known', 'none known', 'none'].map(
    (words) => of(words, 'none'),
  ),
  ...['no allergies', 'no allergies known', 'nil known allergies', 'no known allergies (situation)']
    .concat('no known allergy (situation)')
    .map((words) => of(words, 'none')),
  ...['drug', 'medication', 'food', 'environmental', 'insect', 'latex'].flatMap((kind) =>
    ['allergy', 'allergies', 'allergy (situation)'].map((word) =>
      of(`no known ${kind} ${word}`, 'none-of-kind'),
    ),
  ),
  of('nkda', 'none-of-kind'),
]);

/** Whoever says "none" and goes on has not said "none". */
const goesOn = /\b(?:except|but|apart from|other than|besides|however)\b/i;

/** Null for an allergy, and for whatever else is more than the absence its code asserts. */
export function absenceAlone(found: Concept | undefined, hasReaction: boolean): Absence | null {
  const absence = absenceIn(found);
  if (absence === null || hasReaction) return null;
  const codings = found?.coding ?? [];
  if (
    [found?.text, ...codings.map(({ display }) => display)].some((each) => goesOn.test(each ?? ''))
  )
    return null;
  const own = codings.filter((each) => absenceOf(each) !== null);
  // A translation in another system counts by its words.
  const others = codings.filter((each) => absenceOf(each) === null);
  const said = others.map(({ display }) => terms.get(sameWords(display ?? null)));
  if (said.some((each) => each === undefined)) return null;
  const text = sameWords(found?.text ?? null);
  const repeats = text === '' || own.some(({ display }) => sameWords(display ?? null) === text);
  // What says that nothing is known makes no claim, whatever its words.
  if (absence === 'not-known') return others.length === 0 ? absence : null;
  const known = repeats ? absence : terms.get(text);
  if (known === undefined) return null;
  const all = [...said, known, ...own.map(absenceOf)];
  if (all.includes('not-known')) return 'not-known';
  return all.includes('none-of-kind') ? 'none-of-kind' : 'none';
}

/**
 * Of a concept that says "none" and more: every word of it, so that no part passes for the whole.
 * @param substance what a reaction names
 */
export function allItsWords(found: Concept | undefined, substance: Concept | undefined) {
  const codings = (found?.coding ?? []).map((each) => titleOf({ coding: [each] }));
  return joined([titleOf({ text: found?.text }), ...codings, titleOf(substance)], '; ');
}

/** Its codes, without those that deny it: by them it would be one with another such entry. */
export function withoutAbsence(found: Concept | undefined): Concept | undefined {
  return found && { ...found, coding: (found.coding ?? []).filter((each) => !absenceOf(each)) };
}
