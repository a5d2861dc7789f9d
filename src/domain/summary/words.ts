/** When two authors' words are the same words: in spacing and case, and in nothing else. */
import { unitKey } from './unit.ts';

/** `5mg` and `5 MG` are the same words; so are "Take one daily." and "one daily". */
export function sameWords(words: string | null): string {
  return (words ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d)\s+(?=\p{L})/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '');
}

/** A dose as written; "Take" before it adds nothing. */
export function doseWords(dose: string | null): string {
  return sameWords(dose).replace(/^take /, '');
}

export type Amount = { readonly number: string; readonly unit: string };

const amount =
  /(\d+(?:[.,]\d+)*)\s?(micrograms?|mcg|[uµμ]g|nanograms?|ng|milligrams?|mg|kg|grams?|g|mmol|millilit(?:re|er)s?|ml|lit(?:re|er)s?|l|units?|iu|%)?(?![\p{L}\p{N}])|\d+(?:[.,]\d+)*/giu;

/** Every number in the words, in order, with its unit in one spelling; empty where it has none. */
export function amountsIn(words: string): readonly Amount[] {
  return [...words.matchAll(amount)].map(([whole, number = whole, unit = '']) => ({
    number,
    unit: unit === '' ? '' : unitKey({ unit, unitCode: null }),
  }));
}

const known = new Map<string, RegExp>();

/** Whether a phrase stands in the text as whole words, whatever the case. */
export function hasWords(text: string, phrase: string): boolean {
  const words = phrase.trim().toLowerCase();
  if (words === '') return false;
  const pattern = known.get(words) ?? wholeWords(words);
  known.set(words, pattern);
  return pattern.test(text.toLowerCase());
}

function wholeWords(phrase: string): RegExp {
  const escaped = phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u');
}
