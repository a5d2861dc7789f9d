/** Recorded Consents: written with their audit rows in one commit, found by whose they are. */
import type Database from 'libsql';
import { z } from 'zod';
import { canonicalJson, sha256 } from './canonical.ts';
import type { AuditEntry, Trail } from './trail.ts';

export const consentSchema = `
CREATE TABLE IF NOT EXISTS consent (
  id TEXT PRIMARY KEY, identifier TEXT NOT NULL UNIQUE, hostKey TEXT NOT NULL,
  userKey TEXT NOT NULL, clientId TEXT NOT NULL, tracedId TEXT NOT NULL, patient TEXT NOT NULL,
  status TEXT NOT NULL, purpose TEXT NOT NULL, startsAt INTEGER NOT NULL, endsAt INTEGER NOT NULL,
  declared TEXT NOT NULL, digest TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS consent_current ON consent (userKey, clientId, patient, status);
`;

/** One row of the table, as read. */
export const consentShape = z.object({
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

/**
 * A stored Consent. `startsAt`, `endsAt`: epoch milliseconds; `declared`: `not-me`,
 * `patient-is-alive`, space-separated; `body`: the FHIR resource.
 */
export type StoredConsent = z.infer<typeof consentShape>;

/** Every column, not the body alone: the columns are what opens a record. */
export const consentDigest = (stored: StoredConsent): string => sha256(canonicalJson(stored));

/** Whose Consent opens what: same user, same client, same person. */
export type ConsentKey = {
  readonly hostKey: string;
  readonly userKey: string;
  readonly clientId: string;
  readonly patient: string;
};

export type ConsentTable = {
  readonly consentById: (id: string) => StoredConsent | null;
  readonly consentByIdentifier: (identifier: string) => StoredConsent | null;
  readonly currentConsents: (key: ConsentKey, now: Date) => readonly StoredConsent[];
  /** Inserts and audits in one commit; another Consent with that identifier wins instead. */
  readonly recordConsent: (
    consent: StoredConsent,
    audit: readonly AuditEntry[],
  ) => { readonly created: boolean; readonly stored: StoredConsent };
  readonly endConsent: (id: string, body: string, audit: readonly AuditEntry[]) => void;
};

/** The table's operations on one open database. */
export function consentTable(db: Database.Database, trail: Trail): ConsentTable {
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
  /** Of the row as it now is in the table. */
  const proof = (id: string): string => {
    const stored = one('id', id);
    if (stored === null) throw new Error('No such Consent is stored.');
    return consentDigest(stored);
  };
  const record = db.transaction((consent: StoredConsent, audit: readonly AuditEntry[]) => {
    const earlier = one('identifier', consent.identifier);
    if (earlier) return { created: false, stored: earlier };
    insert(consent);
    trail.append(audit, proof(consent.id));
    return { created: true, stored: consent };
  });
  const end = db.transaction((id: string, body: string, audit: readonly AuditEntry[]) => {
    db.prepare(
      "UPDATE consent SET status = 'inactive', version = version + 1, body = ? WHERE id = ?",
    ).run(body, id);
    trail.append(audit, proof(id));
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
    recordConsent: (consent, audit) => {
      const recorded = record.immediate(consent, audit);
      trail.keepHead();
      return recorded;
    },
    endConsent: (id, body, audit) => {
      end.immediate(id, body, audit);
      trail.keepHead();
    },
  };
}
