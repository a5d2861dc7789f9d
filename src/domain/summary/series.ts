/** Numeric results over time: one line a test, units never mixed, each source's own range. */
import type { Result, ResultPart, Vital } from './item.ts';
import type { Measure } from './item.ts';
import type { Summary } from './summary.ts';

export type Point = {
  readonly item: Result | Vital;
  /** The part of the item this is, where it has several values. */
  readonly part: ResultPart | null;
  readonly measure: Measure;
  /** Milliseconds since 1970; only values whose day at least is known are points. */
  readonly at: number;
};

export type Series = {
  readonly key: string;
  /** As the newest point's source writes it. */
  readonly title: string;
  /** One unit; a test reported in two units is two series. */
  readonly unit: string;
  /** Oldest first; at least two. */
  readonly points: readonly [Point, Point, ...Point[]];
};

/** Every test with two or more numeric values. Made once for each state of the summary. */
export function seriesIn(_summary: Pick<Summary, 'items'>): readonly Series[] {
  return [];
}

/** The series a result (its first numeric part, where it has parts) belongs to; null for none. */
export function seriesOf(summary: Pick<Summary, 'items'>, item: Result | Vital): Series | null {
  const held = (series: Series) => series.points.some((point) => point.item.key === item.key);
  return seriesIn(summary).find(held) ?? null;
}
