/** Terminology of what is in a record, which nobody needs before it is open (FHIR R4, THO, NHS). */
export const clinicalSystem = {
  dmd: 'https://dmd.nhs.uk',
  ucum: 'http://unitsofmeasure.org',
  roleCode: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
  observationValue: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  conditionClinical: 'http://terminology.hl7.org/CodeSystem/condition-clinical',
  conditionVerification: 'http://terminology.hl7.org/CodeSystem/condition-ver-status',
  allergyClinical: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical',
  allergyVerification: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  interpretation: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
  listEmptyReason: 'http://terminology.hl7.org/CodeSystem/list-empty-reason',
  absentUnknown: 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips',
  dataAbsent: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  /** NHS England's category of a Flag that says which adjustments somebody needs. */
  reasonableAdjustment: 'https://fhir.nhs.uk/STU3/CodeSystem/RARecord-FlagCategory-1',
  /** Ours, for sections of the summary no national code names. */
  sectionCode: 'https://ocs.example.org/CodeSystem/summary-section',
} as const;
