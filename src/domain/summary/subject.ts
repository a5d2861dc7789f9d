/**
 * What an item is about, for telling whether two speak of one thing: its code in a system that
 * every source shares. Source: domain notes sections 9 and 11.
 */
import type { Code, Item } from './item.ts';
import { sameWords } from './words.ts';

const snomed = 'http://snomed.info/sct';
const loinc = 'http://loinc.org';

const dmd = new Set(
  ['https://dmd.nhs.uk', 'http://dmd.nhs.uk'].flatMap((base) => [base, `${base}/`]),
);

/** dm+d concepts are SNOMED CT concepts, and travel under either name (domain notes, section 9). */
function systemOf({ system }: Code): string {
  return dmd.has(system) ? snomed : system;
}

/**
 * Codes that stand for many different things, told apart by their author's words alone: the
 * "transfer-degraded" entries of GP record transfers, and the roots of hierarchies.
 */
const saysNothing = new Set([
  '196411000000103',
  '196461000000101',
  '196471000000108',
  '64572001',
  '404684003',
  '71388002',
  '416098002',
  '419199007',
  '414285001',
  '420134006',
  '418038007',
  '419511003',
  '281647001',
]);

/**
 * @returns the item's codes in the first of the shared systems it has, or in any other; null
 * where no code tells what it is about
 */
export function codedSubject({ kind, codes }: Pick<Item, 'kind' | 'codes'>): string | null {
  const [only, another] = codes;
  // Most items have one code, and a long record has tens of thousands of items.
  if (only && !another) return ofOne(only);
  const usable = codes.filter(({ system, code }) => system !== '' && code !== '');
  if (usable.length === 0) return null;
  const measured = kind === 'result' || kind === 'vital';
  for (const system of measured ? [loinc, snomed] : [snomed]) {
    const ours = usable.filter((each) => systemOf(each) === system);
    if (ours.some(({ code }) => saysNothing.has(code))) return null;
    if (ours.length > 0) return joined(ours);
  }
  return joined(usable);
}

/** Of one code `saysNothing` holds only as SNOMED CT, whose concepts these are. */
function ofOne(code: Code): string | null {
  if (code.system === '' || code.code === '') return null;
  const system = systemOf(code);
  return system === snomed && saysNothing.has(code.code) ? null : `${system}|${code.code}`;
}

function joined(codes: readonly Code[]): string {
  const written = codes.map((each) => `${systemOf(each)}|${each.code}`);
  return written.length === 1 ? (written[0] ?? '') : [...new Set(written)].sort().join(' ');
}

/** Of what side of the body the words speak: a code seldom says. */
export function sideOf(title: string): string {
  return (title.toLowerCase().match(/\b(left|right|bilateral)\b/g) ?? []).join(' ');
}

/**
 * The product's code, and its very words: one code of a substance stands for tablets and
 * modified-release tablets, for brands that are not interchangeable, for micrograms and milligrams.
 */
export function productOf(item: Pick<Item, 'kind' | 'codes' | 'title'>): string {
  const code = codedSubject(item);
  return `${code ?? 'words'} ${sameWords(item.title)}`;
}
