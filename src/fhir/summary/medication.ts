/** FHIR MedicationStatement and MedicationRequest → medication. */
import * as z from 'zod/mini';
import type { Medication } from '../../domain/summary/item.ts';
import { parsed } from './datatypes.ts';
import { titleOf, wordsOfAll } from './codeable.ts';
import { dateOf } from './dates.ts';
import { dosage } from './dose.ts';
import { lenient, someConcept, someConcepts, somePeriod } from './lenient.ts';
import { someReference, someWords } from './lenient.ts';
import { type Context, malformed, type Mapped } from './mapped.ts';
import { medicine, shared } from './medicine.ts';
import { prescriptionFacts } from './prescription.ts';
import { quantity, quantityText } from './quantity.ts';

const statement = z.object({
  ...shared,
  resourceType: z.literal('MedicationStatement'),
  statusReason: someConcepts,
  category: someConcept,
  effectiveDateTime: z.optional(z.string()),
  effectivePeriod: somePeriod,
  dateAsserted: someWords,
  informationSource: someReference,
  dosage: z.optional(z.array(dosage)),
});

const request = z.object({
  ...shared,
  resourceType: z.literal('MedicationRequest'),
  intent: z.optional(z.string()),
  doNotPerform: z.optional(z.boolean()),
  statusReason: someConcept,
  category: someConcepts,
  authoredOn: someWords,
  requester: someReference,
  recorder: someReference,
  courseOfTherapyType: someConcept,
  dosageInstruction: z.optional(z.array(dosage)),
  dispenseRequest: lenient(
    z.object({ validityPeriod: somePeriod, quantity: lenient(quantity), performer: someReference }),
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
  return medicine(found, context, {
    status: stateOf(status),
    date: dateOf(found.effectiveDateTime) ?? started,
    recorded: dateOf(found.dateAsserted),
    started,
    course: more.course ?? titleOf(found.category),
    lastIssued: more.lastIssued,
    quantity: more.quantity,
    stopped: stopped ? (dateOf(effectivePeriod?.end) ?? more.stopped) : null,
    stopReason: wordsOfAll(found.statusReason) ?? (stopped ? more.stopReason : null),
    authors: [found.informationSource],
    dosages: found.dosage,
    said: [!stopped && effectivePeriod?.end ? `Until ${effectivePeriod.end}` : null],
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
    authors: [found.requester, found.recorder],
    dosages: found.dosageInstruction,
    said: [found.doNotPerform === true ? 'Do not give' : null, proposed ? 'Proposed only' : null],
  });
}

function isStopped(status: string): boolean {
  return status === 'stopped' || status === 'completed' || status === 'cancelled';
}

/** Only what says so is current, and only what says so is stopped; nothing is inferred. */
function stateOf(status: string): Medication['status'] {
  if (status === 'active') return 'current';
  if (isStopped(status)) return 'stopped';
  return status === 'not-taken' ? 'not-taken' : 'not-stated';
}
