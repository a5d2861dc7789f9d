/**
 * What a screen of the summary is made from, worked out in pieces before it is drawn: the lists of
 * a long record take longer than a reader should wait for a key or a scroll.
 */
import { rowsOf } from './combine.ts';
import { compare } from './differences.ts';
import type { Item } from './item.ts';
import { type CriticalMedicines, drugsOf } from './medicines.ts';
import { sectionKinds } from './section-kind.ts';
import { likenessOf } from './sameness.ts';
import { seriesIn } from './series.ts';
import type { Summary } from './summary.ts';
import { timelineOf } from './timeline.ts';

/** Works out what an entry needs by itself, as it comes, and remembers it; see `preparing`. */
export function meeting(item: Item): void {
  try {
    likenessOf(item);
  } catch {
    // It costs its own section, where that is drawn.
  }
}

/**
 * Does nothing but remember (see `once`): drawn without it, the same is on screen, later. A pause
 * may be made after each piece.
 */
export function* preparing(summary: Summary, critical: CriticalMedicines): Generator<void, void> {
  const pieces = [
    ...sectionKinds.map((kind) => () => rowsOf(summary, kind)),
    () => compare(summary),
    () => drugsOf(summary, critical),
    () => seriesIn(summary),
    () => timelineOf(summary),
  ];
  for (const piece of pieces) {
    try {
      piece();
    } catch {
      // What cannot be read costs its own section, where it is drawn, and is said there.
    }
    yield;
  }
}
