/**
 * A series in the height of a line: the points, the line through them, the source's range behind.
 * Nothing in it judges: no arrow, no "rising" (domain notes, section 11).
 */
import { formatDate } from '../../../domain/clinical-date.ts';
import type { Point, Series } from '../../../domain/summary/series.ts';
import { sparkWords } from '../../wording/results.ts';
import { isQualified, numberOf, sharedRange } from './series-index.ts';

const width = 84;
const height = 22;
const margin = 4;
const radius = 2;
/** More points than this can not be told apart in this width. */
const drawn = 12;
const spoken = 6;

export function Spark({ series }: { series: Series }) {
  const points = series.points.slice(-drawn);
  const placed = place(points);
  const band = bandOf(points, placed.y);
  const line = points.map((point) => `${placed.x(point)},${placed.y(point.measure.value)}`);
  return (
    <span class="spark">
      <svg aria-hidden="true" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        {band && <rect class="spark__band" x={0} width={width} y={band.top} height={band.height} />}
        <polyline class="spark__line" points={line.join(' ')} />
        <Dots of={points.filter((point) => !isQualified(point))} placed={placed} look="" />
        <Dots of={points.filter(isQualified)} placed={placed} look=" spark__point--hollow" />
      </svg>
      <span class="hidden"> {sparkText(series)}</span>
    </span>
  );
}

type DotsProps = {
  readonly of: readonly Point[];
  readonly placed: Placed;
  readonly look: string;
};

/** All circles of one look in one element: a page has dozens of sparklines. */
function Dots({ of, placed, look }: DotsProps) {
  if (of.length === 0) return null;
  const circles = of.map((point) => {
    const [x, y] = [placed.x(point), placed.y(point.measure.value)];
    return `M${x - radius},${y}a${radius},${radius} 0 1,0 ${2 * radius},0a${radius},${radius} 0 1,0 ${-2 * radius},0`;
  });
  return <path class={`spark__point${look}`} d={circles.join('')} />;
}

/** The newest values, oldest first: "52, 46, 41, 38 preliminary since Aug-2026". */
export function sparkText({ points }: Series): string {
  const said = points.slice(-spoken);
  const first = said[0] ?? points[0];
  const day = { precision: 'month', iso: new Date(first.at).toISOString().slice(0, 7) } as const;
  const values = said.map((point) =>
    [numberOf(point), point.item.status, point.item.note].filter((part) => part !== null).join(' '),
  );
  return sparkWords.values(values, formatDate(day), points.length - said.length);
}

type Placed = {
  readonly x: (point: Point) => number;
  readonly y: (value: number) => number;
};

/** By time across, by value upwards, with the shared range in sight where it is near. */
function place(points: readonly Point[]): Placed {
  const times = points.map(({ at }) => at);
  const values = points.map(({ measure }) => measure.value);
  return {
    x: scale(
      Math.min(...times),
      Math.max(...times),
      margin,
      width - margin,
      (point: Point) => point.at,
    ),
    y: scale(
      Math.min(...values),
      Math.max(...values),
      height - margin,
      margin,
      (value: number) => value,
    ),
  };
}

/** What does not vary stands in the middle. */
function scale<T>(
  from: number,
  to: number,
  start: number,
  end: number,
  of: (each: T) => number,
): (each: T) => number {
  return (each) => {
    const share = to > from ? (of(each) - from) / (to - from) : 0.5;
    return Math.round((start + share * (end - start)) * 10) / 10;
  };
}

function bandOf(points: readonly Point[], y: (value: number) => number) {
  const range = sharedRange(points);
  if (!range) return null;
  const top = range.high === null ? 0 : clamp(y(range.high));
  const bottom = range.low === null ? height : clamp(y(range.low));
  return { top, height: Math.max(bottom - top, 0) };
}

function clamp(y: number): number {
  return Math.min(Math.max(y, 0), height);
}
