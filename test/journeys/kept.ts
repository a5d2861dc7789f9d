/** What a browser keeps for a page beyond what is on screen. */
import type { BrowserContext } from 'playwright-core';
import type { AppScreen } from './clinician.ts';

export type Kept = {
  readonly sessionStorage: readonly (readonly [string, string])[];
  readonly localStorage: readonly (readonly [string, string])[];
  readonly cookies: string;
  readonly windowName: string;
  readonly historyState: unknown;
  /** Every record of every IndexedDB store; a key only by its kind and whether it can be read out. */
  readonly records: readonly string[];
  readonly caches: readonly string[];
};

/** Everything a script, an extension or the next user of this computer could find of the page. */
export async function keptByBrowser(app: AppScreen): Promise<Kept> {
  const kept = await app.evaluate(async () => ({
    sessionStorage: Object.entries(sessionStorage),
    localStorage: Object.entries(localStorage),
    cookies: document.cookie,
    windowName: window.name,
    historyState: history.state as unknown,
    caches: await caches.keys(),
  }));
  return { ...kept, records: await recordsOf(app) };
}

function recordsOf(app: AppScreen): Promise<string[]> {
  return app.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('IndexedDB can not be read'));
      });
    const inWords = (value: unknown): string =>
      value instanceof CryptoKey
        ? `${value.type} ${value.algorithm.name} key, ${value.extractable ? '' : 'not '}extractable`
        : JSON.stringify(value);
    const found: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const values = await answer(database.transaction(store).objectStore(store).getAll());
        found.push(...values.map((value: unknown) => `${name}/${store}: ${inWords(value)}`));
      }
      database.close();
    }
    return found;
  });
}

/** Nothing at all. */
export const nothingKept: Kept = {
  sessionStorage: [],
  localStorage: [],
  cookies: '',
  windowName: '',
  historyState: null,
  records: [],
  caches: [],
};

/** While records are open: a key for each that no script can read out, and nothing under it. */
export function keysKept(open: number): Kept {
  const key = 'ocs-launch-keys/keys: secret AES-GCM key, not extractable';
  return { ...nothingKept, records: Array.from({ length: open }, () => key) };
}

const noted = 'keptWhenLoaded';

/** Notes, as each document starts and before any script of its own runs, what lies in the tab. */
export async function noteWhatIsHandedOver(context: BrowserContext): Promise<void> {
  await context.addInitScript((name) => {
    Object.defineProperty(window, name, { value: JSON.stringify(Object.entries(sessionStorage)) });
  }, noted);
}

/** What the page that was here before had left for this one, as text. */
export async function handedOver(app: AppScreen): Promise<string> {
  return String(await app.evaluate((name) => Reflect.get(window, name) as unknown, noted));
}
