/** The tokens of one launch: in memory only, refreshed one at a time, given up at the end. */
import type { HostSettings } from '../settings.ts';
import type { Timers } from './browser.ts';
import type { Discovery } from './discovery.ts';
import { launchContext } from './launch-context.ts';
import { bareRequest, type MemoryStore, type SmartClient } from './smart-adapter.ts';

export type Tokens = {
  /** The access token while it is good; null once expired or ended. */
  readonly current: () => string | null;
  /** As `current`, after a refresh where it is about to expire. */
  readonly fresh: () => Promise<string | null>;
  /** What a reload of the page would go on with; null once ended, or while a refresh is under way. */
  readonly kept: () => KeptTokens | null;
  /** Revokes where the host offers it, and forgets in any case. */
  readonly end: () => Promise<void>;
};

export type KeptTokens = {
  readonly response: Readonly<Record<string, unknown>>;
  /** Seconds since 1970. */
  readonly expiresAt: number;
};

export type TokenDeps = {
  readonly settings: HostSettings;
  readonly discovery: Discovery;
  /** The launch's patient; null where there was none, and then nothing is ever refreshed. */
  readonly patientId: string | null;
  readonly client: SmartClient;
  readonly store: MemoryStore;
  readonly fetch: typeof globalThis.fetch;
  readonly timers: Timers;
  readonly now: () => Date;
  /** Called when a refresh begins and when it is done: what `kept` gives has changed. */
  readonly onRefresh: () => void;
};

/** Long enough before the end for a refresh to come back, even where timers run once a minute. */
const refreshBeforeMs = 90_000;

export function holdTokens(deps: TokenDeps): Tokens {
  const { client, timers, now } = deps;
  let ended = false;
  let ending: Promise<void> | null = null;
  let refreshing: Promise<void> | null = null;
  let timer: unknown = null;

  const expiresAtMs = (): number => (client.state.expiresAt ?? 0) * 1000;
  const current = (): string | null =>
    ended || now().getTime() >= expiresAtMs()
      ? null
      : (client.state.tokenResponse?.access_token ?? null);
  const dueInMs = (): number => {
    const left = expiresAtMs() - now().getTime();
    return left - Math.min(refreshBeforeMs, left / 2);
  };
  const canRefresh = (): boolean => !ended && !!client.state.tokenResponse?.refresh_token;

  const forget = (): void => {
    ended = true;
    timers.clear(timer);
    client.state.tokenResponse = {};
    deps.store.entries.clear();
  };

  const refresh = async (): Promise<void> => {
    const refreshed = await renew(client, deps.settings.timeoutMs);
    if (ended || (refreshed && !isSameLaunch(client, deps))) {
      // Ended meanwhile, or the host now speaks of someone else: nobody may use what came back.
      await giveUp(deps);
      forget();
    } else if (refreshed) schedule();
  };
  const refreshOnce = (): Promise<void> => {
    if (refreshing !== null) return refreshing;
    refreshing = refresh().finally(() => {
      refreshing = null;
      deps.onRefresh();
    });
    deps.onRefresh();
    return refreshing;
  };
  /** Timers may be late or never (a sleeping laptop), so every use checks for itself too. */
  const fresh = async (): Promise<string | null> => {
    if (canRefresh() && expiresAtMs() - now().getTime() < refreshBeforeMs / 3) {
      void refreshOnce();
    }
    if (refreshing !== null) await refreshing;
    return current();
  };
  const schedule = (): void => {
    timers.clear(timer);
    if (!canRefresh()) return;
    timer = timers.set(
      () => {
        void refreshOnce();
      },
      Math.max(dueInMs(), 1000),
    );
  };

  schedule();
  return {
    current,
    fresh,
    kept() {
      const { tokenResponse, expiresAt } = client.state;
      if (ended || refreshing !== null || expiresAt === undefined) return null;
      // Whom it names was verified; it proves nothing a second time.
      return { response: { ...tokenResponse, id_token: undefined }, expiresAt };
    },
    end() {
      ending ??= giveUp(deps);
      forget();
      return ending;
    },
  };
}

/**
 * One refresh through fhirclient, which replaces a rotated refresh token and drops it after any
 * failure: one whose answer was lost may have been spent, and is never used twice.
 */
async function renew(client: SmartClient, timeoutMs: number): Promise<boolean> {
  try {
    await client.refresh({ ...bareRequest, signal: AbortSignal.timeout(timeoutMs) });
    return true;
  } catch {
    return false;
  }
}

/** A refresh never re-points a launch at another patient, nor goes on with less than it needs. */
function isSameLaunch(client: SmartClient, deps: TokenDeps): boolean {
  const context = launchContext(client.state.tokenResponse, deps.settings);
  return context.type === 'ok' && context.session.patientId === deps.patientId;
}

/** RFC 7009. Outlives the page that asks (`keepalive`); what it answers changes nothing here. */
async function giveUp({ client, discovery, settings, fetch }: TokenDeps): Promise<void> {
  const { revocationUri } = discovery;
  const { access_token: access, refresh_token: refresh } = client.state.tokenResponse ?? {};
  if (revocationUri === null) return;
  const revoke = async (token: string, hint: string): Promise<string> => {
    const answer = await fetch(revocationUri, {
      ...bareRequest,
      method: 'POST',
      keepalive: true,
      body: new URLSearchParams({ token, token_type_hint: hint, client_id: settings.clientId }),
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
    // An answer nobody reads is an aborted request to the browser.
    return answer.text();
  };
  await Promise.allSettled([
    ...(refresh ? [revoke(refresh, 'refresh_token')] : []),
    ...(access ? [revoke(access, 'access_token')] : []),
  ]);
}
