/** The exchange's own refusals and the app's reported ones, in the trail (contract.md 2.7). */
import { z } from 'zod';
import { ocs } from '../../src/fhir/systems.ts';
import { auditEntry } from './audit-events.ts';
import type { Call } from './context.ts';
import { lookUp } from './demographics.ts';
import { refusalResponse } from './http.ts';
import { invalid, ok } from './outcomes.ts';
import type { Refusal, Result } from './outcomes.ts';
import { refusalPurpose } from './reasons.ts';
import type { AuditEntry } from './trail.ts';

/** The trail's key and reference for the token's patient, traced by this user or not. */
export function patientOfToken({ exchange, caller }: Call): {
  readonly patientKey: string;
  readonly patientReference: string;
} {
  const { nhsNumber, hostId } = caller.patient;
  const patientReference = `${caller.host.fhirBase}/Patient/${hostId}`;
  if (nhsNumber === null) {
    return { patientReference, patientKey: exchange.store.patientKey(patientReference) };
  }
  const found = lookUp(exchange.world, nhsNumber);
  const current = found.type === 'found' ? found.person.current : nhsNumber;
  return { patientReference, patientKey: exchange.store.patientKey(current) };
}

/** Records a refusal made here. A refusal that cannot be recorded is still a refusal. */
export function recordRefusal(call: Call, refusal: Refusal): void {
  const { exchange, caller, base } = call;
  if (refusal.status !== 403) return;
  try {
    exchange.store.audit([
      auditEntry({
        kind: 'refused',
        caller,
        base,
        recorded: exchange.clock().toISOString(),
        outcome: '8',
        outcomeDesc: refusal.text,
        details: { reason: refusal.reason },
        purpose: refusalPurpose(refusal.reason),
        ...patientOfToken(call),
      }),
    ]);
  } catch {
    // Nothing is released either way.
  }
}

/** Records a refusal and answers with it. */
export function refused(call: Call, refusal: Refusal): Response {
  recordRefusal(call, refusal);
  return refusalResponse(refusal);
}

const codings = z.array(z.object({ system: z.string().optional(), code: z.string().optional() }));
// A code of the app's. Words of its user's have no place in a log that others read.
const ownCode = /^[a-z][a-z-]{0,63}$/;
const reportShape = z.object({
  resourceType: z.literal('AuditEvent'),
  outcome: z.enum(['4', '8']),
  outcomeDesc: z.string().optional(),
  purposeOfEvent: z
    .array(z.object({ coding: codings.max(10).default([]) }))
    .max(10)
    .default([]),
  entity: z
    .array(
      z.object({
        what: z
          .object({ reference: z.string().max(300) })
          .partial()
          .optional(),
      }),
    )
    .max(20)
    .default([]),
});

/** The app's own code of why, whichever of the two places it was put in. */
function reasonIn({ outcomeDesc, purposeOfEvent }: z.infer<typeof reportShape>) {
  const coded = purposeOfEvent
    .flatMap(({ coding }) => coding)
    .filter(({ system }) => system === ocs.accessReason)
    .map(({ code }) => code);
  return [...coded, outcomeDesc].find((code) => code !== undefined && ownCode.test(code));
}

/**
 * What the app refused or the user abandoned. Any valid token may say so. Who, which patient and
 * when are the exchange's own knowledge; the body says only what happened, in codes.
 */
export function reportedEntry(
  call: Call,
  body: unknown,
  codes: readonly (string | undefined)[],
  request: string,
): Result<AuditEntry> {
  const { exchange, caller, base } = call;
  const parsed = reportShape.safeParse(body);
  if (!parsed.success) return invalid('audit-event', 'Only refusals and ends are taken.');
  const { outcome, outcomeDesc = '', entity } = parsed.data;
  const tracedId = entity
    .map(({ what }) => /^Patient\/([a-z0-9]+)$/.exec(what?.reference ?? '')?.[1])
    .find((id) => id !== undefined);
  const traced = tracedId === undefined ? null : exchange.store.tracedById(tracedId);
  const own = traced?.userKey === caller.userKey && traced.searched === caller.patient.nhsNumber;
  const reason = reasonIn(parsed.data);
  const kind = (['abandoned', 'refused'] as const).find((one) => codes.includes(one));
  return ok(
    auditEntry({
      ...{ caller, base, outcome, request },
      kind: kind ?? 'reported',
      recorded: exchange.clock().toISOString(),
      outcomeDesc: ownCode.test(outcomeDesc) ? outcomeDesc : undefined,
      observedByApp: true,
      ...patientOfToken(call),
      ...(own ? { patientReference: `Patient/${traced.id}` } : {}),
      ...(reason === undefined ? {} : { purpose: refusalPurpose(reason), details: { reason } }),
    }),
  );
}
