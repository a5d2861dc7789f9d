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

/** Whether a phrase stands in the text as whole words, whatever the case. */
export function hasWords(text: string, phrase: string): boolean {
  const words = evenly(phrase);
  if (words === '') return false;
  const all = evenly(text);
  for (let at = all.indexOf(words); at !== -1; at = all.indexOf(words, at + 1)) {
    const end = at + words.length;
    // A letter may take two units of the string.
    const isInWord =
      endsInWord.test(all.slice(Math.max(at - 2, 0), at)) ||
      beginsInWord.test(all.slice(end, end + 2));
    if (!isInWord) return true;
  }
  return false;
}

const endsInWord = /[\p{L}\p{N}]$/u;
const beginsInWord = /^[\p{L}\p{N}]/u;

function evenly(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
