/**
 * Numbers with their units, as sent: a space between, no abbreviation that can be misread
 * (domain notes, section 10). A number is never cut or rounded.
 */
import * as s from '../shape.ts';
import type { Measure } from '../../domain/summary/item.ts';
import { clinicalSystem } from '../clinical-systems.ts';
import { textUpTo } from '../limits.ts';
import { joined, shownText } from '../text.ts';

const exact = textUpTo(60);

export const quantity = s.object({
  value: s.optional(s.number),
  comparator: s.optional(s.oneOf(['<', '<=', '>=', '>'])),
  unit: s.optional(exact),
  system: s.optional(s.string),
  code: s.optional(exact),
});
export type Quantity = s.Infer<typeof quantity>;

export const range = s.object({ low: s.optional(quantity), high: s.optional(quantity) });
export type Range = s.Infer<typeof range>;

/** UCUM codes a reader would have to decode, for quantities sent without a unit in words. */
const ucumWords = new Map<string, string>([
  ['ug', 'micrograms'],
  ['ng', 'nanograms'],
  ['ug/h', 'micrograms/hour'],
  ['mm[Hg]', 'mmHg'],
  ['[iU]', 'units'],
  ['[IU]', 'units'],
  ['10*9/L', '× 10⁹/L'],
  ['10*12/L', '× 10¹²/L'],
  ['umol/L', 'micromol/L'],
  ['mL/min/{1.73_m2}', 'mL/min/1.73 m²'],
  ['Cel', '°C'],
  ['a', 'years'],
  ['mo', 'months'],
  ['wk', 'weeks'],
  ['d', 'days'],
  ['h', 'hours'],
  ['min', 'minutes'],
]);

/** µg has been read as mg: it is written out, whoever wrote it (Common User Interface, doses). */
const misread = /^(?:µg|μg|ug|mcg)(?=$|\/)/;

/** @returns null where there is no value, or one that can not be written plainly */
export function quantityText(found: Quantity): string | null {
  const number = numberText(found.value);
  if (number === null) return null;
  const unit = unitText(found);
  const amount = unit === '' ? number : unit === '%' ? `${number}%` : `${number} ${unit}`;
  return found.comparator ? `${comparators[found.comparator]} ${amount}` : amount;
}

const comparators = { '<': '<', '<=': '≤', '>=': '≥', '>': '>' } as const;

/** Plain digits, with a leading zero; never an exponent. */
export function numberText(value: number | undefined): string | null {
  if (value === undefined || !Number.isFinite(value)) return null;
  const text = String(value);
  return /^-?\d+(\.\d+)?$/.test(text) ? text : null;
}

function unitText({ unit, system, code }: Quantity): string {
  // UCUM's "1" is no unit: "INR 2.4 1" would read as another number.
  if (unit === '1' || (unit === undefined && code === '1')) return '';
  const written = shownText(unit, 60);
  // A code in the place of its words is read as the code: one unit then looks alike from everyone.
  if (written !== null) {
    const spelt = written === code || plainCodes.test(written);
    const words = spelt ? ucumWords.get(codeSpelt(written)) : undefined;
    return words ?? written.replace(misread, 'micrograms');
  }
  const coded = shownText(code, 60) ?? '';
  if (system !== clinicalSystem.ucum) return coded;
  return ucumWords.get(coded) ?? coded.replace(/^\{(.*)\}$/, '$1');
}

/** Written by itself these can mean nothing else. */
const plainCodes = /^(?:10[*^](?:9|12)|umol)\/L$/;

/** The two powers of ten that laboratories write either way. */
function codeSpelt(written: string): string {
  return written.replace(/^10\^(9|12)\/L$/, '10*$1/L');
}

/**
 * A number that can be drawn: as sent, nothing converted.
 * @param limits a reference range; left out where its unit is not the value's
 */
export function measureOf(found: Quantity, limits: Range | null): Measure | null {
  if (found.value === undefined || numberText(found.value) === null) return null;
  return {
    value: found.value,
    comparator: found.comparator ? comparators[found.comparator] : null,
    unit: unitText(found),
    unitCode: found.code ?? shownText(found.unit, 60),
    low: limitOf(limits?.low, found),
    high: limitOf(limits?.high, found),
  };
}

/** A limit without any unit is in the value's (FHIR R4 Observation.referenceRange). */
function limitOf(limit: Quantity | undefined, found: Quantity): number | null {
  if (limit?.value === undefined || numberText(limit.value) === null) return null;
  const bare = limit.unit === undefined && limit.code === undefined;
  const sameCode = limit.code !== undefined && limit.code === found.code;
  return bare || sameCode || unitText(limit) === unitText(found) ? limit.value : null;
}

/** `130 to 170 g/L`, `at least 60 mL/min`, `up to 5 mg/L`. */
export function rangeText(found: Range): string | null {
  const low = found.low ? quantityText(found.low) : null;
  const high = found.high ? quantityText(found.high) : null;
  if (low !== null && high !== null) {
    const sameUnit = found.low && found.high && unitText(found.low) === unitText(found.high);
    return `${sameUnit ? (numberText(found.low.value) ?? low) : low} to ${high}`;
  }
  return joined([low && `at least ${low}`, high && `up to ${high}`], '');
}
