/**
 * A rehearsal, while the question is read: what has run often takes a fraction of the time of what
 * runs first. An answer that is nobody's is read as often as makes a long record, worked out, drawn
 * out of the page, and let go.
 */
import { rehearseReading } from '../adapters/exchange/rehearsal.ts';
import { parseClinicalDate } from '../domain/clinical-date.ts';
import type { Item } from '../domain/summary/item.ts';
import { preparing } from '../domain/summary/prepared.ts';
import { emptySummary } from '../domain/summary/summary.ts';
import { rehearsalWord as word } from '../fhir/summary/rehearsal.ts';
import { rehearseDrawing, type Rehearsed } from '../ui/summary/rehearsal.tsx';

const sources = ['GP', 'OUH'];

/** Some 3,900 lines. Half as many were measured to gain less, and twice as many no more. */
const readings = 25;
/** Its entries, so many times over: sorting and comparing are rehearsed with long lists. */
const copies = 5;
const drawings = 3;

/**
 * In pieces, after any of which it may be left. It may fail, and then nothing is known of it: what
 * it tried is tried again in earnest, and said there.
 */
export function* rehearsing(): Generator<void, void> {
  try {
    const items = yield* rehearseReading(sources, readings);
    const many = Array.from({ length: copies }, (_, copy) =>
      items.map((item) => ({ ...item, key: `${item.key} ${copy}` })),
    ).flat();
    for (let drawing = 0; drawing < drawings; drawing += 1) {
      // Lists of their own: what was worked out of a list is remembered with it.
      const [long, short] = [recordOf([...many]), recordOf([...items])];
      for (const { summary, criticalMedicines } of [long, short])
        yield* preparing(summary, criticalMedicines);
      // No drawing may keep a key waiting.
      yield* rehearseDrawing(short);
    }
  } catch {
    // As said above.
  }
}

function recordOf(items: readonly Item[]): Rehearsed {
  return {
    word,
    criticalMedicines: [{ name: word, words: [word.toLowerCase()] }],
    summary: {
      ...emptySummary,
      items,
      sources: sources.map((tag) => ({
        source: { id: tag, name: `${word} ${tag}`, tag },
        state: 'answered',
        ...{ askedAt: null, took: null, upTo: parseClinicalDate('2001-02'), keeps: null },
      })),
    },
  };
}
