/** The one durable store: Consents, opaque patient ids, audit trail; WAL, synchronous=FULL. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { z } from 'zod';
import { sha256 } from './canonical.ts';
import { appendAudit, auditSchema, findBreak, parseRow } from './trail.ts';
import type { AuditEntry, AuditKind, AuditRow } from './trail.ts';

const schema = `
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS traced (
  id TEXT PRIMARY KEY, hostKey TEXT NOT NULL, userKey TEXT NOT NULL, searched TEXT NOT NULL,
  UNIQUE (hostKey, userKey, searched)
) STRICT;
CREATE TABLE IF NOT EXISTS consent (
  id TEXT PRIMARY KEY, identifier TEXT NOT NULL UNIQUE, hostKey TEXT NOT NULL,
  userKey TEXT NOT NULL, clientId TEXT NOT NULL, tracedId TEXT NOT NULL, patient TEXT NOT NULL,
  status TEXT NOT NULL, purpose TEXT NOT NULL, startsAt INTEGER NOT NULL, endsAt INTEGER NOT NULL,
  declared TEXT NOT NULL, digest TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS consent_current ON consent (userKey, clientId, patient, status);
${auditSchema}`;

const tracedShape = z.object({
  id: z.string(),
  hostKey: z.string(),
  userKey: z.string(),
  searched: z.string(),
});
const consentShape = z.object({
  id: z.string(),
  identifier: z.string(),
  hostKey: z.string(),
  userKey: z.string(),
  clientId: z.string(),
  tracedId: z.string(),
  patient: z.string(),
  status: z.enum(['active', 'inactive']),
  purpose: z.enum(['TREAT', 'BTG']),
  startsAt: z.number(),
  endsAt: z.number(),
  declared: z.string(),
  digest: z.string(),
  version: z.number(),
  body: z.string(),
});

/** An opaque patient id and the searched NHS number it is bound to. */
export type Traced = z.infer<typeof tracedShape>;
/**
 * A stored Consent. `startsAt`, `endsAt`: epoch milliseconds; `declared`: `not-me`,
 * `patient-is-alive`, space-separated; `body`: the FHIR resource.
 */
export type StoredConsent = z.infer<typeof consentShape>;

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

export type Store = {
  /** A keyed hash that names a patient in the trail without an NHS number. */
  readonly patientKey: (nhsNumber: string) => string;
  readonly traced: (hostKey: string, userKey: string, searched: string) => Traced;
  readonly tracedById: (id: string) => Traced | null;
  readonly consentById: (id: string) => StoredConsent | null;
  readonly consentByIdentifier: (identifier: string) => StoredConsent | null;
  readonly currentConsents: (key: ConsentKey, now: Date) => readonly StoredConsent[];
  /** Appends to the trail, in one commit of its own. */
  readonly audit: (entries: readonly AuditEntry[]) => void;
  /** Inserts and audits in one commit; another Consent with that identifier wins instead. */
  readonly recordConsent: (
    consent: StoredConsent,
    audit: readonly AuditEntry[],
  ) => { readonly created: boolean; readonly stored: StoredConsent };
  readonly endConsent: (id: string, body: string, audit: readonly AuditEntry[]) => void;
  readonly findAudit: (query: AuditQuery) => readonly AuditRow[];
  readonly close: () => void;
};

/** Whose Consent opens what: same user, same client, same person. */
export type ConsentKey = {
  readonly hostKey: string;
  readonly userKey: string;
  readonly clientId: string;
  readonly patient: string;
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

type ConsentTable = Pick<
  Store,
  'consentById' | 'consentByIdentifier' | 'currentConsents' | 'recordConsent' | 'endConsent'
>;

function consentTable(db: Database.Database): ConsentTable {
  const one = (column: 'id' | 'identifier', value: string): StoredConsent | null => {
    const row = db.prepare(`SELECT * FROM consent WHERE ${column} = ?`).get(value);
    return row === undefined ? null : consentShape.parse(row);
  };
  const insert = (c: StoredConsent): void => {
    db.prepare(
      `INSERT INTO consent (id, identifier, hostKey, userKey, clientId, tracedId, patient, status,
         purpose, startsAt, endsAt, declared, digest, version, body)
       VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
    ).run(
      ...[c.id, c.identifier, c.hostKey, c.userKey, c.clientId, c.tracedId, c.patient, c.status],
      ...[c.purpose, c.startsAt, c.endsAt, c.declared, c.digest, c.version, c.body],
    );
  };
  const record = db.transaction((consent: StoredConsent, audit: readonly AuditEntry[]) => {
    const earlier = one('identifier', consent.identifier);
    if (earlier) return { created: false, stored: earlier };
    insert(consent);
    appendAudit(db, audit);
    return { created: true, stored: consent };
  });
  const end = db.transaction((id: string, body: string, audit: readonly AuditEntry[]) => {
    db.prepare(
      "UPDATE consent SET status = 'inactive', version = version + 1, body = ? WHERE id = ?",
    ).run(body, id);
    appendAudit(db, audit);
  });
  return {
    consentById: (id) => one('id', id),
    consentByIdentifier: (identifier) => one('identifier', identifier),
    currentConsents: ({ hostKey, userKey, clientId, patient }, now) =>
      db
        .prepare(
          `SELECT * FROM consent WHERE hostKey = ? AND userKey = ? AND clientId = ? AND patient = ?
             AND status = 'active' AND startsAt <= ? AND endsAt > ? ORDER BY startsAt DESC, rowid DESC`,
        )
        .all(hostKey, userKey, clientId, patient, now.getTime(), now.getTime())
        .map((row) => consentShape.parse(row)),
    recordConsent: (consent, audit) => record.immediate(consent, audit),
    endConsent: (id, body, audit) => end.immediate(id, body, audit),
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
