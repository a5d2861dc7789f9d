/** Finding rows of the audit trail. */
import type Database from 'libsql';
import { parseRow } from './trail.ts';
import type { AuditKind, AuditRow } from './trail.ts';

export type AuditQuery = {
  readonly kinds: readonly AuditKind[];
  readonly patient?: string;
  readonly userKey?: string;
  readonly from?: string;
  readonly to?: string;
  /** Rows older than this sequence number. */
  readonly before?: number | undefined;
  /** One row for each launch of a patient: its opening, else the newest refusal. */
  readonly onePerLaunch?: boolean;
  readonly limit: number;
};

/**
 * What speaks for a launch: a break glass before a permission, an opening before any refusal, so
 * that nothing done later hides it; of several alike the newest, which says that it was reopened.
 */
const weight = `CASE WHEN kind NOT IN ('opened', 'opened-again') THEN 0
  WHEN EXISTS (SELECT 1 FROM consent WHERE consent.id = audit.decision AND purpose <> 'TREAT')
  THEN 2 ELSE 1 END`;
const order = `${weight} DESC, seq DESC`;

/** Newest first. */
export function findAudit(db: Database.Database, query: AuditQuery): readonly AuditRow[] {
  const where = [`kind IN (${query.kinds.map(() => '?').join(',')})`];
  const values: (string | number)[] = [...query.kinds];
  const add = (condition: string, value: string | number | undefined): void => {
    if (value === undefined) return;
    where.push(condition);
    values.push(value);
  };
  add('patient = ?', query.patient);
  add('userKey = ?', query.userKey);
  let from = 'audit';
  if (query.onePerLaunch === true) {
    const place = `ROW_NUMBER() OVER (PARTITION BY patient, launch ORDER BY ${order}) AS place`;
    from = `(SELECT audit.*, ${place} FROM audit WHERE ${where.splice(0).join(' AND ')})`;
    where.push('place = 1');
  }
  add('recorded >= ?', query.from);
  add('recorded <= ?', query.to);
  add('seq < ?', query.before);
  const sql = `SELECT * FROM ${from} WHERE ${where.join(' AND ')} ORDER BY seq DESC LIMIT ?`;
  return db
    .prepare(sql)
    .all(...values, query.limit)
    .map(parseRow);
}

const batch = 500;

/**
 * Newest first, up to `limit` of the rows that `keep` takes, however far back they lie: what a
 * query cannot say must not cut a list short.
 */
export function scanAudit(
  find: (query: AuditQuery) => readonly AuditRow[],
  query: AuditQuery,
  keep: (row: AuditRow) => boolean,
): readonly AuditRow[] {
  const kept: AuditRow[] = [];
  let before = query.before;
  for (;;) {
    const rows = find({ ...query, before, limit: batch });
    kept.push(...rows.filter(keep));
    before = rows.at(-1)?.seq;
    if (rows.length < batch || kept.length >= query.limit) return kept.slice(0, query.limit);
  }
}
