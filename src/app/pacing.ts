/** When what state of a growing summary is drawn: soon, and never so often that the page is held up. */
import type { Summary } from '../domain/summary/summary.ts';
import type { Showing, State } from '../flow/state.ts';

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

function isWhole({ arrival }: Showing): boolean {
  return arrival !== 'arriving';
}

/**
 * Draws every state at once, but for those that bring more of a summary: what they need is prepared
 * first, and while they come in quick succession the newest is drawn at a pace that leaves the page
 * free. Whatever closes or ends a record, or answers a press, is never delayed.
 */
export function paced({ draw, prepare, later, clock }: PacingParts): (state: State) => void {
  /** Newest state with more of the summary, not drawn yet. */
  let waiting: Showing | null = null;
  let doing: 'nothing' | 'preparing' | 'resting' = 'nothing';
  /** What waits is not to wait for a rest. */
  let isHurried = false;
  let rests = 0;
  /** Counts what was drawn at once: whatever was being prepared before is then out of date. */
  let turn = 0;
  const prepared = new WeakSet<Summary>();

  const isNew = (state: State): state is Showing =>
    state.step === 'showing' && !prepared.has(state.summary);

  function next(): void {
    doing = 'nothing';
    isHurried = false;
    if (waiting === null) return;
    doing = 'preparing';
    const { summary } = waiting;
    const state = waiting;
    const began = turn;
    const from = clock();
    const rest = prepare(summary);
    const go = () => {
      prepared.add(summary);
      // What a press made of the same summary meanwhile is ready with it.
      const newest = waiting?.summary === summary ? waiting : state;
      // Closed or asked again meanwhile: what was prepared is of a record that is gone. And where
      // the whole has come meanwhile, less than that is not drawn.
      const isOver = began !== turn || (waiting !== null && waiting !== newest && isWhole(waiting));
      if (isOver) next();
      else grown(newest, from);
    };
    if (rest === null) go();
    else void rest.then(go, go);
  }

  /** @param from when its preparation began, by the clock */
  function grown(state: Showing, from: number): void {
    if (waiting === state) waiting = null;
    doing = 'resting';
    rests += 1;
    const own = rests;
    try {
      draw(state);
    } finally {
      // A drawing that fails is no reason to draw nothing any more.
      const isWaitedFor = waiting !== null && isHurried;
      const rest = Math.min((clock() - from) * restsPerDraw, longestRestMs);
      later(
        () => {
          if (doing === 'resting' && own === rests) next();
        },
        isWaitedFor ? 0 : rest,
      );
      isHurried = false;
    }
  }

  return (state) => {
    if (isNew(state)) {
      // Nothing follows the whole of it, and a press brings no more of it: neither waits for a rest.
      isHurried ||= isWhole(state) || waiting?.summary === state.summary;
      waiting = state;
      if (doing === 'nothing' || (doing === 'resting' && isHurried)) next();
      return;
    }
    waiting = null;
    turn += 1;
    draw(state);
  };
}
