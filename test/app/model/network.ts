/** A network that answers at once, late, twice or never, as a script says, and remembers. */

/**
 * What becomes of one call: answered, answered when the script says so, lost on the way there,
 * lost on the way back, or delivered twice.
 */
export const fates = ['prompt', 'late', 'lost-request', 'lost-reply', 'twice'] as const;
export type Fate = (typeof fates)[number];

type Fetch = typeof globalThis.fetch;

export type Network = {
  readonly fetch: Fetch;
  /** What the next calls meet, in order; calls beyond the script are answered at once. */
  readonly script: (fates: readonly Fate[]) => void;
  /** Lets the oldest late answer through; false where none is waiting. */
  readonly deliver: () => boolean;
  /** Calls that are neither answered nor held back. */
  readonly busy: () => number;
};

export type Seen = {
  /** A call as it leaves the app. */
  readonly sent: (request: Request, body: string) => void;
  /** Its answer as it reaches the app. */
  readonly answered: (request: Request, response: Response) => void;
};

/** @param exchange answers a request; must not depend on the caller's window */
export function scriptedNetwork(
  exchange: (request: Request) => Promise<Response>,
  seen: Seen,
): Network {
  const script: Fate[] = [];
  const held: (() => void)[] = [];
  let busy = 0;

  const travel = async (make: () => Request, body: string): Promise<Response> => {
    const fate = script.shift() ?? 'prompt';
    const request = make();
    seen.sent(request, body);
    if (fate === 'lost-request') throw new TypeError('connection lost');
    const answer = await exchange(make());
    if (fate === 'twice') await (await exchange(make())).text();
    if (fate === 'lost-reply') {
      await answer.body?.cancel();
      throw new TypeError('connection lost');
    }
    if (fate === 'late') {
      busy -= 1;
      await new Promise<void>((release) => held.push(release));
      busy += 1;
    }
    seen.answered(request, answer);
    return answer;
  };

  return {
    fetch: async (input, init) => {
      busy += 1;
      const { body, method, headers } = init ?? {};
      const text = typeof body === 'string' ? body : '';
      const url = input instanceof Request ? input.url : String(input);
      try {
        return await travel(
          () =>
            new Request(url, {
              ...(method === undefined ? {} : { method }),
              ...(headers === undefined ? {} : { headers }),
              ...(text === '' ? {} : { body: text }),
            }),
          text,
        );
      } finally {
        busy -= 1;
      }
    },
    script: (more) => script.push(...more),
    deliver: () => {
      const release = held.shift();
      release?.();
      return release !== undefined;
    },
    busy: () => busy,
  };
}
