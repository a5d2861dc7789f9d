/** All that a browser sent and received, so that a journey can say what never crossed the wire. */
import type { BrowserContext, Request } from 'playwright-core';

export type Traffic = {
  readonly requests: readonly Request[];
  /** Requests to one origin whose path matches, as `METHOD /path`. */
  readonly to: (origin: string, path: RegExp) => readonly Request[];
  /** Every access token that was sent as a bearer, once each. */
  readonly tokens: () => readonly string[];
};

/** Listens to every page and frame of the context; call it before the first navigation. */
export function recordTraffic(context: BrowserContext): Traffic {
  const requests: Request[] = [];
  context.on('request', (request) => requests.push(request));
  return {
    requests,
    to: (origin, path) =>
      requests.filter((request) => {
        const url = new URL(request.url());
        return url.origin === origin && path.test(url.pathname);
      }),
    tokens: () => [
      ...new Set(
        requests.flatMap((request) => {
          const bearer = /^Bearer (.+)$/.exec(request.headers()['authorization'] ?? '')?.[1];
          return bearer === undefined ? [] : [bearer];
        }),
      ),
    ],
  };
}
