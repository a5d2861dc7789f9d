/** The few things of a browser window the launch touches, so that tests can hand in a plain object. */

/** sessionStorage as far as it is used; every access may throw where storage is blocked. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** `window` satisfies this. */
export type BrowserWindow = {
  readonly location: { readonly search: string; readonly pathname: string };
  readonly history: { replaceState(data: unknown, unused: string, url: string): void };
  /** Reading the property itself throws where third-party storage is blocked. */
  readonly sessionStorage: TabStorage;
  name: string;
};

/** Timers of the browser, so that a token's expiry can be waited for without waiting. */
export type Timers = {
  set(run: () => void, afterMs: number): unknown;
  clear(timer: unknown): void;
};
