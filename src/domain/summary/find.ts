/** Search over everything on screen, as its author wrote it. */
import type { Item } from './item.ts';
import { newestItems } from './newest-items.ts';
import { once } from './once.ts';
import type { Summary } from './summary.ts';

type Entry = { readonly item: Item; readonly text: string };

/**
 * Items in which every word of the query stands, in titles, values, notes, codes, authors: newest
 * first. Empty for a query of blanks.
 */
export function find(summary: Pick<Summary, 'items'>, query: string): readonly Item[] {
  const wanted = folded(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  return index(summary.items).flatMap(({ item, text }) =>
    wanted.every((word) => text.includes(word)) ? [item] : [],
  );
}

/**
 * Reads the items in pieces, before anybody searches, so that the first keystroke of a search over
 * a long record only looks as all others do.
 */
export function* reading({ items }: Pick<Summary, 'items'>): Generator<void, void> {
  for (const item of items) {
    textOf(item);
    yield;
  }
  index(items);
}

const index = once((items: readonly Item[]): readonly Entry[] => {
  return newestItems(items, (item) => item).map((item) => ({ item, text: textOf(item) }));
});

const textOf = once((item: Item): string => folded(wordsIn(item).join('\n')));

/** "Sjogren" finds "Sjögren": the accents of a name are seldom typed. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Our own words (kinds, standings, keys) and what nobody reads: addresses, dates, files. */
const notRead = new Set([
  ...['key', 'kind', 'source', 'role', 'standing', 'assertion', 'given', 'date', 'recorded'],
  ...[
    'updated',
    'ended',
    'due',
    'started',
    'lastIssued',
    'stopped',
    'until',
    'narrative',
    'system',
  ],
  ...['url', 'contentType', 'hash', 'data', 'unitCode'],
]);
/** Their `status` is one of our own words; a result's, a document's or an entry's is its author's. */
const ownStatus: ReadonlySet<Item['kind']> = new Set(['problem', 'allergy', 'medication']);

function wordsIn(item: Item): readonly string[] {
  const words: string[] = [];
  for (const [name, value] of Object.entries(item)) {
    if (notRead.has(name) || (name === 'status' && ownStatus.has(item.kind))) continue;
    collect(value, words);
  }
  return words;
}

function collect(value: unknown, words: string[]): void {
  if (typeof value === 'string') words.push(value);
  else if (Array.isArray(value)) for (const each of value) collect(each, words);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (!notRead.has(name)) collect(inner, words);
    }
  }
}
