/**
 * Keys of launches that are open, one each and each for one use. The browser keeps a key that can
 * not be extracted where no script and no copy of the profile's text can read it out (Web
 * Cryptography API, 5.2); what it opens is kept elsewhere, and only for the moment of a reload.
 */
import type { BrowserWindow } from './browser.ts';

const database = 'ocs-launch-keys';
const store = 'keys';

/** No token lives as long; a tab that was closed leaves a key behind that opens nothing. */
const forgottenAfterMs = 24 * 60 * 60 * 1000;

/** A name for a key that nobody can guess, and that sorts by age. */
export function vaultId(now: Date, newId: () => string): string {
  return `${now.getTime()}/${newId()}`;
}

/** Keeps the key under `id`, and sweeps out what closed tabs left. Rejects where it can not. */
export async function keepKey(
  browser: BrowserWindow,
  id: string,
  key: CryptoKey,
  now: Date,
): Promise<void> {
  const forgotten = browser.IDBKeyRange.upperBound(String(now.getTime() - forgottenAfterMs));
  await inVault(browser, (keys) => {
    keys.delete(forgotten);
    return keys.put(key, id);
  });
}

/** Reads and deletes in one transaction, so that of two pages that ask one gets it. */
export async function takeKey(browser: BrowserWindow, id: string): Promise<CryptoKey | undefined> {
  return inVault(browser, (keys) => {
    const found = keys.get(id) as IDBRequest<CryptoKey | undefined>;
    keys.delete(id);
    return found;
  });
}

async function inVault<Value>(
  browser: BrowserWindow,
  run: (keys: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const vault = await opened(browser);
  try {
    return await new Promise((resolve, reject) => {
      const transaction = vault.transaction(store, 'readwrite');
      const request = run(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(new Error('the keys can not be reached'));
    });
  } finally {
    vault.close();
  }
}

function opened(browser: BrowserWindow): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = browser.indexedDB.open(database, 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(store);
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('the keys can not be reached'));
  });
}
