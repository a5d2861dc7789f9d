/**
 * fhirclient through an adapter of our own. Its browser adapter lets the page's URL override the
 * configuration (`?fhirServiceUrl=` skips sign-in altogether) and keeps tokens in sessionStorage;
 * this one shows it a vetted URL and a store that is only memory.
 */
import type Client from 'fhirclient/lib/Client.js';
import BrowserAdapterModule from 'fhirclient/lib/adapters/BrowserAdapter.js';
import { getAndCache } from 'fhirclient/lib/lib.js';
import { discoveryUrl } from './discovery.ts';

/** What of it the app uses; more is not in the build (launch/fhirclient-left-out.ts). */
export type SmartClient = Pick<Client, 'state' | 'refresh'>;

/** A CommonJS default export arrives wrapped in Node and bare from the bundler. */
const BrowserAdapter = unwrap(BrowserAdapterModule);

/** fhirclient's store, as long as the page lives and no longer. */
export class MemoryStore {
  readonly entries = new Map<string, unknown>();

  get(key: string): Promise<unknown> {
    return Promise.resolve(this.entries.get(key) ?? null);
  }

  set(key: string, value: unknown): Promise<unknown> {
    this.entries.set(key, value);
    return Promise.resolve(value);
  }

  unset(key: string): Promise<boolean> {
    return Promise.resolve(this.entries.delete(key));
  }
}

export class VettedAdapter extends BrowserAdapter {
  readonly #url: string;
  readonly #store: MemoryStore;

  /** @param url what fhirclient may believe the page's address is: no query we did not vet */
  constructor(url: string, store: MemoryStore) {
    super({
      // The redirect page has done so before fhirclient is asked anything.
      replaceBrowserHistory: false,
      refreshTokenWithClientId: true,
      refreshTokenWithCredentials: 'omit',
    });
    this.#url = url;
    this.#store = store;
  }

  /** A fresh copy each time: fhirclient deletes parameters from what it is given. */
  override getUrl(): URL {
    return new URL(this.#url);
  }

  override getStorage(): MemoryStore {
    return this.#store;
  }

  /**
   * Asked only for the middle part of tokens, which is base64url where there is one at all. The
   * base class throws on `-`, `_` and opaque tokens with a dot in them, after the code is spent.
   */
  override atob(text: string): string {
    try {
      const decoded = super.atob(text.replace(/-/g, '+').replace(/_/g, '/'));
      JSON.parse(decoded);
      return decoded;
    } catch {
      return 'null';
    }
  }
}

/**
 * Fetches the host's configuration and remembers it inside fhirclient, whose `authorize` then
 * finds it there instead of asking twice. Rejects as fetch does, or with fhirclient's `HttpError`:
 * its own way to ask puts a sentence in place of either.
 */
export async function fetchConfiguration(fhirBase: string, request: RequestInit): Promise<unknown> {
  return getAndCache(discoveryUrl(fhirBase), request);
}

/** How every request of a launch is made: nothing ambient goes with it, nothing is left behind. */
export const bareRequest = {
  credentials: 'omit',
  redirect: 'error',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit;

type Wrapped<Value> = Value | { readonly default: Value };

function unwrap<Value extends object>(module: Wrapped<Value>): Value {
  return 'default' in module ? module.default : module;
}
