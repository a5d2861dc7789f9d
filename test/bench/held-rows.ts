/** The rows about an answer that was let go only when all of it was in the browser. */
import { median, milliseconds } from './figures.ts';
import { growthOf, type Timed } from './growth.ts';
import type { ParseCost } from './parse-cost.ts';
import { atMost, type Row } from './row.ts';

/** Openings of one record; milliseconds from the release to the whole summary usable. */
export type HeldRuns = { readonly entries: number; readonly ms: readonly number[] };

/** The strict reading of the target: nothing of the work is done while bytes are still coming. */
export function allThere(held: HeldRuns, parse: ParseCost, times: number, plus: number): Row {
  const measured = median(held.ms);
  const bound = times * parse.ms + plus;
  return {
    name: `all bytes in the browser → whole summary usable, ${inWords(held)} entries`,
    target: `≤ ${times} × JSON.parse + ${plus} ms`,
    measured: milliseconds(measured),
    bound: `${milliseconds(bound)} (JSON.parse ${milliseconds(parse.ms)})`,
    verdict: atMost(measured, bound),
    samples: { held: held.ms, parse: parse.samples },
  };
}

/** By the same clock, since a sender's own pace is linear and would hide what the page's is. */
export function growth(small: HeldRuns, middle: HeldRuns, large: HeldRuns): Row {
  const [from, to, far] = [small, middle, large].map(inWords);
  const ratio = growthOf(timed(small), timed(middle), timed(large));
  const row = {
    name: `time of each further entry, ${to} → ${far} over ${from} → ${to}, all bytes there`,
    ...{ target: '≤ 1.5', bound: '1.5', samples: [small, middle, large] },
  };
  if (ratio === null) {
    return { ...row, measured: `${to} entries took no longer than ${from}`, verdict: 'unmeasured' };
  }
  const medians = [small, middle, large].map(({ ms }) => milliseconds(median(ms)));
  const measured = `${ratio.toFixed(2)} (${medians.join(', ')})`;
  return { ...row, measured, verdict: atMost(ratio, 1.5) };
}

const timed = ({ entries, ms }: HeldRuns): Timed => ({ entries, ms: median(ms) });

const inWords = ({ entries }: HeldRuns): string => entries.toLocaleString('en-GB');
