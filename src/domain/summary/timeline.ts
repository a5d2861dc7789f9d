/** What happened when, across sources: admissions, visits, medicines, diagnoses. */
import type { Item } from './item.ts';
import type { Summary } from './summary.ts';

export const lanes = ['admission', 'visit', 'diagnosis', 'medicine'] as const;
export type Lane = (typeof lanes)[number];

export type TimelineEvent = {
  readonly key: string;
  readonly lane: Lane;
  readonly item: Item;
  /** Milliseconds since 1970. */
  readonly from: number;
  /** Null: still going on, or a moment (`isSpan` false). */
  readonly to: number | null;
  readonly isSpan: boolean;
};

/** Newest first; what has no date that is known to its year is left out and counted. */
export function timelineOf(_summary: Pick<Summary, 'items'>): {
  readonly events: readonly TimelineEvent[];
  readonly undated: number;
} {
  return { events: [], undated: 0 };
}
