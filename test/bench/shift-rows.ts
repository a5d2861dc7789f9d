/** The rows about what moves by itself while sources answer. */
import { worst } from './figures.ts';
import { atMost, type Row } from './row.ts';
import type { Shift } from './shift-probe.ts';

/** What is good for three visits in four: https://web.dev/articles/cls */
const bound = 0.1;

const longestGapMs = 1_000;
const longestWindowMs = 5_000;

/**
 * The cumulative layout shift of one page: the worst of its bursts, each with less than a second
 * between two shifts and five seconds long at most (web.dev, "Cumulative Layout Shift").
 */
export function cumulative(shifts: readonly Shift[]): number {
  let [sum, most] = [0, 0];
  let [began, last] = [-Infinity, -Infinity];
  for (const { at, value } of shifts) {
    const goesOn = at - last < longestGapMs && at - began <= longestWindowMs;
    if (!goesOn) began = at;
    sum = goesOn ? sum + value : value;
    last = at;
    most = Math.max(most, sum);
  }
  return most;
}

/** One opening in which one source answers long after the others. */
export type Opening = {
  /** E.g. `1200 × 900`. */
  readonly size: string;
  readonly late: string;
  readonly shifts: readonly Shift[];
  /** When somebody had begun to read, by the clock of the shifts. */
  readonly readFrom: number;
};

/** @returns for each size the verdict on what moved under a reader, and what moved in all */
export function shiftRows(openings: readonly Opening[]): readonly Row[] {
  const sizes = [...new Set(openings.map(({ size }) => size))];
  return sizes.flatMap((size) =>
    rowsOf(
      size,
      openings.filter((each) => each.size === size),
    ),
  );
}

function rowsOf(size: string, openings: readonly Opening[]): readonly Row[] {
  const read = openings.map((each) => ({
    late: each.late,
    score: cumulative(each.shifts.filter(({ at }) => at >= each.readFrom)),
  }));
  const whole = openings.map(({ late, shifts }) => ({ late, score: cumulative(shifts) }));
  const most = worst(read.map(({ score }) => score));
  return [
    {
      name: `layout shift while sources arrive, after reading began, ${size}: the worst late source`,
      ...{ target: `≤ ${bound}`, bound: figure(bound), measured: said(read) },
      verdict: atMost(most, bound),
      samples: openings,
    },
    {
      ...{ name: `  the whole opening, ${size}`, target: '', bound: '', verdict: 'information' },
      ...{ measured: said(whole), samples: whole },
    },
  ];
}

type Score = { readonly late: string; readonly score: number };

/** "0.31 (Oxford Health 0.02, …)". */
function said(scores: readonly Score[]): string {
  const each = scores.map(({ late, score }) => `${late} ${figure(score)}`).join(', ');
  return `${figure(worst(scores.map(({ score }) => score)))} (${each})`;
}

const figure = (score: number) => score.toFixed(2);
