/** When somebody begins to read: what arrives from then on is marked (domain notes, section 11). */
import type { State } from '../flow/state.ts';

export type ReadingParts = {
  readonly page: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  readonly after: (run: () => void, ms: number) => void;
};

/** What nobody does who is not looking; a record that stays on screen is read in any case. */
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;
const looksMs = 3000;

/**
 * @param began called once in a launch: at the first sign of a reader, or after three seconds, with
 *   at least one item on screen. Touching an empty screen is not reading.
 * @returns to be told of every state that was drawn
 */
export function watchReading(
  { page, after }: ReadingParts,
  began: () => void,
): (state: State) => void {
  let stage: 'waiting' | 'shown' | 'over' = 'waiting';
  // Captured, since a scroll inside a panel does not bubble.
  const listening = { capture: true, passive: true } as const;

  function read(): void {
    if (stage !== 'shown') return;
    stop();
    began();
  }

  function stop(): void {
    stage = 'over';
    for (const sign of signs) page.removeEventListener(sign, read, listening);
  }

  return (state) => {
    const isShown = state.step === 'showing' && state.summary.items.length > 0;
    if (stage === 'waiting' && isShown) {
      stage = 'shown';
      for (const sign of signs) page.addEventListener(sign, read, listening);
      after(read, looksMs);
    }
    if (stage === 'shown' && (state.step === 'closed' || state.step === 'ended')) stop();
  };
}
