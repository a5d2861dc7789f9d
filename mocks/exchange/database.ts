/** The one durable store: Consents, opaque patient ids, audit trail; WAL, synchronous=FULL. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { sha256 } from './canonical.ts';
import { consentSchema, consentTable } from './consent-table.ts';
import type { ConsentTable } from './consent-table.ts';
import { appendAudit, auditSchema, findBreak, parseRow } from './trail.ts';
import type { AuditEntry, AuditKind, AuditRow } from './trail.ts';

const schema = `
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
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
export type AuditQuery = {
  readonly kinds: readonly AuditKind[];
  readonly patient?: string;
  readonly userKey?: string;
  readonly from?: string;
  readonly to?: string;
  /** Rows older than this sequence number. */
  readonly before?: number;
  /** Only the newest row of each decision: a launch refused at three gates is one refusal. */
  readonly onePerDecision?: boolean;
  readonly limit: number;
};

export type Store = ConsentTable & {
  /** A keyed hash that names a patient in the trail without an NHS number. */
  readonly patientKey: (nhsNumber: string) => string;
  readonly traced: (hostKey: string, userKey: string, searched: string) => Traced;
  readonly tracedById: (id: string) => Traced | null;
  /** Appends to the trail, in one commit of its own. */
  readonly audit: (entries: readonly AuditEntry[]) => void;
  readonly findAudit: (query: AuditQuery) => readonly AuditRow[];
  readonly close: () => void;
};

function open(file: string, fresh: boolean): Database.Database {
  if (file !== ':memory:') {
    if (fresh)
      for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
    const folder = dirname(file);
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  }
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(schema);
  return db;
}

function patientKeys(db: Database.Database): (nhsNumber: string) => string {
  db.prepare('INSERT OR IGNORE INTO setting (name, value) VALUES (?, ?)').run(
    'patient-key-salt',
    randomBytes(32).toString('hex'),
  );
  const { value } = z
    .object({ value: z.string() })
    .parse(db.prepare("SELECT value FROM setting WHERE name = 'patient-key-salt'").get());
  return (nhsNumber) => sha256(`${value} ${nhsNumber}`).slice(0, 32);
}

function tracedTable(db: Database.Database): Pick<Store, 'traced' | 'tracedById'> {
  const find = 'SELECT * FROM traced WHERE hostKey = ? AND userKey = ? AND searched = ?';
  return {
    traced: (hostKey, userKey, searched) => {
      const id = randomBytes(16).toString('hex');
      db.prepare(
        'INSERT OR IGNORE INTO traced (id, hostKey, userKey, searched) VALUES (?,?,?,?)',
      ).run(id, hostKey, userKey, searched);
      return tracedShape.parse(db.prepare(find).get(hostKey, userKey, searched));
    },
    tracedById: (id) => {
      const row = db.prepare('SELECT * FROM traced WHERE id = ?').get(id);
      return row === undefined ? null : tracedShape.parse(row);
    },
  };
}

function findAudit(db: Database.Database, query: AuditQuery): readonly AuditRow[] {
  const where = [`kind IN (${query.kinds.map(() => '?').join(',')})`];
  const values: (string | number)[] = [...query.kinds];
  const add = (condition: string, value: string | number | undefined): void => {
    if (value === undefined) return;
    where.push(condition);
    values.push(value);
  };
  add('patient = ?', query.patient);
  add('userKey = ?', query.userKey);
  add('recorded >= ?', query.from);
  add('recorded <= ?', query.to);
  add('seq < ?', query.before);
  if (query.onePerDecision === true) {
    where.push(`NOT EXISTS (SELECT 1 FROM audit AS later WHERE later.decision = audit.decision
      AND later.patient = audit.patient AND later.seq > audit.seq
      AND later.kind IN (${query.kinds.map(() => '?').join(',')}))`);
    values.push(...query.kinds);
  }
  const sql = `SELECT * FROM audit WHERE ${where.join(' AND ')} ORDER BY seq DESC LIMIT ?`;
  return db
    .prepare(sql)
    .all(...values, query.limit)
    .map(parseRow);
}

/**
 * Opens the store once and verifies the whole trail. Throws when the trail was tampered with:
 * an exchange that cannot trust its own log does not start.
 */
export function openStore(file: string, fresh: boolean): Store {
  const db = open(file, fresh);
  const broken = findBreak(db);
  if (broken !== null) {
    db.close();
    throw new Error(
      `The audit trail is broken at row ${broken}: the exchange does not start on a log that ` +
        'was changed. Keep the file for investigation and start on another, or start afresh.',
    );
  }
  const append = db.transaction((entries: readonly AuditEntry[]) => appendAudit(db, entries));
  return {
    patientKey: patientKeys(db),
    ...tracedTable(db),
    ...consentTable(db),
    audit: (entries) => append.immediate(entries),
    findAudit: (query) => findAudit(db, query),
    close: () => db.close(),
  };
}
