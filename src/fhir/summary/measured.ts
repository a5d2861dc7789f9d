/**
 * A value with its unit, its source's own reference range and flag. Nothing is computed: a flag is
 * the source's, and a number is drawn as it was sent.
 */
import * as s from '../shape.ts';
import type { Measure, ResultFlag, ResultPart } from '../../domain/summary/item.ts';
import { type Concept, concept, concepts } from '../datatypes.ts';
import { joined, shownText } from '../text.ts';
import { codesOf, titleOf, wordsOf } from './codeable.ts';
import { someConcept, someConcepts } from './lenient.ts';
import { measureOf, quantity, range, rangeText } from './quantity.ts';
import { value, valueText } from './value.ts';

const referenceRange = s.object({
  low: s.optional(quantity),
  high: s.optional(quantity),
  text: s.optional(s.string),
  appliesTo: someConcepts,
  age: s.lenient(range),
  type: someConcept,
});
type ReferenceRange = s.Infer<typeof referenceRange>;

export const measured = {
  ...value,
  code: concept,
  interpretation: s.optional(concepts),
  referenceRange: s.optional(s.array(referenceRange)),
};
export type Measured = s.InferFields<typeof measured>;

/** A number that can be drawn, with the limits its source gave it in numbers. */
export function measureIn(found: Measured): Measure | null {
  if (found.valueInteger !== undefined) return measureOf({ value: found.valueInteger }, null);
  return found.valueQuantity ? measureOf(found.valueQuantity, limitsOf(found)) : null;
}

/** Several ranges (by sex, by age, of other kinds) are no one band. */
function limitsOf({ referenceRange: ranges = [] }: Measured): ReferenceRange | null {
  const normal = ranges.filter(({ type }) => type === undefined || isNormal(type));
  const [only, another] = normal;
  return only && !another ? only : null;
}

function isNormal({ coding }: Concept): boolean {
  return (coding ?? []).some(({ code }) => code === 'normal');
}

/** Undefined where the value of one of them is not understood. */
export function partsOf(components: readonly Measured[]): ResultPart[] | undefined {
  const parts: ResultPart[] = [];
  for (const each of components) {
    const text = valueText(each);
    if (text === undefined) return undefined;
    parts.push({
      title: titleOf(each.code) ?? 'Part not named',
      codes: codesOf(each.code),
      value: text,
      measure: measureIn(each),
      range: rangesText(each),
      flag: flagOf(each.interpretation ?? []),
    });
  }
  return parts;
}

/** `Systolic blood pressure 182 mmHg`. */
export function partText({ title, value: text }: ResultPart): string | null {
  return text === null ? null : `${title} ${text}`;
}

/**
 * `128/70 mmHg`, as everybody writes it.
 * @returns null where anything else is said: another part or unit, anything but one plain number, a
 *   position in the title, a range or a flag of one alone
 */
export function pressureText(parts: readonly ResultPart[]): string | null {
  const upper = pressureIn(parts, 'systolic', /^(8480-6|271649006)$/);
  const lower = pressureIn(parts, 'diastolic', /^(8462-4|271650006)$/);
  if (parts.length !== 2 || !upper || !lower || upper.unit !== lower.unit) return null;
  return `${upper.value}/${lower.value} ${lower.unit}`;
}

/**
 * Never read from words, which may begin with a number: "120 to 140 mmHg", "128 mmHg : 1".
 * @param code its LOINC and SNOMED CT codes
 */
function pressureIn(parts: readonly ResultPart[], word: string, code: RegExp): Measure | null {
  const part = parts.find(({ codes }) => codes.some((each) => code.test(each.code)));
  if (!part || part.flag !== null || part.range !== null) return null;
  const title = part.title.toLowerCase();
  if (title !== word && title !== `${word} blood pressure`) return null;
  const { measure, value } = part;
  if (!measure || measure.comparator !== null || measure.value < 0 || measure.unit === '')
    return null;
  return value === `${measure.value} ${measure.unit}` ? measure : null;
}

/** Each source's own range in its own words, with whom it is for. */
export function rangesText(part: Pick<Measured, 'referenceRange'>): string | null {
  const ranges = (part.referenceRange ?? []).map((each) => {
    const limits = shownText(each.text) ?? rangeText(each);
    const age = each.age ? rangeText(each.age) : null;
    const meant = joined([wordsOf(each.type), ...(each.appliesTo ?? []).map(titleOf), age], ', ');
    return limits !== null && meant !== null ? `${limits} (${meant})` : limits;
  });
  return joined(ranges, '; ');
}

/** v3-ObservationInterpretation, for flags sent as bare letters. */
const flags = new Map([
  ['H', 'High'],
  ['L', 'Low'],
  ['HH', 'Critically high'],
  ['LL', 'Critically low'],
  ['HU', 'Significantly high'],
  ['LU', 'Significantly low'],
  ['N', 'Normal'],
  ['A', 'Abnormal'],
  ['AA', 'Critically abnormal'],
  ['POS', 'Positive'],
  ['NEG', 'Negative'],
  ['R', 'Resistant'],
  ['S', 'Susceptible'],
  ['I', 'Intermediate'],
]);

function flagCode(concept: Concept): string {
  return concept.coding?.find((one) => one.code !== undefined)?.code ?? '';
}

export function flagOf(found: readonly Concept[]): ResultFlag | null {
  const said = found.map((each) => wordsOf(each) ?? flags.get(flagCode(each)) ?? titleOf(each));
  const words = joined(said, ', ');
  if (words === null) return null;
  return { words, normal: found.every((each) => flagCode(each) === 'N') };
}
