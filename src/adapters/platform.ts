/** What the browser gives: network, randomness and timers, behind names tests can replace. */
import type { Timers } from './host/browser.ts';

/** `fetch` as a plain function: a browser's refuses to be a method of anything else. */
export const networkFetch: typeof globalThis.fetch = (input, init) => fetch(input, init);

/** A UUID of a cryptographic source (RFC 9562, version 4). */
export const newId = (): string => crypto.randomUUID();

export const windowTimers: Timers = {
  set: (run, afterMs) => setTimeout(run, afterMs),
  clear: (timer) => {
    clearTimeout(Number(timer));
  },
};
