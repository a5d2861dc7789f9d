/** What is worked out ahead for an open record, in pieces, so that neither drawing nor searching waits. */
import { inSlices } from '../adapters/slices.ts';
import type { CriticalMedicines } from '../domain/summary/medicines.ts';
import type { Summary } from '../domain/summary/summary.ts';
import type { State } from '../flow/state.ts';

export type RecordWork = {
  readonly preparing: (summary: Summary, critical: CriticalMedicines) => Iterator<void, void>;
  readonly reading: (summary: Summary) => Iterator<void, void>;
};

export type Ahead = {
  /** Before this summary is drawn; null where nothing is left to do. Waits for the code that draws. */
  readonly prepare: (summary: Summary) => Promise<void> | null;
  /** To be told of what was drawn: a summary that has all arrived is then read for the search. */
  readonly drawn: (state: State) => void;
};

/** Lets what was drawn be painted, and a first press be answered. */
const paintedMs = 200;

/**
 * @param coming what the record's own code can do, once it has come
 * @param after runs something after so many milliseconds
 */
export function ahead(
  coming: Promise<RecordWork>,
  critical: CriticalMedicines,
  after: (run: () => void, ms: number) => void,
): Ahead {
  let current: State | null = null;
  let work: RecordWork | null = null;
  void coming.then((come) => (work = come));
  const read = new WeakSet<Summary>();
  return {
    prepare: (summary) =>
      work
        ? inSlices(work.preparing(summary, critical))
        : coming.then((come) => inSlices(come.preparing(summary, critical)) ?? undefined),
    drawn: (state) => {
      current = state;
      if (state.step !== 'showing' || state.arrival === 'arriving') return;
      const { summary } = state;
      if (read.has(summary)) return;
      read.add(summary);
      after(() => {
        const reading = isOpen(current, summary) ? work?.reading(summary) : undefined;
        if (reading) void inSlices(whileOpen(reading, () => isOpen(current, summary)));
      }, paintedMs);
    },
  };
}

function isOpen(state: State | null, summary: Summary): boolean {
  return state?.step === 'showing' && state.summary === summary;
}

/** Nothing goes on reading a record that was closed. */
function* whileOpen(work: Iterator<void, void>, goesOn: () => boolean): Generator<void, void> {
  while (goesOn() && !work.next().done) yield;
}
