/**
 * Whether two sources' current lines of one drug say the same. Words are compared, never amounts:
 * "two 2.5 mg" and "5 mg" differ here, and the reader sees both.
 */
import type { Medication } from './item.ts';
import { type Amount, amountsIn, doseWords, sameWords } from './words.ts';

type Line = { readonly strength: readonly Amount[]; readonly dose: string; readonly route: string };

/**
 * Alike where each line of one has its like in the other. A source that lists only some of the
 * strengths differs in nothing, so long as all are taken by the same words ("as per INR"):
 * several strengths of one drug are not a disagreement (domain notes, section 11).
 */
export function sayTheSame(ours: readonly Medication[], theirs: readonly Medication[]): boolean {
  const these = linesOf(ours);
  const those = linesOf(theirs);
  const hasOurs = covers(those, these);
  const hasTheirs = covers(these, those);
  if (hasOurs && hasTheirs) return true;
  if (!hasOurs && !hasTheirs) return false;
  return new Set([...these, ...those].map(({ dose }) => dose)).size === 1;
}

/** Each once: a long record repeats the same line for years. */
function linesOf(items: readonly Medication[]): readonly Line[] {
  const lines = items.map(({ title, dose, route }): Line => ({
    strength: amountsIn(title),
    dose: doseWords(dose),
    route: sameWords(route),
  }));
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}

/** Whether each of these lines has its like among those. */
function covers(those: readonly Line[], these: readonly Line[]): boolean {
  return these.every((line) => those.some((other) => areAlike(line, other)));
}

/** What one of them does not say (strength, route, dose) is no disagreement about it. */
function areAlike(one: Line, other: Line): boolean {
  return (
    sameStrength(one.strength, other.strength) &&
    agree(one.dose, other.dose) &&
    agree(one.route, other.route)
  );
}

/** Number by number; a unit that one of them leaves out is no disagreement, another unit is. */
function sameStrength(one: readonly Amount[], other: readonly Amount[]): boolean {
  if (one.length === 0 || other.length === 0) return true;
  return (
    one.length === other.length &&
    one.every(({ number, unit }, at) => number === other[at]?.number && agree(unit, other[at].unit))
  );
}

function agree(one: string, other: string): boolean {
  return one === '' || other === '' || one === other;
}

/** The same for lines that a reader would take for one: all that is said of a medicine on its line. */
export function sayingOf({ title, dose, route, ...item }: Medication): string {
  const { form, course, status, proviso, stopReason, note } = item;
  const how = [sameWords(title), doseWords(dose), sameWords(route), form, course];
  return JSON.stringify([...how, status, proviso, stopReason, note]);
}
