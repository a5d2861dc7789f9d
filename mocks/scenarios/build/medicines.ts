/**
 * Medicines. A practice's list is MedicationRequests, `authoredOn` being the date last issued; a
 * trust's list is MedicationStatements, `dateAsserted` being the day somebody wrote it down.
 */
import type { CodeableConcept, Dosage, MedicationRequest, MedicationStatement } from 'fhir/r4';
import { clinicalSystem } from '../../../src/fhir/clinical-systems.ts';
import { author, organisationOf, type Writer } from './writer.ts';

/** UCUM code by the word that a prescriber writes. */
const ucumUnits: Readonly<Record<string, string>> = {
  mg: 'mg',
  micrograms: 'ug',
  'micrograms/hour': 'ug/h',
  'mg/24 hours': 'mg/(24.h)',
  g: 'g',
  ml: 'mL',
  units: '[iU]',
  tablet: '{tablet}',
  tablets: '{tablet}',
  puffs: '{puff}',
  dose: '{dose}',
};

type DoseFacts = {
  readonly value?: number;
  /** The word written: mg, micrograms, units, puffs… */
  readonly unit?: string;
  readonly times?: number;
  readonly every?: { readonly count: number; readonly unit: 'h' | 'd' | 'wk' };
  /** HH:mm, for medicines whose hour matters. */
  readonly at?: readonly string[];
  readonly weekdays?: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
  readonly asNeeded?: string;
  readonly route?: CodeableConcept;
};

/** A dosage: the words as written, and the parts of it that are certain. */
export function dosage(text: string, facts: DoseFacts = {}): Dosage {
  const timing =
    facts.times === undefined
      ? undefined
      : {
          repeat: {
            frequency: facts.times,
            period: facts.every?.count ?? 1,
            periodUnit: facts.every?.unit ?? ('d' as const),
            ...(facts.at === undefined ? {} : { timeOfDay: facts.at.map((time) => `${time}:00`) }),
            ...(facts.weekdays === undefined ? {} : { dayOfWeek: [...facts.weekdays] }),
          },
        };
  return {
    text,
    ...(timing === undefined ? {} : { timing }),
    ...(facts.asNeeded === undefined ? {} : { asNeededCodeableConcept: { text: facts.asNeeded } }),
    ...(facts.route === undefined ? {} : { route: facts.route }),
    ...(facts.value === undefined || facts.unit === undefined
      ? {}
      : { doseAndRate: [{ doseQuantity: quantity(facts.value, facts.unit) }] }),
  };
}

function quantity(value: number, unit: string) {
  const code = ucumUnits[unit];
  return {
    value,
    unit,
    ...(code === undefined ? {} : { system: clinicalSystem.ucum, code }),
  };
}

type Prescription = {
  readonly medicine: CodeableConcept;
  /** Several where the doses of one day differ. */
  readonly dosage: Dosage | readonly Dosage[];
  readonly lastIssued: string;
  readonly kind: 'repeat' | 'acute';
  /** How much at each issue, with the word written: 56 tablets. */
  readonly supplied?: readonly [amount: number, unit: string];
  readonly status?: MedicationRequest['status'];
  readonly stopReason?: string;
  readonly reason?: CodeableConcept;
  readonly note?: string;
  readonly by?: string;
};

/** One line of a practice's prescribing list. */
export function medicationRequest(writer: Writer, facts: Prescription): MedicationRequest {
  const continuous = facts.kind === 'repeat';
  return {
    resourceType: 'MedicationRequest',
    id: writer.nextId('medreq'),
    meta: writer.meta(facts.lastIssued),
    status: facts.status ?? 'active',
    intent: 'order',
    ...(facts.stopReason === undefined ? {} : { statusReason: { text: facts.stopReason } }),
    medicationCodeableConcept: facts.medicine,
    subject: writer.subject,
    authoredOn: facts.lastIssued,
    requester: facts.by === undefined ? organisationOf(writer) : author(facts.by),
    ...(facts.reason === undefined ? {} : { reasonCode: [facts.reason] }),
    courseOfTherapyType: {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/medicationrequest-course-of-therapy',
          code: continuous ? 'continuous' : 'acute',
        },
      ],
      text: continuous ? 'Repeat' : 'Acute',
    },
    ...(facts.note === undefined ? {} : { note: [{ text: facts.note }] }),
    dosageInstruction: [facts.dosage].flat(),
    ...(facts.supplied === undefined
      ? {}
      : { dispenseRequest: { quantity: quantity(...facts.supplied) } }),
  };
}

type Listed = {
  readonly medicine: CodeableConcept;
  /** Several where the doses of one day differ. */
  readonly dosage: Dosage | readonly Dosage[];
  /** The day it was written down: discharge, clinic, review. */
  readonly asserted: string;
  readonly start?: string;
  readonly end?: string;
  readonly status?: MedicationStatement['status'];
  readonly stopReason?: string;
  readonly reason?: CodeableConcept;
  readonly note?: string;
  readonly by?: string;
};

/** One medicine as a trust last listed it. `status: 'stopped'` needs its reason in `stopReason`. */
export function medicationStatement(writer: Writer, facts: Listed): MedicationStatement {
  const period = {
    ...(facts.start === undefined ? {} : { start: facts.start }),
    ...(facts.end === undefined ? {} : { end: facts.end }),
  };
  return {
    resourceType: 'MedicationStatement',
    id: writer.nextId('medstat'),
    meta: writer.meta(facts.asserted),
    status: facts.status ?? 'active',
    ...(facts.stopReason === undefined ? {} : { statusReason: [{ text: facts.stopReason }] }),
    medicationCodeableConcept: facts.medicine,
    subject: writer.subject,
    ...(Object.keys(period).length === 0 ? {} : { effectivePeriod: period }),
    dateAsserted: facts.asserted,
    informationSource: facts.by === undefined ? organisationOf(writer) : author(facts.by),
    ...(facts.reason === undefined ? {} : { reasonCode: [facts.reason] }),
    ...(facts.note === undefined ? {} : { note: [{ text: facts.note }] }),
    dosage: [facts.dosage].flat(),
  };
}
