/**
 * Of which kind "no known allergy of a kind" speaks, and whether an allergy may be of it.
 * Source: SNOMED CT 716186003 and its children; IPS absent-unknown-uv-ips.
 */
import type { Allergy } from './item.ts';
import { hasWords } from './words.ts';

export type AllergyKind = 'drug' | 'food' | 'environment';

const byCode: ReadonlyMap<string, AllergyKind> = new Map([
  ['409137002', 'drug'],
  ['no-known-medication-allergies', 'drug'],
  ['429625007', 'food'],
  ['no-known-food-allergies', 'food'],
  ['428607008', 'environment'],
  ['no-known-environmental-allergies', 'environment'],
]);

/** Plainly no drugs; anything else may be one. */
const foods = ['peanut', 'peanuts', 'nut', 'nuts', 'egg', 'eggs', 'milk', 'fish', 'shellfish'];
const more = ['wheat', 'soya', 'sesame', 'crustaceans', 'kiwi', 'strawberries', 'food'];
const around = ['pollen', 'grass', 'dust', 'mite', 'mites', 'cat', 'cats', 'dog', 'dogs', 'wasp'];
const moreAround = ['bee', 'venom', 'mould', 'nickel', 'animal', 'hay'];

/** What an assertion denies; null where it does not say which kind. */
export function kindDenied({ title, codes }: Allergy): AllergyKind | null {
  const coded = codes.map(({ code }) => byCode.get(code)).find((kind) => kind !== undefined);
  if (coded) return coded;
  if (/\b(drug|medic)/i.test(title)) return 'drug';
  if (/\bfood/i.test(title)) return 'food';
  return /\benviron/i.test(title) ? 'environment' : null;
}

/**
 * Whether an allergy may be of that kind. Without a category an unknown name may be a drug's: a
 * missed conflict harms, a needless one is read and set aside.
 */
export function mayBe(allergy: Allergy, kind: AllergyKind): boolean {
  const names = [allergy.title, ...allergy.codes.map(({ display }) => display ?? '')];
  const speaksOf = (words: readonly string[]) =>
    names.some((name) => words.some((word) => hasWords(name, word)));
  const isFood = speaksOf([...foods, ...more]);
  const isAround = speaksOf([...around, ...moreAround]);
  switch (kind) {
    case 'food':
      return isFood;
    case 'environment':
      return isAround;
    case 'drug':
      return !isFood && !isAround;
  }
}
