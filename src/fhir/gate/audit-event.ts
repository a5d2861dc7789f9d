/** AuditEvents as far as the app reads them: IHE BALP, ITI-81. */
import * as s from '../shape.ts';
import type { RegisteredIdentifier } from '../../domain/user.ts';
import { coding, type Coding, concept, id, reference, unmodified } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { searchset, typeOf } from '../searchset.ts';
import { ocs } from '../systems.ts';
import { shownText } from '../text.ts';
import { isOverride } from './decision-facts.ts';

export const auditEvent = s.object({
  ...unmodified,
  resourceType: s.literal('AuditEvent'),
  id,
  subtype: s.optional(s.array(coding)),
  recorded: s.string,
  outcome: s.optional(s.string),
  purposeOfEvent: s.optional(s.array(concept)),
  agent: s.array(
    s.object({
      type: s.optional(concept),
      who: s.optional(reference),
      name: s.optional(s.string),
      role: s.optional(s.array(concept)),
      requestor: s.optional(s.boolean),
      policy: s.optional(s.array(s.string)),
    }),
  ),
  entity: s.optional(s.array(s.object({ what: s.optional(reference) }))),
});
export type AuditEvent = s.Infer<typeof auditEvent>;

/**
 * @param shape the event's shape, as far as the reader needs it
 * @param pages the searchsets of one search, in order
 * @returns null where anything in them is unreadable: a list with holes must not pass for the whole
 */
export function eventsIn<Event>(
  shape: s.Shape<Event>,
  pages: readonly unknown[],
): readonly Event[] | null {
  const events: Event[] = [];
  for (const page of pages) {
    const found = parsed(searchset, page);
    if (!found) return null;
    for (const { resource } of found.entry ?? []) {
      if (typeOf(resource) === 'OperationOutcome') continue;
      const event = parsed(shape, resource);
      if (event === null) return null;
      events.push(event);
    }
  }
  return events;
}

/** As {@link eventsIn}, and null, too, where any of them is about another patient. */
export function auditEventsIn(
  pages: readonly unknown[],
  patient: string,
): readonly AuditEvent[] | null {
  const events = eventsIn(auditEvent, pages);
  return events?.every((event) => isAbout(event, patient)) === true ? events : null;
}

/** An absolute reference is a host's own id of the patient, from before anyone was traced. */
function isAbout(event: AuditEvent, patient: string): boolean {
  const patients = (event.entity ?? []).flatMap(({ what }) =>
    what?.reference?.startsWith('Patient/') ? [what.reference] : [],
  );
  return patients.every((reference) => reference === `Patient/${patient}`);
}

/** The event's codes of ours, e.g. `refused`. */
export function ownSubtypes({ subtype }: Pick<AuditEvent, 'subtype'>): readonly string[] {
  return (subtype ?? []).flatMap(({ system, code }) =>
    system === ocs.accessEvent && code !== undefined ? [code] : [],
  );
}

export function outcomeOf(event: AuditEvent): 'opened' | 'refused' | 'abandoned' {
  const own = ownSubtypes(event);
  if (own.includes('abandoned')) return 'abandoned';
  if (own.includes('refused')) return 'refused';
  return event.outcome === undefined || event.outcome === '0' ? 'opened' : 'refused';
}

/** Opened without the patient's permission, whether in an emergency or by law. */
export function isBreakGlass(event: AuditEvent): boolean {
  return purposesOf(event).some(isOverride);
}

/** Every coding of what the event was for. */
export function purposesOf({ purposeOfEvent }: AuditEvent): readonly Coding[] {
  return (purposeOfEvent ?? []).flatMap(({ coding: codings }) => codings ?? []);
}

type Agent = AuditEvent['agent'][number];

export function userOf({ agent }: Pick<AuditEvent, 'agent'>): Agent | null {
  return agent.find(({ requestor }) => requestor === true) ?? null;
}

export function isBy(event: AuditEvent, own: RegisteredIdentifier): boolean {
  const held = userOf(event)?.who?.identifier;
  return held?.value === own.value && held.system === own.system;
}

/** What the host calls the job, in its words; null where the exchange withheld it. */
export function roleTextOf(event: AuditEvent): string | null {
  const role = userOf(event)?.role?.[0];
  return shownText(role?.text, 100) ?? shownText(role?.coding?.[0]?.display, 100);
}
