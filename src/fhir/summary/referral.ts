/** FHIR ServiceRequest → referral; FHIR Appointment → appointment. */
import * as s from '../shape.ts';
import { concept } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { joined, shownText } from '../text.ts';
import { codesOf, sentence, titleOf, wordsOfAll } from './codeable.ts';
import { annotations, dateOf, noteOf } from './dates.ts';
import { details, entry } from './entry.ts';
import { conditionName } from './encounter.ts';
import { someConcept, someConcepts, someReference } from './lenient.ts';
import { someReferences, someWords } from './lenient.ts';
import { type Context, enteredInError, malformed, type Mapped, notUnderstood } from './mapped.ts';
import { authorOf, namesOf } from './people.ts';
import { isIntent } from './status.ts';
import { standingOf } from './standing.ts';

const request = s.object({
  status: s.optional(s.string),
  intent: s.optional(s.string),
  doNotPerform: s.optional(s.boolean),
  category: someConcepts,
  code: s.optional(concept),
  priority: someWords,
  authoredOn: someWords,
  requester: someReference,
  performer: someReferences,
  performerType: someConcept,
  reasonCode: someConcepts,
  reasonReference: someReferences,
  occurrenceDateTime: someWords,
  note: annotations,
});

export function serviceRequest(resource: unknown, context: Context): Mapped {
  const found = parsed(request, resource);
  const title = titleOf(found?.code) ?? wordsOfAll(found?.category);
  if (!found || title === null) return malformed('Referral');
  const standing = standingOf('ServiceRequest', found.status);
  if (standing === null || !isIntent(found.intent, ['directive'])) return notUnderstood('Referral');
  if (standing === 'entered-in-error') return enteredInError('Referral');
  const proposed = found.intent === 'proposal' || found.intent === 'option';
  const refused = found.doNotPerform === true;
  const isOpen = standing.standing === 'current';
  const reasons = (found.reasonReference ?? []).map((each) => conditionName(each, context));
  return entry(context, {
    ...standing,
    ...(proposed && isOpen ? { standing: 'not-stated', status: 'Proposed only' } : {}),
    ...(refused ? { standing: 'not-done', status: 'Not to be done' } : {}),
    title,
    codes: codesOf(found.code),
    date: dateOf(found.authoredOn) ?? dateOf(found.occurrenceDateTime),
    recorded: dateOf(found.authoredOn),
    author: authorOf([found.requester], context),
    details: details(
      ['To', joined([namesOf(found.performer, context), titleOf(found.performerType)], ', ')],
      ['Priority', priorityText(found.priority)],
      ['Reason', joined([wordsOfAll(found.reasonCode), ...reasons], ', ')],
      ['For', shownText(found.occurrenceDateTime, 40)],
    ),
    note: noteOf([], found.note),
  });
}

/** Routine goes without saying. */
function priorityText(priority: string | undefined): string | null {
  if (priority === undefined || priority === 'routine') return null;
  return priority === 'asap' ? 'As soon as possible' : sentence(priority);
}

const appointmentResource = s.object({
  status: s.optional(s.string),
  cancelationReason: someConcept,
  serviceType: someConcepts,
  specialty: someConcepts,
  appointmentType: someConcept,
  reasonCode: someConcepts,
  description: s.lenient(s.string),
  comment: s.lenient(s.string),
  patientInstruction: s.lenient(s.string),
  start: s.optional(s.string),
  end: someWords,
  created: someWords,
  participant: s.lenient(s.array(s.object({ actor: someReference, status: someWords }))),
});

export function appointment(resource: unknown, context: Context): Mapped {
  const found = parsed(appointmentResource, resource);
  if (!found) return malformed('Appointment');
  const standing = standingOf('Appointment', found.status);
  if (standing === null) return notUnderstood('Appointment');
  if (standing === 'entered-in-error') return enteredInError('Appointment');
  const service = wordsOfAll(found.serviceType) ?? wordsOfAll(found.specialty);
  const title = shownText(found.description) ?? service ?? titleOf(found.appointmentType);
  const others = (found.participant ?? []).filter(({ status }) => status !== 'declined');
  const names = others.map(({ actor }) => namesOf([actor], context));
  return entry(context, {
    ...standing,
    title: title ?? 'Appointment',
    codes: (found.serviceType ?? []).flatMap(codesOf),
    date: dateOf(found.start),
    recorded: dateOf(found.created),
    details: details(
      [
        'With',
        joined(
          names.filter((name) => name !== 'Patient'),
          ', ',
        ),
      ],
      ['Service', service === title ? null : service],
      ['Reason', wordsOfAll(found.reasonCode)],
      ['Why not', titleOf(found.cancelationReason)],
      ['Instructions', shownText(found.patientInstruction, 1000)],
    ),
    note: shownText(found.comment, 1000),
  });
}
