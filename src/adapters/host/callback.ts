/** What the authorisation server put on the redirect URL, read once and taken off at once. */
import type { BrowserWindow } from './browser.ts';

export type Callback =
  | {
      readonly type: 'code';
      readonly state: string;
      readonly code: string;
      /** RFC 9207: who answers; null where the server does not say. */
      readonly iss: string | null;
    }
  | {
      readonly type: 'error';
      readonly state: string;
      /** The host's own words, as text and cut short; null where it gave none. */
      readonly description: string | null;
    }
  /** No answer at all: opened by hand, or reloaded. */
  | { readonly type: 'none' }
  | { readonly type: 'ambiguous' };

const longestDescription = 200;

/**
 * Takes the authorisation response off the address bar, so that no code can be bookmarked, logged
 * by what is loaded next, or posted a second time by a reload.
 */
export function takeCallback(browser: BrowserWindow): Callback {
  const { search, pathname } = browser.location;
  browser.history.replaceState(null, '', pathname);
  return parseCallback(search);
}

/** @param search `location.search` of the redirect page (RFC 6749, 4.1.2; RFC 9207, 2) */
export function parseCallback(search: string): Callback {
  const query = new URLSearchParams(search);
  const once = (name: string): string | null => query.get(name) || null;
  if (search === '') return { type: 'none' };
  const names = ['state', 'code', 'error', 'error_description', 'iss'];
  if (names.some((name) => query.getAll(name).length > 1)) return { type: 'ambiguous' };
  const state = once('state');
  const code = once('code');
  const error = once('error');
  if (state === null) return { type: 'ambiguous' };
  if (error !== null) {
    return { type: 'error', state, description: asText(once('error_description') ?? error) };
  }
  return code === null ? { type: 'ambiguous' } : { type: 'code', state, code, iss: once('iss') };
}

/** Control and direction-changing characters could make a host's words read as ours. */
function asText(raw: string): string | null {
  const text = raw
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, longestDescription);
  return text || null;
}
