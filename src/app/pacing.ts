/** When what state of a growing summary is drawn: soon, and never so often that the page is held up. */
import type { Summary } from '../domain/summary/summary.ts';
import type { Showing, State } from '../flow/state.ts';

export type PacingParts = {
  /** Draws one state; called with the newest only. */
  readonly draw: (state: State) => void;
  /** Works out beforehand what drawing this summary needs; null where nothing is left to do. */
  readonly prepare: (summary: Summary) => Promise<void> | null;
  /** Runs something once the page has nothing else to do, or after so many milliseconds. */
  readonly whenQuiet: (run: () => void, atMostMs: number) => void;
  /** Milliseconds, from any moment. */
  readonly clock: () => number;
};

/**
 * While more of an answer is being read, what has been read waits for a quiet moment: its source's
 * next lines come before a drawing of half of them. Where none comes, it waits this many times as
 * long as it took to prepare and draw the last time: most of the time is the reader's.
 */
const waitsPerDraw = 3;
const shortestWaitMs = 200;
const longestWaitMs = 1000;

function isWhole({ arrival }: Showing): boolean {
  return arrival !== 'arriving';
}

/** That a source has begun comes just before what it sends: drawn by itself, it only moves that. */
function isBare({ summary: { items, sources } }: Showing): boolean {
  return items.length === 0 && sources.some(({ state }) => state === 'asking');
}

/** Only more has come of an answer that is not on screen yet: one that was asked for again. */
function isTheSame(before: State, now: State): boolean {
  if (before.step !== 'showing' || now.step !== 'showing') return false;
  const awaited = [before.renewal, now.renewal].every((one) => one !== null && one !== 'in-vain');
  const shown = ({ summary, late, document, print, log, reading }: Showing) => [
    ...[summary, late, document, print, log, reading],
  ];
  const then = shown(before);
  return awaited && shown(now).every((part, at) => part === then[at]);
}

/**
 * Draws every state at once, but for those that bring more of a summary: what they need is prepared
 * first, and after the first of them the newest is drawn once all that has come of it is read.
 * Whatever closes or ends a record, or answers a press, is never delayed.
 */
export function paced({
  draw: drawNow,
  prepare,
  whenQuiet,
  clock,
}: PacingParts): (state: State) => void {
  /** Newest state with more of the summary, not drawn yet. */
  let waiting: Showing | null = null;
  let doing: 'nothing' | 'preparing' | 'waiting' = 'nothing';
  /** What waits is not to wait for a quiet moment. */
  let isHurried = false;
  /** No fact of this answer is on screen yet: the first that has any is drawn at once. */
  let isFirst = true;
  let waits = 0;
  let waitMs = shortestWaitMs;
  /** Counts what was drawn at once: whatever was being prepared before is then out of date. */
  let turn = 0;
  const prepared = new WeakSet<Summary>();
  let drawn: State | null = null;
  const draw = (state: State): void => {
    drawn = state;
    drawNow(state);
  };

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

  function wait(atMostMs: number): void {
    doing = 'waiting';
    waits += 1;
    const own = waits;
    whenQuiet(() => {
      if (doing === 'waiting' && own === waits) next();
    }, atMostMs);
  }

  /** @param from when its preparation began, by the clock */
  function grown(state: Showing, from: number): void {
    if (waiting === state) waiting = null;
    isFirst &&= state.summary.items.length === 0;
    doing = 'nothing';
    try {
      draw(state);
    } finally {
      // A drawing that fails is no reason to draw nothing any more.
      const cost = (clock() - from) * waitsPerDraw;
      waitMs = Math.min(Math.max(cost, shortestWaitMs), longestWaitMs);
      if (waiting !== null) wait(isHurried ? 0 : waitMs);
      isHurried = false;
    }
  }

  return (state) => {
    if (drawn !== null && isTheSame(drawn, state)) return;
    if (isNew(state)) {
      // Nothing follows the whole of it, and a press brings no more of it: neither waits.
      isHurried ||= isWhole(state) || waiting?.summary === state.summary;
      waiting = state;
      if (doing === 'preparing') return;
      if (isHurried || (isFirst && !isBare(state))) next();
      else if (doing === 'nothing') wait(waitMs);
      return;
    }
    if (!('summary' in state)) isFirst = true;
    waiting = null;
    turn += 1;
    draw(state);
  };
}
