/**
 * What proves the trail from outside the database: a key, and how far the trail had come. Both are
 * in one file beside the database, so that the database alone is not enough to rewrite history.
 */
import { createHmac, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** The last row: its sequence number, and its hash in lower-case hex. */
export type TrailHead = { readonly seq: number; readonly hash: string };

export type TrailSecret = {
  /** HMAC-SHA-256 under the key, lower-case hex. */
  readonly mac: (text: string) => string;
  /** The head last kept; null where nothing outlives the process. */
  readonly keptHead: () => TrailHead | null;
  /** Only after the commit: the file may lag behind the database, never lead it. */
  readonly keepHead: (head: TrailHead) => void;
  readonly close: () => void;
};

/** The side file of a database file. */
export const secretFile = (databaseFile: string): string => `${databaseFile}.trail.key`;

const contents = /^([0-9a-f]{64})\n(\d{16}) ([0-9a-f]{64})\n$/;
const headLine = ({ seq, hash }: TrailHead): string => `${String(seq).padStart(16, '0')} ${hash}\n`;
/** The key is 64 characters and a line end; the head after it is always as long. */
const headOffset = 65;

const macUnder = (key: string) => (text: string) =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');

/** What every trail under this key starts from. */
const startOf = (key: string): TrailHead => ({ seq: 0, hash: macUnder(key)('ocs-audit-trail') });

function syncTo(path: string, flag: 'r' | 'wx', text: string): void {
  const handle = openSync(path, flag, 0o600);
  if (text !== '') writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
}

/** Complete or absent, also after a crash: written aside, synced, renamed, folder synced. */
function createFile(path: string): void {
  const key = randomBytes(32).toString('hex');
  const aside = `${path}.${randomBytes(4).toString('hex')}`;
  syncTo(aside, 'wx', `${key}\n${headLine(startOf(key))}`);
  renameSync(aside, path);
  syncTo(dirname(path), 'r', '');
}

/** For `:memory:`: a key that ends with the process. */
export function memorySecret(): TrailSecret {
  const key = randomBytes(32).toString('hex');
  return {
    mac: macUnder(key),
    keptHead: () => null,
    keepHead: () => undefined,
    close: () => undefined,
  };
}

/**
 * Opens the secret of a database file, or makes it where the database is still unused.
 * Throws where a used database has none, and where it is not readable as one.
 */
export function openSecret(databaseFile: string, used: boolean): TrailSecret {
  const path = secretFile(databaseFile);
  if (!existsSync(path)) {
    if (used) throw new Error(`The key of the audit trail is missing: ${path}.`);
    createFile(path);
  }
  const [, key, seq, hash] = contents.exec(readFileSync(path, 'utf8')) ?? [];
  if (key === undefined || seq === undefined || hash === undefined) {
    throw new Error(`The key of the audit trail is not readable: ${path}.`);
  }
  let kept: TrailHead = { seq: Number(seq), hash };
  const handle = openSync(path, 'r+');
  return {
    mac: macUnder(key),
    keptHead: () => kept,
    // In place, same length, inside one disk sector: a kill leaves the old head or the new one.
    // Not synced each time: a lagging head costs only notice of the very last rows.
    keepHead: (head) => {
      if (head.seq <= kept.seq) return;
      writeSync(handle, headLine(head), headOffset);
      kept = head;
    },
    close: () => {
      fsyncSync(handle);
      closeSync(handle);
    },
  };
}
