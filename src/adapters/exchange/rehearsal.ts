/** Rehearses the reading of an answer, with one that is nobody's (`fhir/summary/rehearsal.ts`). */
import type { Item } from '../../domain/summary/item.ts';
import { summaryReader } from '../../fhir/summary/reader.ts';
import { nobody, nobodysAnswer } from '../../fhir/summary/rehearsal.ts';
import { lineSplitter } from './lines.ts';
import { parseJson } from './request.ts';

/**
 * Reads it again and again, line by line, as what is streamed is read. It may stop after any line.
 * @param sources ids of its sources
 * @param times how often; each is some hundred and fifty lines
 * @returns the entries of the last reading
 */
export function* rehearseReading(
  sources: readonly string[],
  times: number,
): Generator<void, readonly Item[]> {
  const traced = nobody();
  if (!traced) return [];
  const lines = nobodysAnswer(sources, 3).map((line) => `${JSON.stringify(line)}\n`);
  const bytes = new TextEncoder().encode(lines.join(''));
  let items: Item[] = [];
  for (let time = 0; time < times; time += 1) {
    items = [];
    const reader = summaryReader(traced);
    for (const line of lineSplitter().push(bytes)) {
      for (const event of reader.push(parseJson(line))) {
        if (event.type === 'part') items.push(...event.part.items);
        yield;
      }
      yield;
    }
  }
  return items;
}
