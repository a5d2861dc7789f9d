/** When what state of a growing summary is drawn: soon, and never so often that the page is held up. */
import type { Summary } from '../domain/summary/summary.ts';
import type { State } from '../flow/state.ts';

export type PacingParts = {
  /** Draws one state; called with the newest only. */
  readonly draw: (state: State) => void;
  /** Works out beforehand what drawing this summary needs; null where nothing is left to do. */
  readonly prepare: (summary: Summary) => Promise<void> | null;
  /** Runs something after so many milliseconds. */
  readonly later: (run: () => void, afterMs: number) => void;
  /** Milliseconds, from any moment. */
  readonly clock: () => number;
};

/** Rests this many times as long as it took to prepare and draw: most of the time is the reader's. */
const restsPerDraw = 3;
const longestRestMs = 1000;

function isWhole(state: State | null): boolean {
  return state?.step === 'showing' && state.arrival !== 'arriving';
}

/**
 * Draws every state at once, but for those that bring more of a summary: what they need is prepared
 * first, and while they come in quick succession the newest is drawn at a pace that leaves the page
 * free. Whatever closes or ends a record, or answers a press, is never delayed.
 */
export function paced({ draw, prepare, later, clock }: PacingParts): (state: State) => void {
  /** Newest state with more of the summary, not drawn yet. */
  let waiting: State | null = null;
  let doing: 'nothing' | 'preparing' | 'resting' = 'nothing';
  let rests = 0;
  /** Counts what was drawn at once: whatever was being prepared before is then out of date. */
  let turn = 0;
  const prepared = new WeakSet<Summary>();

  const isNew = (state: State): state is State & { readonly summary: Summary } =>
    state.step === 'showing' && !prepared.has(state.summary);

  function next(): void {
    doing = 'nothing';
    const state = waiting;
    if (state === null || !('summary' in state)) return;
    doing = 'preparing';
    const { summary } = state;
    const began = turn;
    const from = clock();
    const rest = prepare(summary);
    const go = () => {
      prepared.add(summary);
      // Closed or asked again meanwhile: what was prepared is of a record that is gone. And where
      // the whole has come meanwhile, less than that is not drawn.
      const isOver = began !== turn || (waiting !== state && isWhole(waiting));
      if (isOver) next();
      else grown(state, from);
    };
    if (rest === null) go();
    else void rest.then(go, go);
  }

  /** @param from when its preparation began, by the clock */
  function grown(state: State, from: number): void {
    if (waiting === state) waiting = null;
    draw(state);
    const rest = Math.min((clock() - from) * restsPerDraw, longestRestMs);
    doing = 'resting';
    rests += 1;
    const own = rests;
    later(() => {
      if (doing === 'resting' && own === rests) next();
    }, rest);
  }

  return (state) => {
    if (isNew(state)) {
      waiting = state;
      // Nothing follows the whole of it, so it waits for no rest.
      if (doing === 'nothing' || (doing === 'resting' && isWhole(state))) next();
      return;
    }
    waiting = null;
    turn += 1;
    draw(state);
  };
}
