import type { Failure } from '../../flow/failure.ts';
import type { HostSettings } from '../settings.ts';
import type { BrowserWindow } from './browser.ts';
import { type Discovery, isRecord, parseDiscovery } from './discovery.ts';
import { failureOf } from './failure.ts';
import { keepPending } from './pending.ts';
import { bareRequest, fetchConfiguration, MemoryStore, VettedAdapter } from './smart-adapter.ts';

export type BeginDeps = {
  readonly browser: BrowserWindow;
  readonly now: () => Date;
  /** A fresh UUID of a cryptographic source (`crypto.randomUUID`): it becomes state and nonce. */
  readonly newId: () => string;
};

export type BeginOutcome =
  /** Where to send the browser: `location.replace(authorizeUrl)`. */
  | { readonly type: 'ok'; readonly authorizeUrl: string }
  /** The host can not sign a user in the way this app must ask it to (PKCE S256, OpenID Connect). */
  | { readonly type: 'unsuitable-host' }
  /** Neither sessionStorage nor window.name keeps what must survive the way to the host and back. */
  | { readonly type: 'storage-blocked' }
  | { readonly type: 'failed'; readonly failure: Failure };

/**
 * Starts the authorisation of a vetted launch (SMART App Launch 2.2, "Obtain authorization code"):
 * discovery, PKCE S256, fresh state and nonce; leaves one pending entry and nothing else behind.
 * @param settings the configured host the request named
 * @param launch the host's opaque launch value, already vetted
 */
export async function beginLaunch(
  settings: HostSettings,
  launch: string,
  deps: BeginDeps,
): Promise<BeginOutcome> {
  const request = { ...bareRequest, signal: AbortSignal.timeout(settings.timeoutMs) };
  let discovery: Discovery | null;
  try {
    discovery = parseDiscovery(await fetchConfiguration(settings.issuer, request));
  } catch (error) {
    return { type: 'failed', failure: failureOf(error, deps.newId) };
  }
  if (discovery === null) return { type: 'unsuitable-host' };
  const state = deps.newId();
  const nonce = deps.newId();
  try {
    const { query, codeVerifier } = await prepare(settings, launch, discovery, state, request);
    query.set('nonce', nonce);
    const startedAt = deps.now().getTime();
    const pending = { state, issuer: settings.issuer, codeVerifier, nonce, startedAt, discovery };
    if (!keepPending(deps.browser, pending)) return { type: 'storage-blocked' };
    return { type: 'ok', authorizeUrl: join(discovery.authorizeUri, query) };
  } catch (error) {
    return { type: 'failed', failure: failureOf(error, deps.newId) };
  }
}

/** Lets fhirclient make the request, and takes the verifier from its memory. */
async function prepare(
  settings: HostSettings,
  launch: string,
  discovery: Discovery,
  state: string,
  request: RequestInit,
): Promise<{ query: URLSearchParams; codeVerifier: string }> {
  const store = new MemoryStore();
  const adapter = new VettedAdapter(settings.redirectUri, store);
  const url = await adapter.getSmartApi().authorize({
    iss: settings.issuer,
    launch,
    clientId: settings.clientId,
    scope: settings.scope,
    redirectUri: settings.redirectUri,
    pkceMode: 'required',
    stateKey: state,
    completeInTarget: true,
    noRedirect: true,
    wellKnownRequestOptions: request,
    conformanceRequestOptions: request,
  });
  const kept = await store.get(state);
  const start = `${discovery.authorizeUri}?`;
  // fhirclient takes a host whose discovery fails for an open one; what it used must be what we
  // vetted, endpoint by endpoint, and the challenge must be there.
  if (
    typeof url !== 'string' ||
    !url.startsWith(start) ||
    !isRecord(kept) ||
    kept['tokenUri'] !== discovery.tokenUri ||
    typeof kept['codeVerifier'] !== 'string'
  ) {
    throw new Error('the authorisation request is not the one that was vetted');
  }
  const query = new URLSearchParams(url.slice(start.length));
  return { query, codeVerifier: kept['codeVerifier'] };
}

/** An authorisation endpoint may have a query of its own (RFC 6749, 3.1). */
function join(endpoint: string, query: URLSearchParams): string {
  const url = new URL(endpoint);
  for (const [name, value] of query) url.searchParams.set(name, value);
  return url.href;
}
