/** One line of the table `npm run bench` prints, and what `bench.json` keeps of it. */
export type Row = {
  /** What was measured, in the words of the table; `--only` finds rows by words of it. */
  readonly name: string;
  /** What it must reach, in words; empty for a row that only informs. */
  readonly target: string;
  /** The figure of this run, with its unit. */
  readonly measured: string;
  /** What the target comes to in this run, with its unit; empty where there is none. */
  readonly bound: string;
  readonly verdict: Verdict;
  /** Every raw figure behind `measured`, as JSON can hold it. */
  readonly samples: unknown;
};

/** `information`: a figure without a bound. `unmeasured`: it could not be taken; `measured` says why. */
export type Verdict = 'met' | 'missed' | 'information' | 'unmeasured';

/** The verdict on a figure that must not pass its bound; both in one unit. */
export function atMost(measured: number, bound: number): Verdict {
  return measured <= bound ? 'met' : 'missed';
}
