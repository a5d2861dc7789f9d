import type { State } from '../flow/state.ts';

/** How long parts of a summary may gather before they are drawn together, in milliseconds. */
const gatherMs = 120;

/**
 * Draws every state at once, but for the many in which a long summary is still growing: those are
 * drawn together, at most once per `gatherMs`. Whatever closes or ends a record is never delayed.
 * @param draw draws one state; called with the newest only
 * @param later runs something after so many milliseconds
 */
export function paced(
  draw: (state: State) => void,
  later: (run: () => void, afterMs: number) => void,
): (state: State) => void {
  let waiting: State | null = null;
  let resting = false;
  const flush = (): void => {
    resting = false;
    const state = waiting;
    waiting = null;
    if (state) paint(state);
  };
  const paint = (state: State): void => {
    draw(state);
    resting = isGrowing(state);
    if (resting) later(flush, gatherMs);
  };
  return (state) => {
    if (isGrowing(state) && resting) {
      waiting = state;
      return;
    }
    waiting = null;
    if (resting) draw(state);
    else paint(state);
  };
}

function isGrowing(state: State): boolean {
  return state.step === 'showing' && state.arrival === 'arriving';
}
