import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

type Row = { readonly payload: AdapterPayload; readonly expires: number };

/** Drops what is over, at most once a minute: a sandbox may run for days. */
function createRows(now: () => number) {
  const rows = new Map<string, Row>();
  let swept = now();
  return {
    get(key: string): AdapterPayload | undefined {
      const row = rows.get(key);
      return row && row.expires > now() ? row.payload : undefined;
    },
    set(key: string, row: Row): void {
      if (now() - swept > 60_000) {
        swept = now();
        for (const [old, { expires }] of rows) if (expires <= swept) rows.delete(old);
      }
      rows.set(key, row);
    },
    delete: (key: string) => rows.delete(key),
    entries: () => rows.entries(),
  };
}

function find(
  rows: ReturnType<typeof createRows>,
  prefix: string,
  matches: (payload: AdapterPayload) => boolean,
): AdapterPayload | undefined {
  for (const [key, { payload }] of rows.entries()) {
    if (key.startsWith(prefix) && matches(payload)) return rows.get(key);
  }
  return undefined;
}

/**
 * Storage for one authorisation server: in memory, since a restarted sandbox signs everyone out.
 * One instance per issuer: sharing would let one host's code be redeemed at the other.
 * Source: oidc-provider's adapter contract.
 */
export function createTokenStore(now: () => number = Date.now): AdapterFactory {
  const rows = createRows(now);
  return (model): Adapter => {
    const prefix = `${model}:`;
    return {
      upsert: (id, payload, expiresIn) => {
        const expires = expiresIn === undefined ? Infinity : now() + expiresIn * 1000;
        rows.set(prefix + id, { payload, expires });
        return Promise.resolve();
      },
      find: (id) => Promise.resolve(rows.get(prefix + id)),
      findByUid: (uid) => Promise.resolve(find(rows, prefix, (row) => row.uid === uid)),
      findByUserCode: (code) => Promise.resolve(find(rows, prefix, (row) => row.userCode === code)),
      consume: (id) => {
        const payload = rows.get(prefix + id);
        if (payload) payload.consumed = Math.floor(now() / 1000);
        return Promise.resolve();
      },
      destroy: (id) => {
        rows.delete(prefix + id);
        return Promise.resolve();
      },
      revokeByGrantId: (grantId) => {
        for (const [key, { payload }] of rows.entries()) {
          if (key.startsWith(prefix) && payload.grantId === grantId) rows.delete(key);
        }
        return Promise.resolve();
      },
    };
  };
}
