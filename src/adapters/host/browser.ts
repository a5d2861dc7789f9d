/** The few things of a browser window the launch touches, so that tests can hand in a plain object. */

/** sessionStorage as far as it is used; every access may throw where storage is blocked. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** `window` satisfies this. */
export type BrowserWindow = {
  readonly location: { readonly search: string; readonly pathname: string };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
  /** Reading the property itself throws where third-party storage is blocked. */
  readonly sessionStorage: TabStorage;
  /** As `sessionStorage`; some browsers let it be read and refuse to open anything. */
  readonly indexedDB: Pick<IDBFactory, 'open'>;
  readonly IDBKeyRange: Pick<typeof IDBKeyRange, 'upperBound'>;
  /** `subtle` is there in secure contexts only. */
  readonly crypto: Pick<Crypto, 'subtle' | 'getRandomValues'>;
  /** Says how the page came to be loaded (Navigation Timing, 4.3.1). */
  readonly performance: Pick<Performance, 'getEntriesByType'>;
  name: string;
};

/** Timers of the browser, so that a token's expiry can be waited for without waiting. */
export type Timers = {
  set(run: () => void, afterMs: number): unknown;
  clear(timer: unknown): void;
};
