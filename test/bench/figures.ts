/** Arithmetic of the bench. A figure of nothing is a mistake in the bench, so it throws. */

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/**
 * The value that `percent` of 100 lie at or below, between neighbours in proportion (the method
 * most tools call linear interpolation).
 */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const place = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new Error('There is nothing to measure.');
  return below + (above - below) * (place - Math.floor(place));
}

/** The largest. */
export function worst(values: readonly number[]): number {
  return percentile(values, 100);
}

/** One measure `y` under the condition `x`. */
export type Point = { readonly x: number; readonly y: number };

/** By how much `y` grows for each `x`: the line with the least squares of its errors. */
export function slope(points: readonly Point[]): number {
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  if (!(spread > 0)) throw new Error('A slope needs two different conditions.');
  return points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread;
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

export const kibibytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;

export const mebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
