/** Every request of a page as the browser itself reports it, preflights and redirects apart. */
import type { CDPSession } from 'playwright-core';

/** One trip to a server and back. Times are milliseconds since the epoch, all by one clock. */
export type Hop = {
  readonly method: string;
  readonly url: string;
  readonly startedAt: number;
  /** Absent while it goes on. */
  readonly endedAt?: number;
  /** A CORS preflight: asked by the browser before the request that needs it, inside its time. */
  readonly isPreflight: boolean;
};

export type NetworkLog = {
  /** Those begun so far, in the order of their beginning. */
  readonly hops: () => readonly Hop[];
};

/**
 * Listens from now on; `latencyMs` is added before each answer's first byte. Chromium adds none to
 * preflights: these have to be counted.
 */
export async function logNetwork(cdp: CDPSession, latencyMs = 0): Promise<NetworkLog> {
  const done: Hop[] = [];
  const open = new Map<string, Hop>();
  /** The browser's own clock, in seconds, runs evenly; its wall clock is asked once. */
  let began: number | undefined;
  const at = (timestamp: number) => (began ?? 0) + timestamp * 1000;
  const end = (id: string, timestamp: number) => {
    const hop = open.get(id);
    if (hop === undefined) return;
    open.delete(id);
    done.push({ ...hop, endedAt: at(timestamp) });
  };
  cdp.on('Network.requestWillBeSent', (sent) => {
    const { requestId, request, timestamp, wallTime, redirectResponse } = sent;
    began ??= (wallTime - timestamp) * 1000;
    // Each step of a redirect goes by one id.
    if (redirectResponse) end(requestId, timestamp);
    const { method, url } = request;
    const isPreflight = method === 'OPTIONS';
    open.set(requestId, { method, url, startedAt: at(timestamp), isPreflight });
  });
  cdp.on('Network.loadingFinished', ({ requestId, timestamp }) => {
    end(requestId, timestamp);
  });
  cdp.on('Network.loadingFailed', ({ requestId, timestamp }) => {
    end(requestId, timestamp);
  });
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: latencyMs, downloadThroughput: -1, uploadThroughput: -1 },
  });
  return {
    hops: () => [...done, ...open.values()].sort((left, right) => left.startedAt - right.startedAt),
  };
}
