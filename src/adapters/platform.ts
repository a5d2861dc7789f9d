/** What the browser gives: network, randomness and timers, behind names tests can replace. */
import type { Timers } from './host/browser.ts';

/** `fetch` as a plain function: a browser's refuses to be a method of anything else. */
export const networkFetch: typeof globalThis.fetch = (input, init) => fetch(input, init);

/** A UUID of a cryptographic source (RFC 9562, version 4). */
export const newId = (): string => crypto.randomUUID();

/**
 * Runs something in the page's next idle moment, or after so many milliseconds at most; where a
 * browser does not tell of idle moments, in the next task.
 */
export function whenQuiet(run: () => void, atMostMs: number): void {
  if (typeof requestIdleCallback === 'function')
    requestIdleCallback(() => run(), { timeout: Math.max(atMostMs, 1) });
  else setTimeout(run, 0);
}

export const windowTimers: Timers = {
  set: (run, afterMs) => setTimeout(run, afterMs),
  clear: (timer) => {
    clearTimeout(Number(timer));
  },
};
