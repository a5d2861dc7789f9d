/**
 * An answer that is nobody's, for the readers to be rehearsed with: what has run a few thousand
 * times takes a fraction of the time of what runs first. It is written as an exchange streams a
 * summary (contract 2.4), of what most of a record is; its titles, names and dates are no one's.
 */
import { parseNhsNumber } from '../../domain/nhs-number.ts';
import type { PatientRef } from '../../domain/person.ts';
import { clinicalSystem } from '../clinical-systems.ts';
import { codeSystem, identifierSystem } from '../systems.ts';
import type { Traced } from './traced.ts';

/** What every title and name of it says. */
export const rehearsalWord = 'Rehearsal';
const text = rehearsalWord;

/** Whom it is about: a number from the range that nobody is given, and an id that no trace says. */
export function nobody(): Traced | null {
  const nhsNumber = parseNhsNumber('9999990002');
  return nhsNumber && { ref: 'nobody' as PatientRef, nhsNumber, restricted: 'none' };
}

type Written = { readonly resourceType: string } & Readonly<Record<string, unknown>>;

/**
 * Its lines, as resources: the Patient, who has no NHS number, and a round of each source.
 * @param sources ids of Organizations
 * @param entries how many of each kind each source has
 */
export function nobodysAnswer(sources: readonly string[], entries: number): readonly Written[] {
  return [
    { resourceType: 'Patient', id: 'nobody' },
    ...sources.flatMap((source) => roundOf(source, entries)),
  ];
}

const subject = { reference: 'Patient/nobody' };
const said = { text };
const coded = (code: string, system: string = codeSystem.snomed) => ({
  coding: [{ system, code, display: text }],
  text,
});

function roundOf(source: string, entries: number): Written[] {
  const author = {
    ...{ type: 'Organization', display: text },
    identifier: { system: identifierSystem.odsOrganisation, value: source },
  };
  const resources = Array.from({ length: entries }, (_, at) => at).flatMap((at) => {
    const idOf = (index: number) => `${source}-${at}-${index}`;
    const lines = [...measuredOf(at, author, idOf), ...itemsOf(at, author)];
    return lines.map(({ resourceType, ...rest }, index) => ({
      ...{ resourceType, id: idOf(index) },
      meta: { versionId: '1', lastUpdated: dayOf(at), source: `urn:rehearsal/${source}` },
      ...rest,
    }));
  });
  const types = [...new Set(resources.map(({ resourceType }) => resourceType))];
  return [
    { resourceType: 'Organization', id: source, identifier: [author.identifier], name: text },
    ...resources,
    {
      ...{ resourceType: 'Composition', id: source, status: 'final', subject },
      type: coded('60591-5', codeSystem.loinc),
      ...{ date: dayOf(0), author: [{ reference: `Organization/${source}` }], title: text },
      section: types.map((type) => ({
        ...{ title: type, code: coded(sectionCodes[type] ?? '46240-8', codeSystem.loinc) },
        entry: resources
          .filter(({ resourceType }) => resourceType === type)
          .map(({ resourceType, id }) => ({ reference: `${resourceType}/${id}` })),
      })),
    },
  ];
}

const sectionCodes: Readonly<Partial<Record<string, string>>> = {
  ...{ AllergyIntolerance: '48765-2', Condition: '11450-4' },
  ...{ Observation: '30954-2', DiagnosticReport: '30954-2' },
  ...{ MedicationRequest: '10160-0', MedicationStatement: '10160-0' },
};

const dayOf = (at: number): string => `2001-02-${at + 10}T04:05:06+00:00`;

/** What is one line each. */
function itemsOf(at: number, author: object): Written[] {
  const [day, code] = [dayOf(at), coded(`${at}`)];
  const period = { start: day, end: day };
  const medicine = { medicationCodeableConcept: coded(`${at}`, clinicalSystem.dmd), subject };
  const dose = [{ text: `${text} ${at} mg` }];
  const active = {
    clinicalStatus: coded('active', clinicalSystem.conditionClinical),
    verificationStatus: coded('confirmed', clinicalSystem.conditionVerification),
  };
  const ordered = { status: 'completed', intent: 'order' };
  return [
    {
      ...{ resourceType: 'AllergyIntolerance', code, patient: subject, recordedDate: day },
      clinicalStatus: coded('active', clinicalSystem.allergyClinical),
      reaction: [{ manifestation: [code], severity: 'mild' }],
    },
    { resourceType: 'Condition', ...active, code, subject, onsetDateTime: day },
    {
      ...{ resourceType: 'MedicationRequest', ...ordered, ...medicine, authoredOn: day },
      ...{ requester: author, courseOfTherapyType: said, dosageInstruction: dose },
    },
    {
      ...{ resourceType: 'MedicationStatement', status: 'active', ...medicine },
      ...{ dateAsserted: day, informationSource: author, dosage: dose },
    },
    {
      ...{ resourceType: 'Encounter', status: 'finished', class: { code: 'AMB' }, type: [said] },
      ...{ subject, period, reasonCode: [said], serviceProvider: author },
    },
    {
      ...{ resourceType: 'DocumentReference', status: 'current', type: code, subject, date: day },
      ...{ author: [author], description: text, content: [{ attachment: { title: text } }] },
    },
    {
      ...{ resourceType: 'Immunization', status: 'completed', vaccineCode: code },
      ...{ patient: subject, occurrenceDateTime: day, performer: [{ actor: author }] },
    },
    { resourceType: 'Procedure', status: 'completed', code, subject, performedDateTime: day },
    { resourceType: 'ServiceRequest', ...ordered, code, subject, authoredOn: day },
    {
      ...{ resourceType: 'Appointment', status: 'fulfilled', description: text, start: day },
      participant: [{ actor: subject, status: 'accepted' }],
    },
    { resourceType: 'CarePlan', status: 'active', intent: 'plan', title: text, subject, period },
    { resourceType: 'Flag', status: 'active', category: [said], code, subject, period },
    { resourceType: 'RelatedPerson', active: true, patient: subject, relationship: [said] },
  ];
}

/** What has a value: half of a long record. The panel's parts are the first of the lines. */
function measuredOf(at: number, author: object, idOf: (index: number) => string): Written[] {
  const [system, effectiveDateTime] = [clinicalSystem.ucum, dayOf(at)];
  const quantity = { value: at + 1, unit: 'mmol/L', system, code: 'mmol/L' };
  const value = { valueQuantity: quantity };
  const observed = (code: string, category: string, rest: object): Written => ({
    ...{ resourceType: 'Observation', status: 'final' },
    category: [{ coding: [{ system: clinicalSystem.observationCategory, code: category }] }],
    ...{ code: coded(code, codeSystem.loinc), subject, effectiveDateTime },
    ...{ performer: [author], ...rest },
  });
  const judged = {
    interpretation: [coded('N', clinicalSystem.interpretation)],
    ...{ ...value, referenceRange: [{ low: quantity, high: quantity }] },
  };
  const codes = Array.from({ length: 8 }, (_, test) => `${test}`);
  return [
    ...codes.map((code) => observed(code, 'laboratory', judged)),
    {
      ...{
        resourceType: 'DiagnosticReport',
        status: 'final',
        category: [said],
        code: said,
        subject,
      },
      ...{ effectiveDateTime, issued: effectiveDateTime, performer: [author] },
      result: [0, 1, 2].map((index) => ({ reference: `Observation/${idOf(index)}` })),
    },
    observed('8867-4', 'vital-signs', value),
    observed('85354-9', 'vital-signs', { component: [{ code: said, ...value }] }),
    observed('72166-2', 'social-history', { valueCodeableConcept: said }),
  ];
}
