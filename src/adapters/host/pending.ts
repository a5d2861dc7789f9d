/**
 * The one thing that must outlive the way to the host's sign-in and back: which host, and the
 * secrets that prove the answer is to our question. Deleted when read.
 */
import type { BrowserWindow } from './browser.ts';
import { type Discovery, isRecord, parseDiscovery } from './discovery.ts';

export type Pending = {
  readonly state: string;
  /** The configured issuer (FHIR base) that was launched from. */
  readonly issuer: string;
  readonly codeVerifier: string;
  readonly nonce: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Null where it was carried in `window.name`, which others can write: then it is asked anew. */
  readonly discovery: Discovery | null;
};

const prefix = 'ocs-launch:';
/** Launches that never came back leave a verifier behind; the next launch sweeps it away. */
const abandonedAfterMs = 60 * 60 * 1000;

/**
 * Keeps the entry in this tab's sessionStorage, or in `window.name` where storage throws (blocked
 * for third-party frames).
 * @returns false where neither keeps it
 */
export function keepPending(browser: BrowserWindow, pending: Pending): boolean {
  try {
    const storage = browser.sessionStorage;
    sweep(storage, pending.startedAt);
    storage.setItem(prefix + pending.state, JSON.stringify(pending));
    return true;
  } catch {
    const carried = prefix + JSON.stringify({ ...pending, discovery: null });
    browser.name = carried;
    return browser.name === carried;
  }
}

/** Reads and deletes the entry of `state`; null where there is none, as after a reload. */
export function takePending(browser: BrowserWindow, state: string): Pending | null {
  const carried = takeName(browser);
  let stored: string | null;
  try {
    const storage = browser.sessionStorage;
    stored = storage.getItem(prefix + state);
    storage.removeItem(prefix + state);
    // Where storage works the name was never used, so whatever it says was not said by us.
    return stored === null ? null : parsePending(stored, state);
  } catch {
    const pending = carried === null ? null : parsePending(carried, state);
    return pending && { ...pending, discovery: null };
  }
}

function takeName(browser: BrowserWindow): string | null {
  if (!browser.name.startsWith(prefix)) return null;
  const carried = browser.name.slice(prefix.length);
  browser.name = '';
  return carried;
}

function sweep(storage: BrowserWindow['sessionStorage'], now: number): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) {
    if (!key?.startsWith(prefix)) continue;
    const pending = parsePending(storage.getItem(key) ?? '', key.slice(prefix.length));
    if (pending === null || now - pending.startedAt > abandonedAfterMs) storage.removeItem(key);
  }
}

function parsePending(text: string, state: string): Pending | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(raw) || raw['state'] !== state) return null;
  const { issuer, codeVerifier, nonce, startedAt, discovery } = raw;
  if (typeof issuer !== 'string' || typeof codeVerifier !== 'string') return null;
  if (typeof nonce !== 'string' || typeof startedAt !== 'number') return null;
  return { state, issuer, codeVerifier, nonce, startedAt, discovery: reviveDiscovery(discovery) };
}

/** Stored by us, and still not believed: the same rules as when it came from the host. */
export function reviveDiscovery(raw: unknown): Discovery | null {
  if (!isRecord(raw)) return null;
  return parseDiscovery({
    issuer: raw['issuer'],
    jwks_uri: raw['jwksUri'],
    authorization_endpoint: raw['authorizeUri'],
    token_endpoint: raw['tokenUri'],
    revocation_endpoint: raw['revocationUri'],
    authorization_response_iss_parameter_supported: raw['namesItself'],
    code_challenge_methods_supported: ['S256'],
  });
}
