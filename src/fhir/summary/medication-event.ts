/**
 * FHIR MedicationDispense and MedicationAdministration → medication. What was handed out or given
 * on a day says nothing of what is taken now: never "current".
 */
import * as s from '../shape.ts';
import type { Medication } from '../../domain/summary/item.ts';
import { parsed } from '../parsed.ts';
import { titleOf, wordsOfAll } from './codeable.ts';
import { dateOf } from './dates.ts';
import { dosage } from './dose.ts';
import { someConcept, somePeriod, someReference, someWords } from './lenient.ts';
import { type Context, malformed, type Mapped } from './mapped.ts';
import { medicine, shared } from './medicine.ts';
import { quantity, quantityText } from './quantity.ts';

const people = s.lenient(s.array(s.object({ actor: someReference })));

const dispense = s.object({
  ...shared,
  resourceType: s.literal('MedicationDispense'),
  statusReasonCodeableConcept: someConcept,
  type: someConcept,
  quantity: s.lenient(quantity),
  whenPrepared: someWords,
  whenHandedOver: someWords,
  performer: people,
  dosageInstruction: s.optional(s.array(dosage)),
});

export function medicationDispense(resource: unknown, context: Context): Mapped {
  const found = parsed(dispense, resource);
  if (!found) return malformed('Medicine');
  const handed = dateOf(found.whenHandedOver);
  return medicine(found, context, {
    status: eventState(found.status),
    date: handed ?? dateOf(found.whenPrepared),
    lastIssued: found.status === 'completed' ? handed : null,
    quantity: found.quantity ? quantityText(found.quantity) : null,
    stopReason: titleOf(found.statusReasonCodeableConcept),
    authors: (found.performer ?? []).map(({ actor }) => actor),
    dosages: found.dosageInstruction,
    said: [found.status === 'completed' ? 'Dispensed' : null, titleOf(found.type)],
  });
}

const administration = s.object({
  ...shared,
  resourceType: s.literal('MedicationAdministration'),
  statusReason: s.optional(s.array(s.unknown)),
  effectiveDateTime: someWords,
  effectivePeriod: somePeriod,
  performer: people,
  dosage: s.optional(s.object({ ...dosage.fields, dose: s.optional(quantity) })),
});

export function medicationAdministration(resource: unknown, context: Context): Mapped {
  const found = parsed(administration, resource);
  if (!found) return malformed('Medicine');
  const { dosage: given } = found;
  const reasons = (found.statusReason ?? []).flatMap((each) => parsed(someConcept, each) ?? []);
  const dose = given?.dose;
  return medicine(found, context, {
    status: eventState(found.status),
    date: dateOf(found.effectiveDateTime ?? found.effectivePeriod?.start),
    stopReason: wordsOfAll(reasons),
    authors: (found.performer ?? []).map(({ actor }) => actor),
    dosages: given
      ? [{ ...given, ...(dose ? { doseAndRate: [{ doseQuantity: dose }] } : {}) }]
      : [],
    said: [found.status === 'completed' ? 'Given' : null],
  });
}

/** What took place is over; what did not was not taken. */
function eventState(status: string): Medication['status'] {
  if (status === 'stopped') return 'stopped';
  const denied = status === 'cancelled' || status === 'declined' || status === 'not-done';
  return denied ? 'not-taken' : 'not-stated';
}
