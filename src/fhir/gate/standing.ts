/** What holds before the question is asked: dissent, and earlier openings (contract 2.2). */
import * as s from '../shape.ts';
import { parseClinicalDate } from '../../domain/clinical-date.ts';
import type { PatientRef } from '../../domain/person.ts';
import type { EarlierOpenings } from '../../domain/trace.ts';
import type { RegisteredIdentifier } from '../../domain/user.ts';
import { codesIn, concept, reference, unmodified } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { searchset, typeOf } from '../searchset.ts';
import { codeSystem } from '../systems.ts';
import { auditEventsIn, isBreakGlass, isBy, outcomeOf, roleTextOf } from './audit-event.ts';

const consent = s.object({
  ...unmodified,
  resourceType: s.literal('Consent'),
  status: s.string,
  scope: s.optional(concept),
  category: s.optional(s.array(concept)),
  patient: reference,
  policyRule: s.optional(concept),
  provision: s.optional(s.object({ type: s.optional(s.string) })),
});
type FhirConsent = s.Infer<typeof consent>;

export type DissentReading =
  | { readonly type: 'read'; readonly dissent: boolean }
  /** Unreadable, or about someone else: the gate stays shut. */
  | { readonly type: 'bad-answer' };

/** Local dissent to sharing (SNOMED CT UK; domain notes, section 3). */
const dissentCode = '416409005';

/**
 * @param pages searchsets of the patient's active Consents
 * @returns dissent for any active root `deny`, even one that nests a permit: PCF allows that shape,
 *   dissent to sharing does not. National opt-outs of research are not about direct care.
 */
export function dissentIn(pages: readonly unknown[], patient: PatientRef): DissentReading {
  let dissent = false;
  for (const page of pages) {
    const found = parsed(searchset, page);
    if (!found) return { type: 'bad-answer' };
    for (const { resource } of found.entry ?? []) {
      if (typeOf(resource) === 'OperationOutcome') continue;
      const each = parsed(consent, resource);
      if (each?.patient.reference !== `Patient/${patient}`) return { type: 'bad-answer' };
      dissent ||= each.status === 'active' && denies(each);
    }
  }
  return { type: 'read', dissent };
}

function denies(each: FhirConsent): boolean {
  if (codesIn(each.scope, [codeSystem.consentScope]).includes('research')) return false;
  const categories = (each.category ?? []).flatMap((one) => codesIn(one, [codeSystem.snomed]));
  const optOut = codesIn(each.policyRule, [codeSystem.actCode]).includes('OPTOUT');
  const type = each.provision?.type;
  return type === 'deny' || categories.includes(dissentCode) || (optOut && type === undefined);
}

/**
 * @param pages searchsets of the patient's AuditEvents, or null where they could not be read
 * @param own the user who is asking, to tell their own openings
 * @returns only when, how, and by whom in one word; names are for after the record
 */
export function earlierOpenings(
  pages: readonly unknown[] | null,
  patient: PatientRef,
  own: RegisteredIdentifier,
): EarlierOpenings {
  const events = pages && auditEventsIn(pages, patient);
  if (!events) return { type: 'not-known' };
  const rows = events
    .filter((event) => outcomeOf(event) === 'opened')
    .map((event) => ({
      recordedAt: event.recorded,
      breakGlass: isBreakGlass(event),
      own: isBy(event, own),
      profession: roleTextOf(event),
    }));
  const dated = rows.every(({ recordedAt }) => parseClinicalDate(recordedAt)?.precision === 'time');
  return dated ? { type: 'known', rows } : { type: 'not-known' };
}
