/** Tells a call's sources that nobody waits for their answer any more. */
import type { Call } from './context.ts';

export type CallSignal = {
  /** Aborts with the first of what it follows, or by `abort`. */
  readonly signal: AbortSignal;
  readonly abort: () => void;
  /** The call is over: nothing of it is held on to. */
  readonly release: () => void;
};

/**
 * Follows whoever asked and the exchange's closing. By hand, not by `AbortSignal.any`: Node keeps a
 * combined signal that is listened to for as long as one of its sources lives, and the exchange's
 * closing outlives every call.
 */
export function callSignal(...sources: readonly AbortSignal[]): CallSignal {
  const own = new AbortController();
  const abort = (): void => own.abort();
  for (const source of sources) {
    if (source.aborted) abort();
    else source.addEventListener('abort', abort, { once: true });
  }
  return {
    signal: own.signal,
    abort,
    release: () => {
      for (const source of sources) source.removeEventListener('abort', abort);
    },
  };
}

/** Runs a call that is over once it has its answer. */
export async function whileAsked<Answer>(
  call: Call,
  work: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const asking = callSignal(call.request.signal, call.exchange.closing);
  try {
    return await work(asking.signal);
  } finally {
    asking.release();
  }
}
