/** Numeric results over time: one line a test, units never mixed, each source's own range. */
import { momentOf } from '../clinical-date.ts';
import { type Row, rowsOf } from './combine.ts';
import type { Measure, Result, ResultPart, Vital } from './item.ts';
import { once } from './once.ts';
import type { Summary } from './summary.ts';
import { type TestKey, testKeys } from './test-key.ts';
import { unitKey } from './unit.ts';
import { isWithdrawn } from './withdrawn.ts';

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

type Rows<T extends Result | Vital> = readonly Row<T>[];

type Found = {
  readonly series: readonly Series[];
  readonly byItem: ReadonlyMap<string, Series>;
};
/** Every test with two or more numeric values. Made once for each list of results. */
export function seriesIn(summary: Pick<Summary, 'items'>): readonly Series[] {
  return foundIn(summary).series;
}

/** The series a result (its first numeric part, where it has parts) belongs to; null for none. */
export function seriesOf(summary: Pick<Summary, 'items'>, item: Result | Vital): Series | null {
  return foundIn(summary).byItem.get(item.key) ?? null;
}

function foundIn(summary: Pick<Summary, 'items'>): Found {
  return foundOnce(rowsOf(summary, 'result'), rowsOf(summary, 'vital'));
}

const foundOnce = once((results: Rows<Result>, vitals: Rows<Vital>): Found => {
  const rows = [...results, ...vitals];
  const items = rows.map((row): Result | Vital => row.items[0]);
  const lines = new Map<string, Point[]>();
  const lineOf = new Map<string, string>();
  const keyOf = testKeys(items.flatMap((item) => [item, ...item.parts]));
  for (const row of rows) {
    for (const point of pointsOf(row.items[0])) {
      const line = lineKey(keyOf, point);
      const points = lines.get(line);
      if (points) points.push(point);
      else lines.set(line, [point]);
      for (const { key } of row.items) if (!lineOf.has(key)) lineOf.set(key, line);
    }
  }
  const series = new Map([...lines].flatMap(([key, points]) => asSeries(key, points)));
  const byItem = [...lineOf].flatMap(([item, line]) => {
    const one = series.get(line);
    return one ? [[item, one] as const] : [];
  });
  return { series: [...series.values()], byItem: new Map(byItem) };
});

/** A part without a code is told apart by what it is part of. */
function lineKey(keyOf: TestKey, { item, part, measure }: Point): string {
  const whole = part === null || part.codes.length === 0 ? keyOf(item) : null;
  return JSON.stringify([whole, part && keyOf(part), unitKey(measure)]);
}

/** What was taken back is no value; a provisional or corrected one says so beside it. */
function pointsOf(item: Result | Vital): readonly Point[] {
  const { date } = item;
  const isDated = date !== null && date.precision !== 'year' && date.precision !== 'month';
  if (!isDated || isWithdrawn(item)) return [];
  const at = momentOf(date);
  const whole = item.measure ? [{ item, part: null, measure: item.measure, at }] : [];
  const parts = item.parts.flatMap((part) =>
    part.measure ? [{ item, part, measure: part.measure, at }] : [],
  );
  return [...whole, ...parts];
}

function asSeries(key: string, points: readonly Point[]): readonly (readonly [string, Series])[] {
  const [first, second, ...rest] = [...points].sort((a, b) => a.at - b.at);
  if (!first || !second) return [];
  const newest = rest.at(-1) ?? second;
  const title = newest.part?.title ?? newest.item.title;
  const unit = newest.measure.unit;
  return [[key, { key, title, unit, points: [first, second, ...rest] }]];
}
