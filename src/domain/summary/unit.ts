/**
 * When two spellings are one unit. Nothing is converted: mg/L and g/L are two units, and what is
 * not known to be the same is not.
 * Source: UCUM; NHS Pathology and Laboratory Medicine units in their common spellings.
 */
import type { Measure } from './item.ts';

const superscripts = new Map(Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹', (sign, digit) => [sign, String(digit)]));

/** Applied in order, to words in lower case without blanks. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/micrograms?|mcg/g, 'ug'],
  [/micromoles?|micromol/g, 'umol'],
  [/millimoles?|millimol/g, 'mmol'],
  [/milligrams?/g, 'mg'],
  [/nanograms?/g, 'ng'],
  [/kilograms?/g, 'kg'],
  [/grams?/g, 'g'],
  [/millilit(?:re|er)s?/g, 'ml'],
  [/lit(?:re|er)s?/g, 'l'],
  [/internationalunits?|\[iu\]/g, 'iu'],
  [/units?/g, 'u'],
  [/percent/g, '%'],
  [/min(?:ute)?s?(?![a-z])/g, 'min'],
  [/^(?:\{?(?:beats?|breaths?)\}?\/min|bpm|permin)$/g, '/min'],
  [/mm\[hg\]/g, 'mmhg'],
  [/^(?:°c|degc|degreesc|degreescelsius|celsius)$/g, 'cel'],
  [/^[x×*](?=10)/g, ''],
  [/^10e(?=\d)/g, '10'],
  [/\((?:173\.10\*-2\.m2)\)|[{(]?1\.73_?(?:m[\^*]?2|sq\.?m)[})]?/g, '1.73m2'],
  [/(?<=10|m)[\^*](?=\d)/g, ''],
];

const keys = new Map<string, string>();

/** The same for all spellings of one unit: `10*9/L`, `×10⁹/L` and `10^9/l`. */
export function unitKey({ unit, unitCode }: Pick<Measure, 'unit' | 'unitCode'>): string {
  const written = unitCode === null || unitCode.trim() === '' ? unit : unitCode;
  const known = keys.get(written);
  if (known !== undefined) return known;
  const plain = written
    .replace(
      /[⁰¹²³⁴-⁹]+/gu,
      (signs) => `^${Array.from(signs, (one) => superscripts.get(one)).join('')}`,
    )
    .normalize('NFKC')
    // Mega and milli are told apart by case alone: MU/L is a thousand million times mU/L.
    .replace(/M(?=U|\[?I)/g, 'mega')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/μ/g, 'u');
  const key = spellings.reduce((text, [pattern, plainly]) => text.replace(pattern, plainly), plain);
  if (keys.size > 2000) keys.clear();
  keys.set(written, key);
  return key;
}
