/** The audit trail: append-only, each row carrying the hash of the one before. */
import type Database from 'libsql';
import { z } from 'zod';
import { sha256 } from './canonical.ts';

/** What kind of event a row is; the FHIR AuditEvent is in `body`. */
export type AuditKind =
  | 'trace'
  | 'opened'
  | 'override-started'
  | 'override-stopped'
  | 'release'
  | 'release-completed'
  | 'document'
  | 'log-read'
  | 'ended'
  | 'refused'
  | 'abandoned'
  | 'reported';

/** One event to append. `patient` is a keyed hash, never an NHS number. */
export type AuditEntry = {
  readonly kind: AuditKind;
  readonly recorded: string;
  readonly patient: string;
  readonly userKey: string;
  /** One launch or decision: the Consent id where there is one. */
  readonly decision: string;
  /** The FHIR AuditEvent, serialised once. */
  readonly body: string;
};

export type AuditRow = AuditEntry & { readonly seq: number; readonly hash: string };

export const auditSchema = `
CREATE TABLE IF NOT EXISTS audit (
  seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, recorded TEXT NOT NULL, patient TEXT NOT NULL,
  userKey TEXT NOT NULL, decision TEXT NOT NULL, body TEXT NOT NULL, prev TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS audit_patient ON audit (patient, seq);
CREATE INDEX IF NOT EXISTS audit_decision ON audit (decision, seq);
CREATE TABLE IF NOT EXISTS audit_head (
  one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER IF NOT EXISTS audit_no_update BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER IF NOT EXISTS audit_no_delete BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
`;

const rowShape = z.object({
  seq: z.number(),
  kind: z.enum([
    'trace',
    'opened',
    'override-started',
    'override-stopped',
    'release',
    'release-completed',
    'document',
    'log-read',
    'ended',
    'refused',
    'abandoned',
    'reported',
  ]),
  recorded: z.string(),
  patient: z.string(),
  userKey: z.string(),
  decision: z.string(),
  body: z.string(),
  prev: z.string(),
  hash: z.string(),
});
const headShape = z.object({ seq: z.number(), hash: z.string() });
const genesis = sha256('ocs-audit-trail');

/** Parses a row as read; a row of another shape is a broken trail, not a missing one. */
export const parseRow = (row: unknown): z.infer<typeof rowShape> => rowShape.parse(row);

const rowHash = (prev: string, seq: number, entry: AuditEntry): string =>
  sha256(
    JSON.stringify([
      prev,
      seq,
      entry.kind,
      entry.recorded,
      entry.patient,
      entry.userKey,
      entry.decision,
      entry.body,
    ]),
  );

const readHead = (db: Database.Database): z.infer<typeof headShape> => {
  const head = db.prepare('SELECT seq, hash FROM audit_head WHERE one = 1').get();
  return head === undefined ? { seq: 0, hash: genesis } : headShape.parse(head);
};

/** Appends inside the caller's transaction, so that record and trail commit together or not. */
export function appendAudit(db: Database.Database, entries: readonly AuditEntry[]): void {
  let { seq, hash } = readHead(db);
  const insert = db.prepare(
    `INSERT INTO audit (seq, kind, recorded, patient, userKey, decision, body, prev, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const entry of entries) {
    const prev = hash;
    seq += 1;
    hash = rowHash(prev, seq, entry);
    const { kind, recorded, patient, userKey, decision, body } = entry;
    insert.run(seq, kind, recorded, patient, userKey, decision, body, prev, hash);
  }
  db.prepare('INSERT OR REPLACE INTO audit_head (one, seq, hash) VALUES (1, ?, ?)').run(seq, hash);
}

/**
 * Verifies every row against the one before and the last against the head.
 * Returns null when whole, else the sequence number where the trail stops being true.
 */
export function findBreak(db: Database.Database): number | null {
  let prev = genesis;
  let expected = 1;
  for (const raw of db.prepare('SELECT * FROM audit ORDER BY seq').iterate()) {
    const parsed = rowShape.safeParse(raw);
    if (!parsed.success) return expected;
    const row = parsed.data;
    if (row.seq !== expected || row.prev !== prev) return expected;
    if (rowHash(prev, row.seq, row) !== row.hash) return row.seq;
    prev = row.hash;
    expected += 1;
  }
  const head = readHead(db);
  return head.seq === expected - 1 && head.hash === prev ? null : expected;
}
