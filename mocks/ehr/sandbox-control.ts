/** What the exchange's sandbox control answers, read defensively: it is another server. */
export type SourceRow = {
  readonly key: string;
  readonly name: string;
  readonly state: string;
  readonly latencyMs: number;
};

export type AuditRow = {
  readonly seq: string;
  readonly recorded: string;
  /** What kind of event the exchange calls it: `trace`, `opened`, `refused`… */
  readonly kind: string;
  readonly what: string;
  readonly outcome: string;
  readonly user: string;
  readonly patient: string;
  readonly detail: string;
  readonly hash: string;
};

export type ControlView =
  | {
      readonly type: 'reached';
      readonly sources: readonly SourceRow[];
      readonly events: readonly AuditRow[];
    }
  | { readonly type: 'unreachable' };

export const sourceStates = ['up', 'down', 'slow', 'error'] as const;
export type SourceState = (typeof sourceStates)[number];

export function isSourceState(value: string): value is SourceState {
  return sourceStates.some((state) => state === value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

function rows(body: unknown, key: string): Record<string, unknown>[] {
  const list = isRecord(body) ? body[key] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

async function getJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5000), redirect: 'error' });
  if (!response.ok) throw new Error('the exchange refused');
  return response.json();
}

/**
 * The state of the exchange's sources and its own audit trail, newest event first.
 * `unreachable` where the exchange is down, refuses, or was started without sandbox control.
 */
export async function readControl(exchangeOrigin: string): Promise<ControlView> {
  try {
    const [sources, audit] = await Promise.all([
      getJson(`${exchangeOrigin}/sandbox/sources`),
      getJson(`${exchangeOrigin}/sandbox/audit`),
    ]);
    return {
      type: 'reached',
      sources: rows(sources, 'sources').map((row) => ({
        key: text(row['key']),
        name: text(row['name']),
        state: text(row['state']),
        latencyMs: typeof row['latencyMs'] === 'number' ? row['latencyMs'] : 0,
      })),
      events: rows(audit, 'events')
        .map((row) => ({
          seq: text(row['seq']),
          recorded: text(row['recorded']),
          kind: text(row['type']),
          what: [text(row['type']), text(row['subtype'])].filter((part) => part !== '').join(' · '),
          outcome: text(row['outcome']),
          user: text(row['user']),
          patient: text(row['patient']),
          detail: text(row['detail']),
          hash: text(row['hash']),
        }))
        .sort((left, right) => Number(right.seq) - Number(left.seq)),
    };
  } catch {
    return { type: 'unreachable' };
  }
}

/**
 * One event of the trail as the exchange keeps it, laid out for reading; null where there is none
 * of that number or the exchange did not answer.
 * @param seq its number in the trail, decimal
 */
export async function readEvent(exchangeOrigin: string, seq: string): Promise<string | null> {
  if (!/^[1-9]\d{0,9}$/.test(seq)) return null;
  try {
    return JSON.stringify(await getJson(`${exchangeOrigin}/sandbox/audit/${seq}`), null, 2);
  } catch {
    return null;
  }
}

/** Switches one source; false where the exchange did not take it. */
export async function switchSource(
  exchangeOrigin: string,
  change: { readonly key: string; readonly state: SourceState; readonly latencyMs?: number },
): Promise<boolean> {
  try {
    const response = await fetch(`${exchangeOrigin}/sandbox/sources`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(change),
      signal: AbortSignal.timeout(5000),
      redirect: 'error',
    });
    return response.ok;
  } catch {
    return false;
  }
}
