/** IndexedDB as far as the app keeps keys in it: one database, shared by the tabs of a browser. */
export type KeyStore = {
  readonly keys: Map<string, CryptoKey>;
  /** `throws`: as where it is blocked. `fails`: as in some private windows. `hangs`: never answers. */
  state: 'works' | 'throws' | 'fails' | 'hangs';
};

export function keyStore(): KeyStore {
  return { keys: new Map(), state: 'works' };
}

type Handlers = {
  result?: unknown;
  onsuccess?: () => void;
  onerror?: () => void;
  onupgradeneeded?: () => void;
};

export function fakeIndexedDb(store: KeyStore): Pick<IDBFactory, 'open'> {
  let created = false;
  const database = {
    createObjectStore: () => {
      created = true;
    },
    transaction: () => transactionOn(store.keys),
    close: () => undefined,
  };
  return {
    open: () => {
      if (store.state === 'throws') throw new DOMException('blocked', 'SecurityError');
      const request: Handlers = { result: database };
      queueMicrotask(() => {
        if (store.state === 'hangs') return;
        if (store.state === 'fails') return request.onerror?.();
        if (!created) request.onupgradeneeded?.();
        request.onsuccess?.();
      });
      return request as unknown as IDBOpenDBRequest;
    },
  };
}

type Range = { readonly upTo: string };

export const fakeKeyRange = {
  upperBound: (upTo: string) => ({ upTo }) as unknown as IDBKeyRange,
};

function transactionOn(keys: Map<string, CryptoKey>) {
  const transaction: { oncomplete?: () => void } = {};
  const objectStore = {
    put: (key: CryptoKey, id: string) => {
      // As a browser does; a key that could not be kept would throw here.
      keys.set(id, structuredClone(key));
      return { result: id };
    },
    get: (id: string) => ({ result: keys.get(id) }),
    delete: (what: string | Range) => {
      for (const id of [...keys.keys()]) {
        if (typeof what === 'string' ? id === what : id <= what.upTo) keys.delete(id);
      }
      return { result: undefined };
    },
  };
  queueMicrotask(() => transaction.oncomplete?.());
  return Object.assign(transaction, { objectStore: () => objectStore });
}
