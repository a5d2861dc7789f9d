import { fakeIndexedDb, fakeKeyRange, type KeyStore, keyStore } from './fake-key-store.ts';
import type { BrowserWindow, TabStorage, Timers } from '../../../src/adapters/host/browser.ts';

export type FakeBrowser = BrowserWindow & {
  /** Goes to an address of the app, as the host's redirect does. */
  visit(address: string): void;
  /** The page is loaded again, at the address it is at. */
  reload(): void;
  /** What is in the address bar. */
  address(): string;
  /** All that this tab keeps, storage and name together. */
  kept(): string;
  readonly stored: Map<string, string>;
  readonly keyStore: KeyStore;
};

export type FakeBrowserOptions = {
  /** sessionStorage throws, as in a frame with storage blocked. */
  readonly blocked?: boolean;
  /** Another tab of the same browser. */
  readonly beside?: FakeBrowser;
};

/** A tab at the app. */
export function fakeBrowser(options: FakeBrowserOptions = {}): FakeBrowser {
  const stored = new Map<string, string>();
  const keys = options.beside?.keyStore ?? keyStore();
  let loadedBy = 'navigate';
  let location = new URL('https://app.example/launch.html');
  const storage: TabStorage = {
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, value) => void stored.set(key, value),
    removeItem: (key) => void stored.delete(key),
    key: (index) => [...stored.keys()][index] ?? null,
    get length() {
      return stored.size;
    },
  };
  return {
    stored,
    keyStore: keys,
    indexedDB: fakeIndexedDb(keys),
    IDBKeyRange: fakeKeyRange,
    crypto: globalThis.crypto,
    performance: {
      getEntriesByType: () => [{ type: loadedBy } as unknown as PerformanceEntry],
    },
    name: '',
    get location() {
      return location;
    },
    history: {
      replaceState: (_, __, url) => {
        location = new URL(url, location);
      },
    },
    get sessionStorage() {
      if (options.blocked) throw new DOMException('The operation is insecure.', 'SecurityError');
      return storage;
    },
    visit: (address) => {
      location = new URL(address, location);
      loadedBy = 'navigate';
    },
    reload: () => {
      loadedBy = 'reload';
    },
    address: () => location.href,
    kept() {
      return `${this.name} ${JSON.stringify([...stored])}`;
    },
  };
}

export type FakeTimers = Timers & {
  /** Milliseconds until the one timer that is set; null where none is. */
  due(): number | null;
  /** Lets it ring. */
  ring(): void;
};

export function fakeTimers(): FakeTimers {
  let next: { readonly run: () => void; readonly afterMs: number } | null = null;
  return {
    set: (run, afterMs) => (next = { run, afterMs }),
    clear: (timer) => {
      if (timer === next) next = null;
    },
    due: () => next?.afterMs ?? null,
    ring: () => {
      const { run } = next ?? { run: () => undefined };
      next = null;
      run();
    },
  };
}
