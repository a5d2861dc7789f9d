/** Whether a build keeps its limits: for each change, and the same figures each time. */
import { allowed } from './limits.ts';
import type { Weight, Weights } from './page-weights.ts';

export type SizeCheck = {
  readonly ok: boolean;
  /** One line a figure, in KiB, with what it may be. */
  readonly lines: readonly string[];
};

/** Fails where a figure is over the larger of its target and its ceiling, or where nothing weighs. */
export function checkSizes(weights: Weights): SizeCheck {
  const { launchPage, beforeGate, beforeSummary, laterChunks } = weights;
  const rows = [launchPage, beforeGate, beforeSummary, ...laterChunks];
  return {
    ok: launchPage.bytes > 0 && rows.every(isKept),
    lines: rows.map(lineOf),
  };
}

const isKept = ({ bytes, limit }: Weight): boolean =>
  limit === undefined || bytes <= allowed(limit);

function lineOf(weight: Weight): string {
  const { name, bytes, files, limit } = weight;
  const measured = `${name}: ${kibibytes(bytes)} gzipped in ${files.length} files`;
  if (limit === undefined) return `${measured}, not limited`;
  const over = isKept(weight) ? '' : 'TOO MUCH, ';
  return `${measured} (${over}target ${kibibytes(limit.target)}, at most ${kibibytes(allowed(limit))})`;
}

function kibibytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
