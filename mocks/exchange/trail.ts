/** The audit trail: append-only, each row carrying the keyed hash of the one before. */
import { z } from 'zod';
import type { Statements } from './statements.ts';
import type { TrailHead, TrailSecret } from './trail-secret.ts';

/** What kind of event a row is; the FHIR AuditEvent is in `body`. */
export const auditKinds = [
  ...(['trace', 'opened', 'opened-again', 'override-started', 'override-stopped'] as const),
  ...(['ended'] as const),
  ...(['release', 'release-completed', 'document', 'printed', 'log-read'] as const),
  ...(['refused', 'abandoned', 'reported'] as const),
  ...(['told', 'not-yet-told', 'unsafe-to-tell'] as const),
  ...(['terms-accepted', 'terms-put-off'] as const),
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** One event to append. `patient` is a keyed hash, never an NHS number; empty where about none. */
export type AuditEntry = {
  readonly kind: AuditKind;
  readonly recorded: string;
  readonly patient: string;
  readonly userKey: string;
  /** The Consent's id where there is one, else of the event's own. */
  readonly decision: string;
  /** Of one launch: the access log has one row for it. */
  readonly launch: string;
  /** Of one request that may come twice, a lost answer retried; empty where that cannot be. */
  readonly request: string;
  /** The FHIR AuditEvent, serialised once. */
  readonly body: string;
};

export type AuditRow = AuditEntry & {
  readonly seq: number;
  readonly hash: string;
};

export const auditSchema = `
CREATE TABLE IF NOT EXISTS audit (
  seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, recorded TEXT NOT NULL, patient TEXT NOT NULL,
  userKey TEXT NOT NULL, decision TEXT NOT NULL, launch TEXT NOT NULL, request TEXT NOT NULL,
  consent TEXT NOT NULL, body TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS audit_patient ON audit (patient, seq);
CREATE INDEX IF NOT EXISTS audit_decision ON audit (decision, seq);
CREATE INDEX IF NOT EXISTS audit_user ON audit (userKey, kind, seq);
CREATE UNIQUE INDEX IF NOT EXISTS audit_request ON audit (request) WHERE request <> '';
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
  kind: z.enum(auditKinds),
  recorded: z.string(),
  patient: z.string(),
  userKey: z.string(),
  decision: z.string(),
  launch: z.string(),
  request: z.string(),
  consent: z.string(),
  body: z.string(),
  prev: z.string(),
  hash: z.string(),
});
const headShape = z.object({ seq: z.number(), hash: z.string() });

/** Parses a row as read; a row of another shape is a broken trail, not a missing one. */
export const parseRow = (row: unknown): z.infer<typeof rowShape> => rowShape.parse(row);

type Row = AuditEntry & { readonly consent: string };

const rowText = (prev: string, seq: number, row: Row): string =>
  JSON.stringify([
    ...[prev, seq, row.kind, row.recorded, row.patient, row.userKey, row.decision],
    ...[row.launch, row.request, row.consent, row.body],
  ]);

export type Trail = {
  /**
   * Appends inside the caller's transaction, so that record and trail commit together or not.
   * `consent`: the digest of the Consent this commit stores, where it stores one.
   */
  readonly append: (entries: readonly AuditEntry[], consent?: string) => void;
  /** After the commit: remembers outside the database how far the trail has come. */
  readonly keepHead: () => void;
  /**
   * Verifies every row against the one before, the last against the head in the database, and the
   * head kept outside against the row it names. Null when whole, else where it stops being true.
   */
  readonly findBreak: () => number | null;
};

/** The trail of one open database, under one key. */
export function createTrail(prepared: Statements, secret: TrailSecret): Trail {
  const start: TrailHead = { seq: 0, hash: secret.mac('ocs-audit-trail') };
  const head = (): TrailHead => {
    const found = prepared('SELECT seq, hash FROM audit_head WHERE one = 1').get();
    return found === undefined ? start : headShape.parse(found);
  };
  return {
    append: (entries, consent = '') => {
      let { seq, hash } = head();
      const insert = prepared(
        `INSERT INTO audit (seq, kind, recorded, patient, userKey, decision, launch, request,
           consent, body, prev, hash) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)`,
      );
      for (const entry of entries) {
        const prev = hash;
        seq += 1;
        hash = secret.mac(rowText(prev, seq, { ...entry, consent }));
        const { kind, recorded, patient, userKey, decision, launch, request, body } = entry;
        insert.run(
          ...[seq, kind, recorded, patient, userKey, decision, launch, request],
          ...[consent, body, prev, hash],
        );
      }
      prepared('INSERT OR REPLACE INTO audit_head (one, seq, hash) VALUES (1, ?, ?)').run(
        ...[seq, hash],
      );
    },
    keepHead: () => secret.keepHead(head()),
    findBreak: () => {
      const kept = secret.keptHead() ?? start;
      let last = start;
      if (kept.seq === 0 && kept.hash !== start.hash) return 1;
      for (const raw of prepared('SELECT * FROM audit ORDER BY seq').iterate()) {
        const expected = last.seq + 1;
        const parsed = rowShape.safeParse(raw);
        if (!parsed.success) return expected;
        const row = parsed.data;
        if (row.seq !== expected || row.prev !== last.hash) return expected;
        if (secret.mac(rowText(last.hash, row.seq, row)) !== row.hash) return row.seq;
        if (row.seq === kept.seq && row.hash !== kept.hash) return row.seq;
        last = { seq: row.seq, hash: row.hash };
      }
      const { seq, hash } = head();
      const whole = seq === last.seq && hash === last.hash && kept.seq <= last.seq;
      return whole ? null : last.seq + 1;
    },
  };
}
