/** What is worked out ahead for an open record, in pieces, so that neither drawing nor searching waits. */
import { inSlices } from '../adapters/slices.ts';
import type { Item } from '../domain/summary/item.ts';
import type { CriticalMedicines } from '../domain/summary/medicines.ts';
import type { Summary } from '../domain/summary/summary.ts';
import type { State } from '../flow/state.ts';

export type RecordWork = {
  readonly meeting: (item: Item) => void;
  readonly preparing: (summary: Summary, critical: CriticalMedicines) => Iterator<void, void>;
  readonly reading: (summary: Summary) => Iterator<void, void>;
  /** Runs once, before there is a record, all that one is drawn with. */
  readonly rehearsing: () => Iterator<void, void>;
};

export type Ahead = {
  /** While the question is read; it is left at any answer, and where the launch closes. */
  readonly rehearse: () => void;
  /** To be told of every state: what an entry needs by itself is worked out as it comes. */
  readonly arrived: (state: State) => void;
  /** Before this summary is drawn; null where nothing is left to do. */
  readonly prepare: (summary: Summary) => Promise<void> | null;
  /** To be told of what was drawn: a summary that has all arrived is then read for the search. */
  readonly drawn: (state: State) => void;
};

/** More entries than any part brings, and less than a millisecond's work. */
const mostAtOnce = 200;

/** Lets what was drawn be painted, and a first press be answered. */
const paintedMs = 200;

/**
 * @param work what the record's own code can do
 * @param after runs something after so many milliseconds
 */
export function ahead(
  work: RecordWork,
  critical: CriticalMedicines,
  after: (run: () => void, ms: number) => void,
): Ahead {
  let current: State | null = null;
  let met: readonly Item[] = [];
  let isAsked = false;
  const read = new WeakSet<Summary>();
  return {
    rehearse: () => {
      void inSlices(whileOpen(work.rehearsing(), () => !isAsked));
    },
    arrived: (state) => {
      isAsked ||= state.step !== 'verified';
      const items = state.step === 'showing' ? state.summary.items : [];
      // What follows comes after what was there; whatever else came instead is another answer.
      const from = items[0] === met[0] ? met.length : 0;
      // Of many at once, as where this code came late, it is worked out in slices, with the rest.
      if (items.length - from <= mostAtOnce)
        for (const item of items.slice(from)) work.meeting(item);
      met = items;
    },
    prepare: (summary) => inSlices(work.preparing(summary, critical)),
    drawn: (state) => {
      current = state;
      if (state.step !== 'showing' || state.arrival === 'arriving') return;
      const { summary } = state;
      if (read.has(summary)) return;
      read.add(summary);
      after(() => {
        if (!isOpen(current, summary)) return;
        void inSlices(whileOpen(work.reading(summary), () => isOpen(current, summary)));
      }, paintedMs);
    },
  };
}

function isOpen(state: State | null, summary: Summary): boolean {
  return state?.step === 'showing' && state.summary === summary;
}

/** Nothing goes on reading a record that was closed, nor rehearsing one that is being opened. */
function* whileOpen(work: Iterator<void, void>, goesOn: () => boolean): Generator<void, void> {
  while (goesOn() && !work.next().done) yield;
}
