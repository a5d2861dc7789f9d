/** What has come of each source so far, in words. */
import { hasAnswered, type SourceReport } from '../../domain/source.ts';
import type { Item } from '../../domain/summary/item.ts';
import { once } from '../../domain/summary/once.ts';
import type { Summary } from '../../domain/summary/summary.ts';
import type { Arrival } from '../../flow/state.ts';
import { sourceStateWords, sourcesWords } from '../wording/sources.ts';

/** The ids of all who sent any of these. */
export const sourcesIn = once(
  (items: readonly Item[]) => new Set(items.map(({ source }) => source)),
);

/**
 * Beside entries of its own, a source that is not done is not only being asked.
 * @returns words to stand after the source's name and a colon; never those of a whole answer
 *   where more may come
 */
export function stateWordsOf(
  { items }: Pick<Summary, 'items'>,
  { source, state }: SourceReport,
): string {
  const hasBegun = state === 'asking' && sourcesIn(items).has(source.id);
  return hasBegun ? sourcesWords.stillArriving : sourceStateWords(state);
}

/**
 * What is to be known of an answer as a whole, whatever each source says of itself.
 * @returns null while more may come, and where it came to its end with anything in it
 */
export function shortfallWords(
  { items, unshown, gaps, texts, sources }: Summary,
  arrival: Arrival,
): string | null {
  if (arrival === 'arriving') return null;
  const isEmpty = [items, unshown, gaps, texts].every(({ length }) => length === 0);
  if (isEmpty && !sources.some(({ state }) => hasAnswered(state)))
    return sourcesWords.nothingArrived;
  return arrival === 'interrupted' ? sourcesWords.brokeOff : null;
}
