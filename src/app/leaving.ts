/** What happens when the page goes: a question left open, a record left open, a reload. */
import type { State } from '../flow/state.ts';
import type { Runner } from './runner.ts';

/** The part of the host that hands a page over to its own reload, and to nothing else. */
export type HandingOver = {
  prepareHandOver(consentId: string): Promise<void>;
  handOver(): void;
};

/** Prepares the hand-over once per opening: `onChange` of the runner, for every state. */
export function preparing(host: HandingOver): (state: State) => void {
  let prepared: string | null = null;
  return (state) => {
    if (!('receipt' in state) || state.receipt.consentId === prepared) return;
    prepared = state.receipt.consentId;
    void host.prepareHandOver(prepared);
  };
}

/**
 * An open record is handed over, should this be a reload; so is one on its way back from a reload.
 * Leaving a question unanswered is an abandoned launch, and reported as one (contract 2.7). A page
 * kept for the back button must not bring a patient back on screen.
 */
export function whenLeft(runner: Runner, host: HandingOver, keptForBack: boolean): void {
  const state = runner.state();
  if (!keptForBack && goesOn(state)) host.handOver();
  else if (isUnanswered(state)) {
    runner.happened({ type: 'refused', reason: { type: 'closed-by-user' } });
  } else if (keptForBack) {
    runner.happened({ type: 'refused', reason: { type: 'session-ended' } });
  }
}

/** Open, or on its way back from a reload; not where a question is on screen. */
function goesOn(state: State): boolean {
  if ('receipt' in state) return true;
  if (!['authorised', 'identified', 'traced', 'permitted'].includes(state.step)) return false;
  const at = 'verified' in state ? state.verified : state;
  return 'session' in at && at.session.reopens !== null;
}

function isUnanswered({ step }: State): boolean {
  return ['identified', 'traced', 'asking', 'accepting', 'verified', 'unrecorded'].includes(step);
}
