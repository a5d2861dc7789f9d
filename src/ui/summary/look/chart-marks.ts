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
  if (shared) {
    const [top, bottom] = endsOf(chart, shared);
    ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
  } else {
    ctx.strokeStyle = colours.band;
    for (const point of points) drawOwnRange(chart, point);
  }
  ctx.restore();
}

function drawOwnRange(chart: uPlot, { at, measure }: Point): void {
  const { low, high } = measure;
  if (low === null && high === null) return;
  const { ctx } = chart;
  const x = chart.valToPos(at / 1000, 'x', true);
  const [top, bottom] = endsOf(chart, measure);
  const half = 4 * devicePixelRatio;
  ctx.lineWidth = 2 * half;
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x, bottom);
  ctx.stroke();
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
