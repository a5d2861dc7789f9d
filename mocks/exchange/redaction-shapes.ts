/**
 * What stays of each kind of clinical resource of a restricted patient: facts, their codes, dates,
 * values and doses. Whatever is not named here stays behind, and a kind that is not named at all
 * (letters, appointments, attendances, contacts, plans) is withheld.
 */
import {
  allOf,
  code,
  concept,
  date,
  each,
  exactly,
  flag,
  number,
  only,
  oneOf,
  period,
  quantity,
  range,
  ratio,
  time,
  whole,
  words,
} from './redaction-keep.ts';
import type { Keep } from './redaction-keep.ts';

/** One kind of resource. */
export type Shape = {
  readonly members: Readonly<Record<string, Keep>>;
  /** What, once given, must stay, or the fact would become another: then all of it is withheld. */
  readonly vital: readonly string[];
};

const timing = exactly({
  code: concept,
  event: allOf(date),
  repeat: exactly({
    ...{ boundsPeriod: period, boundsDuration: quantity, boundsRange: range, count: number },
    ...{ countMax: number, duration: number, durationMax: number, durationUnit: code },
    ...{ frequency: number, frequencyMax: number, period: number, periodMax: number },
    ...{ periodUnit: code, dayOfWeek: allOf(code), timeOfDay: allOf(time), offset: number },
    when: allOf(oneOf(...'HS WAKE C CM CD CV AC ACM ACD ACV PC PCM PCD PCV'.split(' '))),
  }),
});
const doseAndRate = exactly({
  ...{ type: concept, doseQuantity: quantity, doseRange: range, rateQuantity: quantity },
  ...{ rateRange: range, rateRatio: ratio },
});
/** Every part of a dose, and every dose of a medicine, or none: half a dose is another dose. */
export const dosages = allOf(
  exactly({
    ...{ sequence: number, text: words, additionalInstruction: allOf(concept), timing },
    ...{ patientInstruction: words, asNeededBoolean: flag, asNeededCodeableConcept: concept },
    ...{ site: concept, route: concept, method: concept, doseAndRate: allOf(doseAndRate) },
    ...{ maxDosePerPeriod: ratio, maxDosePerAdministration: quantity },
  }),
);

const product = { medicationCodeableConcept: concept };

const value = {
  valueQuantity: quantity,
  valueCodeableConcept: concept,
  valueBoolean: flag,
  valueInteger: number,
  valueRange: range,
  valueRatio: ratio,
  valueTime: time,
  valueDateTime: date,
  valuePeriod: period,
  dataAbsentReason: concept,
};
/** A result in words, or in a form of its own, goes with the whole result. */
const values = [...Object.keys(value), 'valueString', 'valueSampledData'];
const referenceRange = whole(
  only({
    low: quantity,
    high: quantity,
    type: concept,
    appliesTo: allOf(concept),
    age: range,
    text: words,
  }),
  ['low', 'high', 'type', 'appliesTo', 'age', 'text'],
);
const measured = {
  ...value,
  code: concept,
  interpretation: allOf(concept),
  referenceRange: allOf(referenceRange),
};
const measuredVital = [...values, 'code', 'interpretation'];

const onset = { onsetDateTime: date, onsetAge: quantity, onsetPeriod: period, onsetRange: range };

export const shapes: Readonly<Record<string, Shape>> = {
  Condition: {
    members: {
      ...{ clinicalStatus: concept, verificationStatus: concept, category: each(concept) },
      ...{ severity: concept, code: concept, bodySite: allOf(concept), ...onset },
      ...{ abatementDateTime: date, abatementAge: quantity, abatementPeriod: period },
      ...{ abatementRange: range, recordedDate: date },
    },
    vital: [
      ...['clinicalStatus', 'verificationStatus', 'code', 'abatementDateTime', 'abatementAge'],
      ...['abatementPeriod', 'abatementRange', 'abatementString'],
    ],
  },
  AllergyIntolerance: {
    members: {
      ...{ clinicalStatus: concept, verificationStatus: concept, type: code },
      ...{ category: each(code), criticality: code, code: concept, ...onset },
      ...{ recordedDate: date, lastOccurrence: date },
      reaction: each(
        only({
          substance: concept,
          manifestation: each(concept),
          onset: date,
          severity: code,
          exposureRoute: concept,
        }),
      ),
    },
    vital: ['clinicalStatus', 'verificationStatus', 'code'],
  },
  MedicationRequest: {
    members: {
      ...{ status: code, statusReason: concept, intent: code, priority: code },
      ...{ doNotPerform: flag, ...product, authoredOn: date, reasonCode: each(concept) },
      ...{ courseOfTherapyType: concept, dosageInstruction: dosages },
      dispenseRequest: only({
        validityPeriod: period,
        numberOfRepeatsAllowed: number,
        quantity,
        expectedSupplyDuration: quantity,
      }),
    },
    vital: ['status', 'intent', 'doNotPerform', 'medicationCodeableConcept'],
  },
  MedicationStatement: {
    members: {
      ...{ status: code, statusReason: each(concept), ...product, effectiveDateTime: date },
      ...{ effectivePeriod: period, dateAsserted: date, reasonCode: each(concept) },
      dosage: dosages,
    },
    vital: ['status', 'medicationCodeableConcept', 'effectivePeriod'],
  },
  Immunization: {
    members: {
      ...{ status: code, statusReason: concept, vaccineCode: concept, occurrenceDateTime: date },
      ...{ recorded: date, primarySource: flag, site: concept, route: concept },
      ...{ doseQuantity: quantity, isSubpotent: flag, subpotentReason: each(concept) },
      protocolApplied: each(
        only({
          targetDisease: each(concept),
          doseNumberPositiveInt: number,
          seriesDosesPositiveInt: number,
        }),
      ),
    },
    vital: ['status', 'vaccineCode', 'isSubpotent', 'doseQuantity'],
  },
  Observation: {
    members: {
      ...{ status: code, category: each(concept), effectiveDateTime: date, issued: date },
      ...{ effectiveInstant: date, effectivePeriod: period, bodySite: concept, method: concept },
      ...measured,
      component: allOf(whole(only(measured), measuredVital)),
    },
    vital: [...measuredVital, 'status', 'component', 'bodySite'],
  },
  DiagnosticReport: {
    members: {
      ...{ status: code, category: each(concept), code: concept, effectiveDateTime: date },
      ...{ effectivePeriod: period, issued: date, conclusionCode: allOf(concept) },
    },
    vital: ['status', 'code', 'conclusionCode'],
  },
  Procedure: {
    members: {
      ...{ status: code, statusReason: concept, category: concept, code: concept },
      ...{ performedDateTime: date, performedPeriod: period, reasonCode: each(concept) },
      ...{ bodySite: allOf(concept), outcome: concept, complication: each(concept) },
    },
    vital: ['status', 'code', 'outcome', 'bodySite'],
  },
  Flag: {
    members: { status: code, category: each(concept), code: concept, period },
    vital: ['status', 'code', 'period'],
  },
  Consent: {
    members: {
      ...{ status: code, scope: concept, category: each(concept), dateTime: date },
      provision: whole(only({ type: code, period, code: allOf(concept) }), [
        ...['type', 'period', 'code', 'provision'],
      ]),
    },
    vital: ['status', 'scope', 'provision'],
  },
  Medication: {
    members: { status: code, code: concept, form: concept },
    vital: ['status', 'code'],
  },
};
