/** What a browser keeps for a page beyond what is on screen. */
import type { AppScreen } from './clinician.ts';

export type Kept = {
  readonly sessionStorage: readonly (readonly [string, string])[];
  readonly localStorage: readonly (readonly [string, string])[];
  readonly cookies: string;
  readonly windowName: string;
  readonly historyState: unknown;
  readonly databases: readonly string[];
  readonly caches: readonly string[];
};

/** Everything a script, an extension or the next user of this computer could find of the page. */
export function keptByBrowser(app: AppScreen): Promise<Kept> {
  return app.evaluate(async () => ({
    sessionStorage: Object.entries(sessionStorage),
    localStorage: Object.entries(localStorage),
    cookies: document.cookie,
    windowName: window.name,
    historyState: history.state as unknown,
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
    caches: await caches.keys(),
  }));
}

/** Nothing at all. */
export const nothingKept: Kept = {
  sessionStorage: [],
  localStorage: [],
  cookies: '',
  windowName: '',
  historyState: null,
  databases: [],
  caches: [],
};
