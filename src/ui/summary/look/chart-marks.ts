/** What is drawn by hand on the chart: ranges behind the line, points on it. Canvas pixels. */
import type uPlot from 'uplot';
import type { Point, Series } from '../../../domain/summary/series.ts';
import type { ChartColours } from './chart-colours.ts';
import { isQualified, type Range, sharedRange } from './series-index.ts';

/** One band where all points share a range; else an upright line at each point for its own. */
export function drawRanges(chart: uPlot, points: Series['points'], colours: ChartColours): void {
  const { ctx, bbox } = chart;
  const shared = sharedRange(points);
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.fillStyle = colours.band;
  ctx.lineWidth = 2 * devicePixelRatio;
  if (colours.edge !== null) ctx.strokeStyle = colours.edge;
  if (shared) drawBand(chart, shared, bbox.left, bbox.width, colours);
  else for (const point of points) drawOwnRange(chart, point, colours);
  ctx.restore();
}

function drawOwnRange(chart: uPlot, { at, measure }: Point, colours: ChartColours): void {
  const { low, high } = measure;
  if (low === null && high === null) return;
  const half = 4 * devicePixelRatio;
  drawBand(chart, measure, chart.valToPos(at / 1000, 'x', true) - half, 2 * half, colours);
}

function drawBand(
  chart: uPlot,
  range: Range,
  left: number,
  width: number,
  { edge }: ChartColours,
): void {
  const { ctx } = chart;
  const [top, bottom] = endsOf(chart, range);
  ctx.fillRect(left, top, width, bottom - top);
  if (edge !== null) ctx.strokeRect(left, top, width, bottom - top);
}

/** An end that is not given is the edge of the chart. */
function endsOf(chart: uPlot, { low, high }: Range): readonly [top: number, bottom: number] {
  const { bbox } = chart;
  const top = high === null ? bbox.top : chart.valToPos(high, 'y', true);
  const bottom = low === null ? bbox.top + bbox.height : chart.valToPos(low, 'y', true);
  return [top, bottom];
}

/** Hollow: its source said more about it. Square: a limit, not a value. */
export function drawPoints(chart: uPlot, points: Series['points'], colours: ChartColours): void {
  const { ctx } = chart;
  const radius = 4 * devicePixelRatio;
  ctx.save();
  ctx.lineWidth = 2 * devicePixelRatio;
  ctx.strokeStyle = colours.line;
  for (const point of points) {
    const x = chart.valToPos(point.at / 1000, 'x', true);
    const y = chart.valToPos(point.measure.value, 'y', true);
    ctx.beginPath();
    if (point.measure.comparator === null) ctx.arc(x, y, radius, 0, 2 * Math.PI);
    else ctx.rect(x - radius, y - radius, 2 * radius, 2 * radius);
    ctx.fillStyle = isQualified(point) ? colours.paper : colours.line;
    ctx.fill();
    ctx.stroke();
  }
  ctx.restore();
}
