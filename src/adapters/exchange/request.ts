/**
 * The one way to the exchange (contract, section 1): the token goes to URLs under the configured
 * base and nowhere else, follows no redirect, and nothing is cached or sent along.
 */
import type { Failure } from '../../flow/failure.ts';
import { failureOf, kindOfStatus } from './failure.ts';

export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Absolute; refused unless it is the base or lies under it. */
  readonly url: string;
  readonly accept?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** UUID; the same on a retry. */
  readonly requestId: string;
  /** False only for what the exchange offers to everyone. */
  readonly withToken?: boolean;
  /** Outlives the page: for refusals and ends. */
  readonly keepalive?: boolean;
  readonly signal?: AbortSignal;
};

export type Wire = {
  readonly base: string;
  readonly timeoutMs: number;
  readonly fetch: typeof fetch;
  readonly token: () => Promise<string | null> | string | null;
};

/** An answer whose body is still unread; `settle` must be called when it is read or given up. */
export type Opened =
  | {
      readonly type: 'opened';
      readonly response: Response;
      readonly alive: () => void;
      readonly failure: (kind: Failure['kind']) => Failure;
      /** What a broken read means: a timeout of ours, or a lost connection. */
      readonly broken: () => Failure;
      readonly settle: () => void;
    }
  | { readonly type: 'failed'; readonly failure: Failure };

export type Answer =
  | {
      readonly type: 'answer';
      readonly status: number;
      readonly body: unknown;
      readonly ok: boolean;
      /** To return where the body, or a status outside 2xx, is not what was asked for. */
      readonly failure: Failure;
    }
  | { readonly type: 'failed'; readonly failure: Failure };

/** Gate answers are small: more than this is not one. */
const longestJson = 4 * 1024 * 1024;

const jsonType = /^application\/(?:fhir\+)?json(?:\s*;|$)/i;

/**
 * @param idleMs how long to wait for the first byte, and again after every `alive()`
 * @returns `failed` for a URL outside the base, a missing token, no connection or no answer in time
 */
export async function open(wire: Wire, call: Call, idleMs = wire.timeoutMs): Promise<Opened> {
  const fail = (kind: Failure['kind'], status: number | null = null): Opened => ({
    type: 'failed',
    failure: failureOf(kind, call.requestId, status),
  });
  if (!isUnder(wire.base, call.url)) return fail('bad-answer');
  const token = call.withToken === false ? '' : await wire.token();
  if (token === null) return fail('unauthorised');
  const watch = watchdog(call.signal, idleMs);
  try {
    const response = await wire.fetch(call.url, requestInit(call, token, watch.signal));
    if (response.redirected || response.type === 'opaqueredirect') {
      watch.settle();
      return fail('bad-answer', response.status);
    }
    return {
      type: 'opened',
      response,
      alive: watch.alive,
      failure: (kind) => failureOf(kind, call.requestId, response.status),
      broken: () =>
        failureOf(watch.timedOut() ? 'timeout' : 'offline', call.requestId, response.status),
      settle: watch.settle,
    };
  } catch {
    watch.settle();
    return fail(watch.timedOut() ? 'timeout' : 'offline');
  }
}

/** One call, its whole answer read as JSON within the time and size allowed. Never throws. */
export async function ask(wire: Wire, call: Call): Promise<Answer> {
  const opened = await open(wire, { accept: 'application/fhir+json', ...call });
  if (opened.type === 'failed') return opened;
  const { response, settle } = opened;
  const { status, ok } = response;
  const failure = opened.failure(ok ? 'bad-answer' : kindOfStatus(status));
  try {
    const isJson = jsonType.test(response.headers.get('content-type') ?? '');
    if (!isJson) {
      await response.body?.cancel();
      return ok ? { type: 'failed', failure } : { type: 'answer', status, body: null, ok, failure };
    }
    const text = await readText(response, longestJson);
    if (text === null) return { type: 'failed', failure: opened.failure('too-large') };
    return { type: 'answer', status, body: parseJson(text), ok, failure };
  } catch {
    return { type: 'failed', failure: opened.broken() };
  } finally {
    settle();
  }
}

/** Exactly the base, or under it: as written, so that `..` and look-alike hosts do not pass. */
export function isUnder(base: string, url: string): boolean {
  if (!URL.canParse(url) || new URL(url).href !== url) return false;
  return url === base || url.startsWith(`${base}/`) || url.startsWith(`${base}?`);
}

/** Null where the answer is longer than allowed; stops reading there. */
export async function readText(response: Response, most: number): Promise<string | null> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  if (!reader) return '';
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > most) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Undefined where it is not JSON, which no JSON text is. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function requestInit(call: Call, token: string, signal: AbortSignal): RequestInit {
  return {
    method: call.method,
    headers: {
      ...call.headers,
      Accept: call.accept ?? 'application/fhir+json',
      'X-Request-ID': call.requestId,
      ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(call.body === undefined ? {} : { body: call.body }),
    credentials: 'omit',
    redirect: 'error',
    // No browser keeps the answer to a POST or a PUT (RFC 9110, 9.3.3); `no-store` would only make
    // it ask for permission anew, though the exchange just gave it (see `askAhead`).
    cache: call.method === 'GET' ? 'no-store' : 'default',
    referrerPolicy: 'no-referrer',
    keepalive: call.keepalive ?? false,
    signal,
  };
}

/** Aborts when the caller does, or when nothing was heard for so long. */
function watchdog(outer: AbortSignal | undefined, idleMs: number) {
  const controller = new AbortController();
  let late = false;
  const expire = () => {
    late = true;
    controller.abort();
  };
  let timer = setTimeout(expire, idleMs);
  const abort = () => controller.abort();
  if (outer?.aborted) abort();
  outer?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    timedOut: () => late,
    alive: () => {
      clearTimeout(timer);
      timer = setTimeout(expire, idleMs);
    },
    settle: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', abort);
    },
  };
}
