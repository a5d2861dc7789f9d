/** AuditEvents as far as the app reads them: IHE BALP, ITI-81. */
import * as z from 'zod/mini';
import { coding, concept, id, parsed, reference, unmodified } from '../datatypes.ts';
import { searchset, typeOf } from '../searchset.ts';
import { codeSystem, ocs } from '../systems.ts';

export const auditEvent = z.object({
  ...unmodified,
  resourceType: z.literal('AuditEvent'),
  id,
  subtype: z.optional(z.array(coding)),
  recorded: z.string(),
  outcome: z.optional(z.string()),
  purposeOfEvent: z.optional(z.array(concept)),
  agent: z.array(
    z.object({
      type: z.optional(concept),
      who: z.optional(reference),
      name: z.optional(z.string()),
      role: z.optional(z.array(concept)),
      requestor: z.optional(z.boolean()),
    }),
  ),
  entity: z.optional(z.array(z.object({ what: z.optional(reference) }))),
});
export type AuditEvent = z.infer<typeof auditEvent>;

/**
 * @param pages the searchsets of one search, in order
 * @returns null where anything in them is unreadable or about another patient: a log with holes
 *   must not pass for the whole log
 */
export function auditEventsIn(pages: readonly unknown[], patient: string): AuditEvent[] | null {
  const events: AuditEvent[] = [];
  for (const page of pages) {
    const found = parsed(searchset, page);
    if (!found) return null;
    for (const { resource } of found.entry ?? []) {
      if (typeOf(resource) === 'OperationOutcome') continue;
      const event = parsed(auditEvent, resource);
      if (!event || !isAbout(event, patient)) return null;
      events.push(event);
    }
  }
  return events;
}

/** An absolute reference is a host's own id of the patient, from before anyone was traced. */
function isAbout(event: AuditEvent, patient: string): boolean {
  const patients = (event.entity ?? []).flatMap(({ what }) =>
    what?.reference?.startsWith('Patient/') ? [what.reference] : [],
  );
  return patients.every((reference) => reference === `Patient/${patient}`);
}

export function outcomeOf(event: AuditEvent): 'opened' | 'refused' | 'abandoned' {
  const own = (event.subtype ?? []).filter(({ system }) => system === ocs.accessEvent);
  if (own.some(({ code }) => code === 'abandoned')) return 'abandoned';
  if (own.some(({ code }) => code === 'refused')) return 'refused';
  return event.outcome === undefined || event.outcome === '0' ? 'opened' : 'refused';
}

export function isBreakGlass(event: AuditEvent): boolean {
  return (event.purposeOfEvent ?? []).some((purpose) =>
    (purpose.coding ?? []).some(
      ({ system, code }) => system === codeSystem.actReason && code === 'BTG',
    ),
  );
}
