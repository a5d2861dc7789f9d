/** Ties every stored Consent to the trail: what was opened or ended is what is stored now. */
import type Database from 'libsql';
import { z } from 'zod';
import { consentDigest, consentShape } from './consent-table.ts';

const proofShape = z.object({ consent: z.string() });
const decisionShape = z.object({ decision: z.string() });

/**
 * Compares each Consent row, all columns, with the digest in its latest `opened` or `ended` row,
 * and looks for openings whose Consent is gone. Call once the trail itself is verified.
 * Returns null when all agree, else the id of the first Consent that does not.
 */
export function findUnproven(db: Database.Database): string | null {
  const latest = db.prepare(
    `SELECT consent FROM audit WHERE decision = ? AND kind IN ('opened', 'ended')
     ORDER BY seq DESC LIMIT 1`,
  );
  for (const raw of db.prepare('SELECT * FROM consent').iterate()) {
    const row = consentShape.safeParse(raw);
    if (!row.success) return 'of another shape';
    const proof = proofShape.safeParse(latest.get(row.data.id));
    if (!proof.success || proof.data.consent !== consentDigest(row.data)) return row.data.id;
  }
  const orphan = db
    .prepare(
      `SELECT decision FROM audit WHERE kind = 'opened'
       AND decision NOT IN (SELECT id FROM consent) LIMIT 1`,
    )
    .get();
  return orphan === undefined ? null : decisionShape.parse(orphan).decision;
}
