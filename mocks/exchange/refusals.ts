/** The exchange's own refusals and the app's reported ones, in the trail (contract.md 2.7). */
import { z } from 'zod';
import { ocs } from '../../src/fhir/systems.ts';
import { auditEntry } from './audit-events.ts';
import type { Call } from './context.ts';
import { lookUp } from './demographics.ts';
import { fhirResponse, readJson, refusalResponse } from './http.ts';
import { invalid, unavailable } from './outcomes.ts';
import type { Refusal } from './outcomes.ts';

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
        decision: caller.launch,
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
const reportShape = z.object({
  resourceType: z.literal('AuditEvent'),
  outcome: z.enum(['4', '8']),
  // A code of the app's. Words of its user's have no place in a log that others read.
  outcomeDesc: z
    .string()
    .optional()
    .transform((code) => (/^[a-z][a-z-]{0,63}$/.test(code ?? '') ? code : undefined)),
  subtype: codings.max(10).default([]),
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

/**
 * `POST AuditEvent`: what the app refused or the user abandoned. Any valid token may. Who, which
 * patient and when are the exchange's own knowledge; the body says only what happened.
 */
export async function reportEvent(call: Call): Promise<Response> {
  const { exchange, caller, base } = call;
  const body = await readJson(call.request);
  if (!body.ok) return refusalResponse(body.refusal);
  const parsed = reportShape.safeParse(body.value);
  if (!parsed.success) {
    return refusalResponse(invalid('audit-event', 'Only refusals and ends are taken.').refusal);
  }
  const { outcome, outcomeDesc, subtype, purposeOfEvent, entity } = parsed.data;
  const codes = subtype.filter(({ system }) => system === ocs.accessEvent).map(({ code }) => code);
  const reasons = purposeOfEvent.flatMap(({ coding }) => coding.map(({ code }) => code ?? ''));
  const token = patientOfToken(call);
  const tracedId = entity
    .map(({ what }) => /^Patient\/([a-z0-9]+)$/.exec(what?.reference ?? '')?.[1])
    .find((id) => id !== undefined);
  const traced = tracedId === undefined ? null : exchange.store.tracedById(tracedId);
  const own = traced?.userKey === caller.userKey && traced.searched === caller.patient.nhsNumber;
  const entry = auditEntry({
    kind: codes.includes('abandoned')
      ? 'abandoned'
      : codes.includes('refused')
        ? 'refused'
        : 'reported',
    caller,
    base,
    recorded: exchange.clock().toISOString(),
    outcome,
    outcomeDesc,
    observedByApp: true,
    decision: caller.launch,
    ...token,
    ...(own ? { patientReference: `Patient/${traced.id}` } : {}),
    details: reasons.length === 0 ? undefined : { reason: reasons.join(' ').slice(0, 500) },
  });
  try {
    exchange.store.audit([entry]);
  } catch {
    return refusalResponse(unavailable('record', 'It could not be recorded.').refusal);
  }
  const stored: unknown = JSON.parse(entry.body);
  return fhirResponse(stored, 201);
}
