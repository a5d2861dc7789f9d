import { isRecord } from './discovery.ts';
import { kindOf, RequestFailed } from './failure.ts';
import { bareRequest } from './smart-adapter.ts';

export type Fetching = {
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
  /** Aborts when the launch ends. */
  readonly signal?: AbortSignal;
};

/** No demographics or key set is near this; what is longer is not what was asked for. */
const longestAnswer = 2_000_000;

/**
 * One GET for a JSON object, with nothing ambient sent along and no redirect followed.
 * @param token sent as a bearer; leave out for what is public (discovery, keys)
 * Throws {@link RequestFailed}, or what `fetch` threw.
 */
export async function getJson(
  url: string,
  { fetch, timeoutMs, signal }: Fetching,
  token?: string,
): Promise<Readonly<Record<string, unknown>>> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, {
    ...bareRequest,
    headers: {
      accept: token === undefined ? 'application/json' : 'application/fhir+json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
  if (!response.ok) throw new RequestFailed(kindOf(response.status), response.status);
  const text = await response.text();
  if (text.length > longestAnswer) throw new RequestFailed('too-large', response.status);
  const body = parse(text);
  if (!isRecord(body)) throw new RequestFailed('bad-answer', response.status);
  return body;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Gives up on what has no time limit of its own: `RequestFailed` 'timeout'. */
export async function within<Value>(timeoutMs: number, asked: Promise<Value>): Promise<Value> {
  const timeout = AbortSignal.timeout(timeoutMs);
  return Promise.race([
    asked,
    new Promise<never>((_, reject) => {
      timeout.addEventListener('abort', () => reject(new RequestFailed('timeout')));
    }),
  ]);
}
