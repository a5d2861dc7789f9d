/** Keeps the summary's answer back until all of it is in the browser, and lets it go at once. */
import type { CDPSession } from 'playwright-core';

export type Held = {
  /** Milliseconds since the epoch at which the whole answer was let go. Throws before that. */
  readonly releasedAt: () => number;
};

/**
 * Holds every `$summary` from now on, as the browser itself reads it, after decompression: no
 * byte reaches the page before the last one is there. From the release on the page waits for
 * nobody's network, exchange or source.
 */
export async function holdSummary(cdp: CDPSession): Promise<Held> {
  let released: number | undefined;
  let failure: unknown;
  cdp.on('Fetch.requestPaused', ({ requestId, request: { method } }) => {
    const letGo = async () => {
      // A preflight has no body, and is no answer.
      if (method !== 'OPTIONS') {
        await cdp.send('Fetch.getResponseBody', { requestId });
        released = Date.now();
      }
      await cdp.send('Fetch.continueResponse', { requestId });
    };
    letGo().catch((error: unknown) => (failure = error));
  });
  await cdp.send('Fetch.enable', {
    patterns: [{ urlPattern: '*$summary*', requestStage: 'Response' }],
  });
  return {
    releasedAt: () => {
      if (released !== undefined && failure === undefined) return released;
      throw new Error('The summary was not held.', { cause: failure });
    },
  };
}
