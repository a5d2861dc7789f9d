/** Recorded Consents: written with their audit rows in one commit, found by whose they are. */
import type Database from 'libsql';
import { z } from 'zod';
import { canonicalJson, sha256 } from './canonical.ts';
import { purposes } from './reasons.ts';
import type { Statements } from './statements.ts';
import type { AuditEntry, Trail } from './trail.ts';

export const consentSchema = `
CREATE TABLE IF NOT EXISTS consent (
  id TEXT PRIMARY KEY, identifier TEXT NOT NULL UNIQUE, hostKey TEXT NOT NULL,
  userKey TEXT NOT NULL, clientId TEXT NOT NULL, tracedId TEXT NOT NULL, patient TEXT NOT NULL,
  encounter TEXT NOT NULL, status TEXT NOT NULL, purpose TEXT NOT NULL, reason TEXT NOT NULL,
  role TEXT NOT NULL, root TEXT NOT NULL, launch TEXT NOT NULL, token TEXT NOT NULL,
  startsAt INTEGER NOT NULL, endsAt INTEGER NOT NULL, declared TEXT NOT NULL,
  digest TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS consent_root ON consent (root);
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
  encounter: z.string(),
  status: z.enum(['active', 'inactive']),
  purpose: z.enum(purposes),
  reason: z.string(),
  role: z.string(),
  root: z.string(),
  launch: z.string(),
  token: z.string(),
  startsAt: z.number(),
  endsAt: z.number(),
  declared: z.string(),
  digest: z.string(),
  version: z.number(),
  body: z.string(),
});

/**
 * A stored Consent. `encounter`: the host's, empty where the launch had none; `root`: the Consent
 * this one reopens, else its own id; `launch`: the root's, `token`: the one presented, both hashes;
 * `startsAt`, `endsAt`: epoch milliseconds; `declared`: `not-me`, `patient-is-alive`,
 * space-separated; `body`: the FHIR resource.
 */
export type StoredConsent = z.infer<typeof consentShape>;

/** Every column, not the body alone: the columns are what opens a record. */
export const consentDigest = (stored: StoredConsent): string => sha256(canonicalJson(stored));

/** Whose Consent opens what: same user, same client, same person, same encounter. */
export type ConsentKey = Pick<
  StoredConsent,
  'hostKey' | 'userKey' | 'clientId' | 'patient' | 'encounter'
>;

/** One Consent that ends: its resource as it now is, and what the trail says of it. */
export type Ending = {
  readonly id: string;
  readonly body: string;
  readonly audit: readonly AuditEntry[];
};

const columns = Object.keys(consentShape.shape);

export type ConsentTable = {
  readonly consentById: (id: string) => StoredConsent | null;
  readonly consentByIdentifier: (identifier: string) => StoredConsent | null;
  readonly currentConsents: (key: ConsentKey, now: Date) => readonly StoredConsent[];
  /** Inserts and audits in one commit; another Consent with that identifier wins instead. */
  readonly recordConsent: (
    consent: StoredConsent,
    audit: readonly AuditEntry[],
  ) => { readonly created: boolean; readonly stored: StoredConsent };
  /** A Consent and all that reopened it, oldest first. */
  readonly consentsOf: (root: string) => readonly StoredConsent[];
  /** Ends them in one commit. */
  readonly endConsents: (endings: readonly Ending[]) => void;
};

/** The table's operations on one open database. */
export function consentTable(
  db: Database.Database,
  prepared: Statements,
  trail: Trail,
): ConsentTable {
  const one = (column: 'id' | 'identifier', value: string): StoredConsent | null => {
    const row = prepared(`SELECT * FROM consent WHERE ${column} = ?`).get(value);
    return row === undefined ? null : consentShape.parse(row);
  };
  const insert = (consent: StoredConsent): void => {
    const row = new Map(Object.entries(consent));
    const places = columns.map(() => '?').join(',');
    const sql = `INSERT INTO consent (${columns.join(',')}) VALUES (${places})`;
    prepared(sql).run(...columns.map((column) => row.get(column)));
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
  const end = db.transaction((endings: readonly Ending[]) => {
    for (const { id, body, audit } of endings) {
      prepared(
        "UPDATE consent SET status = 'inactive', version = version + 1, body = ? WHERE id = ?",
      ).run(body, id);
      trail.append(audit, proof(id));
    }
  });
  return {
    consentById: (id) => one('id', id),
    consentByIdentifier: (identifier) => one('identifier', identifier),
    currentConsents: ({ hostKey, userKey, clientId, patient, encounter }, now) =>
      prepared(
        `SELECT * FROM consent WHERE hostKey = ? AND userKey = ? AND clientId = ? AND patient = ?
             AND encounter = ? AND status = 'active' AND startsAt <= ? AND endsAt > ? ORDER BY startsAt DESC, rowid DESC`,
      )
        .all(hostKey, userKey, clientId, patient, encounter, now.getTime(), now.getTime())
        .map((row) => consentShape.parse(row)),
    consentsOf: (root) =>
      prepared('SELECT * FROM consent WHERE root = ? ORDER BY startsAt, rowid')
        .all(root)
        .map((row) => consentShape.parse(row)),
    recordConsent: (consent, audit) => {
      const recorded = record.immediate(consent, audit);
      trail.keepHead();
      return recorded;
    },
    endConsents: (endings) => {
      end.immediate(endings);
      trail.keepHead();
    },
  };
}
