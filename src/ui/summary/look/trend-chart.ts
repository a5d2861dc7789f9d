/**
 * The chart itself, loaded when a trend is opened. The only place that knows uPlot; its style
 * sheet comes with it, since the page's policy allows none written into the page.
 */
import 'uplot/dist/uPlot.min.css';
import uPlot from 'uplot';
import { formatDate, formatTime } from '../../../domain/clinical-date.ts';
import type { Series } from '../../../domain/summary/series.ts';
import { coloursNow } from './chart-colours.ts';
import { drawPoints, drawRanges } from './chart-marks.ts';

export type TrendChart = {
  /** Moves the cursor to a point, by its place in the series. */
  readonly show: (at: number) => void;
  readonly remove: () => void;
};

const hour = 3_600;
const day = 24 * hour;
const height = 180;

/**
 * Draws a series into an element and follows its width.
 * @param pointed called with the place of the point the pointer is nearest to
 */
export function drawTrend(
  holder: HTMLElement,
  points: Series['points'],
  pointed: (at: number) => void,
): TrendChart {
  const colours = coloursNow();
  const width = () => Math.max(holder.clientWidth, 200);
  const lastOfMove = { byPointer: false };
  const chart = new uPlot(
    {
      width: width(),
      height,
      legend: { show: false },
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Europe/London'),
      cursor: {
        ...{ drag: { x: false, y: false }, y: false },
        // A ring, so that a hollow point is seen to be hollow under it.
        points: { size: 16, width: 2, fill: 'transparent', stroke: () => colours.text },
      },
      scales: {
        x: { time: true, range: (_, from, to) => spread(from, to, hour) },
        y: { range: (_, from, to) => spread(...withRange(points, from, to), 0) },
      },
      axes: axes(colours.text, colours.line, textSize()),
      series: [{}, { stroke: colours.line, width: 2, points: { show: false } }],
      hooks: {
        drawClear: [(drawn) => drawRanges(drawn, points, colours)],
        draw: [(drawn) => drawPoints(drawn, points, colours)],
        setCursor: [
          ({ cursor }) => {
            if (lastOfMove.byPointer && typeof cursor.idx === 'number') pointed(cursor.idx);
          },
        ],
      },
    },
    [points.map(({ at }) => at / 1000), points.map(({ measure }) => measure.value)],
    holder,
  );
  chart.over.addEventListener('pointermove', () => (lastOfMove.byPointer = true));
  const resized = new ResizeObserver(() => {
    if (Math.abs(width() - chart.width) > 1) chart.setSize({ width: width(), height });
  });
  resized.observe(holder);
  return {
    show: (at) => {
      lastOfMove.byPointer = false;
      const [x, y] = [chart.data[0][at], chart.data[1]?.[at]];
      if (x === undefined || y === undefined || y === null) return;
      chart.setCursor({ left: chart.valToPos(x, 'x'), top: chart.valToPos(y, 'y') });
    },
    remove: () => {
      resized.disconnect();
      chart.destroy();
    },
  };
}

/** Room at both ends, and a width where there is none: two values of one moment. */
function spread(from: number, to: number, least: number): [number, number] {
  const room = Math.max((to - from) * 0.08, least) || 1;
  return [from - room, to + room];
}

/** The range is in sight, so that "outside it" is seen as much as said. */
function withRange(points: Series['points'], from: number, to: number): [number, number] {
  const ends = points.flatMap(({ measure: { low, high } }) =>
    [low, high].filter((end) => end !== null),
  );
  // A range far beyond the values would press their line flat.
  const middle = (from + to) / 2;
  const far = Math.max((to - from) * 6, Math.abs(middle) / 2);
  const near = ends.filter((end) => Math.abs(end - middle) <= far);
  return [Math.min(from, ...near), Math.max(to, ...near)];
}

/** Never below 12 px, and as much larger as the reader's text is. */
function textSize(): number {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Math.max(12, Number.isFinite(root) ? root * 0.8125 : 12);
}

function axes(text: string, line: string, size: number): uPlot.Axis[] {
  const font = `${size}px Arial, sans-serif`;
  const common = { stroke: text, font, ticks: { stroke: line, width: 1 }, grid: { show: false } };
  return [
    {
      ...common,
      size: size * 2.5,
      space: (_chart, _axis, from, to) => size * roomOfTick(to - from),
      values: (chart, splits) => splits.map(tickLabel(stepOf(chart, splits))),
    },
    // Numbers as the record writes them, whatever the browser's language.
    {
      ...{ ...common, size: size * 4, space: size * 2.5 },
      values: (_, splits) => splits.map((split) => String(Number(split.toFixed(6)))),
    },
  ];
}

/** Between two ticks, in seconds; where there is one alone, it stands for the whole width. */
function stepOf(chart: uPlot, [first, second]: readonly number[]): number {
  if (first !== undefined && second !== undefined) return second - first;
  const { min, max } = chart.scales['x'] ?? {};
  return (max ?? 0) - (min ?? 0);
}

/** How wide a tick's words are, in letters' heights, over so many seconds. */
function roomOfTick(span: number): number {
  if (span < 8 * day) return 8;
  return span < 120 * day ? 4 : 5.5;
}

/** As much as tells the ticks apart: `20-Nov 09:14`, `20-Nov`, `Nov-2026`, `2026`. */
function tickLabel(step: number): (seconds: number) => string {
  return (seconds) => {
    const date = { precision: 'time', iso: new Date(seconds * 1000).toISOString() } as const;
    const whole = formatDate(date);
    if (step < day) return `${whole.slice(0, 6)} ${formatTime(date) ?? ''}`;
    if (step < 28 * day) return whole.slice(0, 6);
    return step < 800 * day ? whole.slice(3) : whole.slice(7);
  };
}
