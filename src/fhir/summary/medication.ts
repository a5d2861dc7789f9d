/** FHIR MedicationStatement and MedicationRequest → medication. */
import * as s from '../shape.ts';
import type { Medication } from '../../domain/summary/item.ts';
import { parsed } from '../parsed.ts';
import { shownText } from '../text.ts';
import { titleOf, wordsOfAll } from './codeable.ts';
import { dateOf } from './dates.ts';
import { dosage } from './dose.ts';
import { someConcept, someConcepts, somePeriod } from './lenient.ts';
import { someReference, someWords } from './lenient.ts';
import { type Context, malformed, type Mapped } from './mapped.ts';
import { medicine, shared } from './medicine.ts';
import { prescriptionFacts } from './prescription.ts';
import { quantity, quantityText } from './quantity.ts';

const statement = s.object({
  ...shared,
  resourceType: s.literal('MedicationStatement'),
  statusReason: someConcepts,
  category: someConcept,
  effectiveDateTime: s.optional(s.string),
  effectivePeriod: somePeriod,
  dateAsserted: someWords,
  informationSource: someReference,
  dosage: s.optional(s.array(dosage)),
});

const request = s.object({
  ...shared,
  resourceType: s.literal('MedicationRequest'),
  intent: s.optional(s.string),
  doNotPerform: s.optional(s.boolean),
  statusReason: someConcept,
  category: someConcepts,
  authoredOn: someWords,
  requester: someReference,
  recorder: someReference,
  courseOfTherapyType: someConcept,
  dosageInstruction: s.optional(s.array(dosage)),
  dispenseRequest: s.lenient(
    s.object({
      validityPeriod: somePeriod,
      quantity: s.lenient(quantity),
      performer: someReference,
    }),
  ),
});

/** MedicationStatement: what somebody listed, on the day they asserted it. */
export function medicationStatement(resource: unknown, context: Context): Mapped {
  const found = parsed(statement, resource);
  if (!found) return malformed('Medicine');
  const { status, effectivePeriod } = found;
  const stopped = isStopped(status);
  const more = prescriptionFacts(resource);
  const started = dateOf(effectivePeriod?.start);
  const ends = dateOf(effectivePeriod?.end);
  return medicine(found, context, {
    status: stateOf(status),
    date: dateOf(found.effectiveDateTime) ?? started,
    recorded: dateOf(found.dateAsserted),
    started,
    until: stopped ? null : ends,
    course: more.course ?? titleOf(found.category),
    lastIssued: more.lastIssued,
    quantity: more.quantity,
    stopped: stopped ? (ends ?? more.stopped) : null,
    stopReason: wordsOfAll(found.statusReason) ?? (stopped ? more.stopReason : null),
    authors: [found.informationSource],
    dosages: found.dosage,
    said: [unreadEnd(effectivePeriod?.end)],
  });
}

/** MedicationRequest: what a practice or ward prescribes; `authoredOn` is when last issued. */
export function medicationRequest(resource: unknown, context: Context): Mapped {
  const found = parsed(request, resource);
  if (!found) return malformed('Medicine');
  const issued = dateOf(found.authoredOn);
  const proposed = found.intent === 'proposal' || found.intent === 'option';
  const state = found.doNotPerform === true ? 'not-taken' : stateOf(found.status);
  const more = prescriptionFacts(resource);
  const { dispenseRequest: supply } = found;
  const stopped = isStopped(found.status);
  return medicine(found, context, {
    status: proposed && state === 'current' ? 'not-stated' : state,
    date: issued,
    course: titleOf(found.courseOfTherapyType) ?? more.course ?? wordsOfAll(found.category),
    quantity: more.quantity ?? (supply?.quantity ? quantityText(supply.quantity) : null),
    started: dateOf(supply?.validityPeriod?.start),
    lastIssued: proposed ? null : (more.lastIssued ?? issued),
    stopped: stopped ? more.stopped : null,
    stopReason: titleOf(found.statusReason) ?? (stopped ? more.stopReason : null),
    intent: found.intent,
    authors: [found.requester, found.recorder],
    dosages: found.dosageInstruction,
    provisos: [
      found.doNotPerform === true ? 'Do not give' : null,
      proposed ? 'Proposed only' : null,
    ],
    said: [],
  });
}

/** An end that is no date is kept as its source wrote it. */
function unreadEnd(end: string | undefined): string | null {
  return end === undefined || dateOf(end) !== null ? null : shownText(`End as sent: ${end}`);
}

/** Over, with a day on which it ended; a prescription that was cancelled never began. */
function isStopped(status: string): boolean {
  return status === 'stopped' || status === 'completed';
}

/** Only what says so is current, and only what says so is stopped; nothing is inferred. */
function stateOf(status: string): Medication['status'] {
  if (status === 'active') return 'current';
  if (status === 'stopped' || status === 'completed') return status;
  return status === 'not-taken' || status === 'cancelled' ? 'not-taken' : 'not-stated';
}
