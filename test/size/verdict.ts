/** Whether a build keeps its limits: for each change, and the same figures each time. */
import type { Weight, Weights } from './page-weights.ts';

export type SizeCheck = {
  readonly ok: boolean;
  /** One line a figure, in KiB, with what it may be. */
  readonly lines: readonly string[];
};

/**
 * Fails where a figure is over its ceiling, be it below its target or not; where a part has no
 * ceiling, so that none comes in unweighed; and where nothing weighs.
 */
export function checkSizes(weights: Weights): SizeCheck {
  const { launchPage, beforeGate, beforeSummary, laterChunks } = weights;
  const rows = [launchPage, beforeGate, beforeSummary, ...laterChunks];
  return {
    ok: launchPage.bytes > 0 && rows.every(isKept),
    lines: rows.map(lineOf),
  };
}

const isKept = ({ bytes, limit: { ceiling } }: Weight): boolean =>
  ceiling !== undefined && bytes <= ceiling;

function lineOf(weight: Weight): string {
  const { name, bytes, files } = weight;
  return `${name}: ${kibibytes(bytes)} gzipped in ${files.length} files (${saidOf(weight)})`;
}

function saidOf(weight: Weight): string {
  const { bytes, limit } = weight;
  const target = limit.target === undefined ? '' : `target ${kibibytes(limit.target)}, `;
  if (limit.ceiling === undefined) {
    const reached = Math.ceil(bytes / 512) / 2;
    return `${target}NOT LISTED: give it a ceiling in test/size/limits.ts, now ${reached} KiB`;
  }
  return `${isKept(weight) ? '' : 'TOO MUCH, '}${target}at most ${kibibytes(limit.ceiling)}`;
}

function kibibytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
