/** The one durable store: Consents, opaque patient ids, audit trail; WAL, synchronous=FULL. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { findAudit } from './audit-query.ts';
import type { AuditQuery } from './audit-query.ts';
import { claim } from './claim.ts';
import { findUnproven } from './consent-proof.ts';
import { consentSchema, consentTable } from './consent-table.ts';
import type { ConsentTable } from './consent-table.ts';
import { groupCommit } from './group-commit.ts';
import { statementsOf } from './statements.ts';
import type { Statements } from './statements.ts';
import { memorySecret, openSecret, secretFile } from './trail-secret.ts';
import { auditSchema, createTrail, parseRow } from './trail.ts';
import type { AuditEntry, AuditRow, Trail } from './trail.ts';

const schema = `
CREATE TABLE IF NOT EXISTS traced (
  id TEXT PRIMARY KEY, hostKey TEXT NOT NULL, userKey TEXT NOT NULL, searched TEXT NOT NULL,
  UNIQUE (hostKey, userKey, searched)
) STRICT;
${consentSchema}${auditSchema}`;

const tracedShape = z.object({
  id: z.string(),
  hostKey: z.string(),
  userKey: z.string(),
  searched: z.string(),
});
/** An opaque patient id and the searched NHS number it is bound to. */
export type Traced = z.infer<typeof tracedShape>;
export type Store = ConsentTable & {
  /** A keyed hash that names a patient in the trail without an NHS number. */
  readonly patientKey: (nhsNumber: string) => string;
  readonly traced: (hostKey: string, userKey: string, searched: string) => Traced;
  readonly tracedById: (id: string) => Traced | null;
  /** Appends to the trail, in one commit of its own. */
  readonly audit: (entries: readonly AuditEntry[]) => void;
  /** As `audit`, in one commit with what others record in the same moment. Rejects where it fails. */
  readonly auditTogether: (entries: readonly AuditEntry[]) => Promise<void>;
  /** As `audit`, for a request that may come twice: the second time its first row is the answer. */
  readonly auditOnce: (entry: AuditEntry) => { readonly row: AuditRow; readonly created: boolean };
  readonly findAudit: (query: AuditQuery) => readonly AuditRow[];
  readonly close: () => void;
};

/** Columns that the tables of earlier versions lack. */
const required = { audit: ['consent', 'launch', 'request'], consent: ['encounter', 'root'] };

function refuseEarlier(db: Database.Database, file: string): void {
  for (const [table, names] of Object.entries(required)) {
    const columns = z
      .array(z.object({ name: z.string() }))
      .parse(db.pragma(`table_info(${table})`));
    const held = columns.map(({ name }) => name);
    if (held.length > 0 && !names.every((name) => held.includes(name))) {
      throw new Error(`${file} was made by an earlier version: start on another, or start afresh.`);
    }
  }
}

function open(file: string, fresh: boolean): Database.Database {
  if (file !== ':memory:') {
    const files = ['', '-wal', '-shm', '-journal'].map((end) => file + end);
    if (fresh) for (const old of [...files, secretFile(file)]) rmSync(old, { force: true });
    const folder = dirname(file);
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  }
  const db = new Database(file);
  try {
    refuseEarlier(db, file);
  } catch (error) {
    db.close();
    throw error;
  }
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(schema);
  return db;
}

function tracedTable(prepared: Statements): Pick<Store, 'traced' | 'tracedById'> {
  const find = 'SELECT * FROM traced WHERE hostKey = ? AND userKey = ? AND searched = ?';
  return {
    traced: (hostKey, userKey, searched) => {
      const id = randomBytes(16).toString('hex');
      prepared(
        'INSERT OR IGNORE INTO traced (id, hostKey, userKey, searched) VALUES (?,?,?,?)',
      ).run(id, hostKey, userKey, searched);
      return tracedShape.parse(prepared(find).get(hostKey, userKey, searched));
    },
    tracedById: (id) => {
      const row = prepared('SELECT * FROM traced WHERE id = ?').get(id);
      return row === undefined ? null : tracedShape.parse(row);
    },
  };
}

/** Whether anything was ever recorded: from then on the key must be there. */
function isUsed(db: Database.Database): boolean {
  const tables = ['audit', 'audit_head', 'consent'];
  return tables.some((table) => db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined);
}

const refusal = (what: string): Error =>
  new Error(
    `${what} The exchange does not start on a log that was changed. Keep the files for ` +
      'investigation and start on another, or start afresh.',
  );

function verify(db: Database.Database, trail: Trail): void {
  const broken = trail.findBreak();
  if (broken !== null) throw refusal(`The audit trail is broken at row ${broken}.`);
  const unproven = findUnproven(db);
  if (unproven !== null) throw refusal(`Consent ${unproven} is not what the trail says of it.`);
}

function openTrail(db: Database.Database, file: string) {
  const prepared = statementsOf(db);
  const secret = file === ':memory:' ? memorySecret() : openSecret(file, isUsed(db));
  const trail = createTrail(prepared, secret);
  try {
    verify(db, trail);
  } catch (error) {
    secret.close();
    throw error;
  }
  // A process killed between a commit and this left the outer head behind.
  trail.keepHead();
  return { secret, trail, prepared };
}

function openClaimed(file: string, fresh: boolean) {
  const db = open(file, fresh);
  try {
    return { db, ...openTrail(db, file) };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Appending to the trail, for each its own commit. */
function appending(
  db: Database.Database,
  prepared: Statements,
  trail: Trail,
): Pick<Store, 'audit' | 'auditOnce'> {
  const append = db.transaction((entries: readonly AuditEntry[]) => trail.append(entries));
  const once = db.transaction((entry: AuditEntry) => {
    const find = "SELECT * FROM audit WHERE request = ? AND request <> ''";
    const earlier = prepared(find).get(entry.request);
    if (earlier !== undefined) return { row: parseRow(earlier), created: false };
    trail.append([entry]);
    const added = prepared('SELECT * FROM audit ORDER BY seq DESC LIMIT 1').get();
    return { row: parseRow(added), created: true };
  });
  return {
    audit: (entries) => {
      append.immediate(entries);
      trail.keepHead();
    },
    auditOnce: (entry) => {
      const done = once.immediate(entry);
      trail.keepHead();
      return done;
    },
  };
}

/**
 * Opens the store once and verifies the whole trail and every Consent against it. Throws when they
 * were tampered with, or another exchange has the file: an exchange that cannot trust its own log
 * does not start.
 */
export function openStore(file: string, fresh: boolean): Store {
  const release = claim(file);
  const opened = (() => {
    try {
      return openClaimed(file, fresh);
    } catch (error) {
      release();
      throw error;
    }
  })();
  const { db, secret, trail, prepared } = opened;
  const appended = appending(db, prepared, trail);
  const group = groupCommit(appended.audit);
  return {
    patientKey: (nhsNumber) => secret.mac(`patient ${nhsNumber}`).slice(0, 32),
    ...tracedTable(prepared),
    ...consentTable(db, prepared, trail),
    ...appended,
    auditTogether: group.add,
    findAudit: (query) => findAudit(db, query),
    close: () => {
      group.flush();
      db.close();
      secret.close();
      release();
    },
  };
}
