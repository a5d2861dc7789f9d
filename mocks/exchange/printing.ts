/** A printing is on record before anything is printed: paper leaves no trace of its own. */
import { z } from 'zod';
import { decideRelease, consentKey, opensFor } from './access.ts';
import { storedRole } from './acting-role.ts';
import { auditEntry } from './audit-events.ts';
import { whileAsked } from './call-signal.ts';
import type { StoredConsent } from './consent-table.ts';
import type { Call } from './context.ts';
import type { Store } from './database.ts';
import { forbidden, invalid, ok, refuse } from './outcomes.ts';
import type { Result } from './outcomes.ts';
import { purposeCoding } from './reasons.ts';
import { claimsBreakGlass } from './summary.ts';
import type { AuditEntry, AuditRow } from './trail.ts';

const reference = (pattern: RegExp) =>
  z.object({ what: z.object({ reference: z.string().regex(pattern) }) });
const printShape = z.object({
  resourceType: z.literal('AuditEvent'),
  outcome: z.literal('0'),
  entity: z.tuple([
    reference(/^Patient\/[A-Za-z0-9.-]{1,64}$/),
    reference(/^Consent\/[0-9a-f-]{36}$/),
  ]),
});

const notThatConsent = forbidden(
  'other-consent',
  'That Consent does not open this record now.',
  'NO_RELATIONSHIP',
);

/**
 * Everything that must hold for a release must hold for a printing of it (contract.md 2.4), and the
 * Consent that is named must be one that opens the record for this launch at this moment. 400 where
 * patient, Consent or request id is missing; 403 as for the summary, or `other-consent`.
 * @param request the key of the request; a printing that could not be told from its retry is none
 */
export async function judgePrint(
  call: Call,
  body: unknown,
  request: string,
): Promise<Result<AuditEntry>> {
  const { exchange, caller, base } = call;
  const parsed = printShape.safeParse(body);
  if (!parsed.success) return invalid('printed', 'Name the patient and the Consent.');
  if (request === '') return invalid('request-id', 'A printing needs an X-Request-ID.');
  const [tracedId = '', named = ''] = parsed.data.entity.map(
    ({ what }) => what.reference.split('/')[1],
  );
  const breakGlass = claimsBreakGlass(call.request);
  const release = await whileAsked(call, (signal) =>
    decideRelease(exchange, caller, tracedId, breakGlass, signal),
  );
  if (!release.ok) return release;
  const { patientKey, traced } = release.value;
  const consent = exchange.store
    .currentConsents(consentKey(caller, patientKey), exchange.clock())
    .find((each) => each.id === named && opensFor(caller, each));
  if (consent === undefined) return notThatConsent;
  return ok(
    auditEntry({
      ...{ kind: 'printed', caller, base, request, patientKey },
      recorded: exchange.clock().toISOString(),
      patientReference: `Patient/${traced.id}`,
      consentId: consent.id,
      launch: launchOf(call, consent),
      role: storedRole(caller, consent.role),
      purpose: [{ coding: [purposeCoding(consent.purpose)] }],
    }),
  );
}

/** Under a permission of an earlier launch the row is this launch's own, as its opening is. */
const launchOf = ({ caller }: Call, consent: StoredConsent): string =>
  consent.token === caller.launch ? consent.launch : caller.launch;

/** 409: the request's id already stands for the printing of something else. */
export const printedSomethingElse = refuse({
  status: 409,
  code: 'conflict',
  reason: 'request-used',
  text: 'That request already stands for another printing.',
});

/** Whether a stored row is this very printing. */
export const isSamePrint = (row: AuditRow, entry: AuditEntry): boolean =>
  row.patient === entry.patient && row.decision === entry.decision;

/** Says of a launch's row whether anything was printed in that launch. */
export function printedIn(store: Store, patient?: string): (row: AuditRow) => boolean {
  const prints = store.findAudit({
    kinds: ['printed'],
    ...(patient === undefined ? {} : { patient }),
    limit: Number.MAX_SAFE_INTEGER,
  });
  const launches = new Set(prints.map((print) => `${print.patient} ${print.launch}`));
  return (row) => row.kind.startsWith('opened') && launches.has(`${row.patient} ${row.launch}`);
}
