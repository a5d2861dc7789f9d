/** Invented facts, as plain as FHIR has them: what the variants of documents are made of. */
export type Fact = Readonly<Record<string, unknown>> & {
  readonly resourceType: string;
  readonly id: string;
};

const loinc = 'http://loinc.org';
const snomed = 'http://snomed.info/sct';

export type Chapter = {
  readonly code: string;
  readonly title: string;
  readonly facts: readonly Fact[];
};

function concept(text: string, code: string, system = snomed) {
  return { text, coding: [{ system, code, display: text }] };
}

/** Of one invented woman with diabetes, in the sections that most summaries have. */
export const record: readonly Chapter[] = [
  {
    code: '11450-4',
    title: 'Problems',
    facts: [
      {
        resourceType: 'Condition',
        id: 'c1',
        clinicalStatus: { coding: [{ code: 'active' }] },
        code: concept('Type 2 diabetes', '44054006'),
        onsetDateTime: '2014-05-02',
      },
      { resourceType: 'Condition', id: 'c2', code: concept('Fractured wrist', '1'), note: [] },
    ],
  },
  {
    code: '48765-2',
    title: 'Allergies',
    facts: [
      {
        resourceType: 'AllergyIntolerance',
        id: 'a1',
        code: concept('Amoxicillin', '372687004'),
        reaction: [{ manifestation: [{ text: 'Rash' }], severity: 'severe' }],
      },
    ],
  },
  {
    code: '10160-0',
    title: 'Medicines',
    facts: [
      {
        resourceType: 'MedicationStatement',
        id: 'm1',
        status: 'active',
        medicationCodeableConcept: concept('Metformin 500 mg tablets', '325278007'),
        effectivePeriod: { start: '2019-02-11' },
        dosage: [{ text: 'One, twice a day' }],
      },
      {
        resourceType: 'MedicationRequest',
        id: 'm2',
        status: 'stopped',
        intent: 'order',
        medicationCodeableConcept: concept('Ramipril 5 mg capsules', '2'),
        authoredOn: '2020-06-01',
      },
    ],
  },
  {
    code: '11369-6',
    title: 'Vaccinations',
    facts: [
      {
        resourceType: 'Immunization',
        id: 'i1',
        status: 'completed',
        vaccineCode: concept('Influenza vaccine', '3'),
        occurrenceDateTime: '2025-10-04',
      },
    ],
  },
  {
    code: '30954-2',
    title: 'Results',
    facts: [
      {
        resourceType: 'Observation',
        id: 'o1',
        status: 'final',
        code: concept('HbA1c', '59261-8', loinc),
        valueQuantity: { value: 58, unit: 'mmol/mol' },
        effectiveDateTime: '2026-01-09T08:30:00+01:00',
      },
      {
        resourceType: 'DiagnosticReport',
        id: 'd1',
        status: 'final',
        code: concept('Chest X-ray', '4'),
        conclusion: 'Normal',
      },
    ],
  },
  {
    code: '47519-4',
    title: 'Procedures',
    facts: [
      {
        resourceType: 'Procedure',
        id: 'p1',
        status: 'completed',
        code: concept('Appendicectomy', '80146002'),
        performedDateTime: '1998',
      },
    ],
  },
  {
    code: '18776-5',
    title: 'Plans',
    facts: [
      { resourceType: 'CarePlan', id: 'k1', status: 'active', intent: 'plan', title: 'Foot care' },
      { resourceType: 'Flag', id: 'f1', status: 'active', code: concept('Falls', '5') },
    ],
  },
];
