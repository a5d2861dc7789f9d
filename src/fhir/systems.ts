/**
 * Identifier systems, code systems and profile URLs the app and the reference exchange speak.
 * Constants only, so that both sides spell a URL the same way; each side has its own rules.
 */

/** NHS identifiers (NHS Digital / HL7 UK Core identifier systems). */
export const identifierSystem = {
  nhsNumber: 'https://fhir.nhs.uk/Id/nhs-number',
  sdsUserId: 'https://fhir.nhs.uk/Id/sds-user-id',
  sdsRoleProfileId: 'https://fhir.nhs.uk/Id/sds-role-profile-id',
  odsOrganisation: 'https://fhir.nhs.uk/Id/ods-organization-code',
  gmc: 'https://fhir.hl7.org.uk/Id/gmc-number',
  nmc: 'https://fhir.hl7.org.uk/Id/nmc-number',
  gphc: 'https://fhir.hl7.org.uk/Id/gphc-number',
  hcpc: 'https://fhir.hl7.org.uk/Id/hcpc-number',
  uri: 'urn:ietf:rfc:3986',
} as const;

/** Terminology of the gate (FHIR R4, THO, SNOMED UK, NHS). */
export const codeSystem = {
  snomed: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
  dcm: 'http://dicom.nema.org/resources/ontology/DCM',
  actReason: 'http://terminology.hl7.org/CodeSystem/v3-ActReason',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  participationType: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
  confidentiality: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  consentScope: 'http://terminology.hl7.org/CodeSystem/consentscope',
  objectRole: 'http://terminology.hl7.org/CodeSystem/object-role',
} as const;

/** Terminology that only an exchange or a host writes. */
export const exchangeSystem = {
  auditEventType: 'http://terminology.hl7.org/CodeSystem/audit-event-type',
  auditEntityType: 'http://terminology.hl7.org/CodeSystem/audit-entity-type',
  balpSubtype: 'https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType',
  restfulInteraction: 'http://hl7.org/fhir/restful-interaction',
  spine: 'https://fhir.nhs.uk/CodeSystem/Spine-ErrorOrWarningCode',
  scrAlertReason: 'https://fhir.nhs.uk/CodeSystem/SCR-AlertReason',
  sdsJobRole: 'https://fhir.nhs.uk/CodeSystem/NHSDigital-SDS-JobRoleCode',
} as const;

/** What is ours: published with the contract, never mistaken for a national code. */
export const ocs = {
  permissionPolicy: 'https://ocs.example.org/policy/permission-to-view|1',
  breakGlassPolicy: 'https://ocs.example.org/policy/break-glass|1',
  accessReason: 'https://ocs.example.org/CodeSystem/access-reason',
  sourceState: 'https://ocs.example.org/CodeSystem/source-state',
  accessEvent: 'https://ocs.example.org/CodeSystem/access-event',
  questionnaire: 'https://ocs.example.org/Questionnaire/access-decision|1',
  /** Extensions on an OperationOutcome issue that reports one source. */
  issueSource: 'https://ocs.example.org/StructureDefinition/source',
  issueAsked: 'https://ocs.example.org/StructureDefinition/asked-at',
  issueMilliseconds: 'https://ocs.example.org/StructureDefinition/took-ms',
  issueUpTo: 'https://ocs.example.org/StructureDefinition/data-up-to',
  /** Repeats: the sections a source of this kind keeps at all, one code each. */
  issueKeeps: 'https://ocs.example.org/StructureDefinition/source-keeps',
  issueTag: 'https://ocs.example.org/StructureDefinition/source-tag',
  /** On a stored Consent: the host encounter it was given in, by the token and not by the body. */
  encounter: 'https://ocs.example.org/StructureDefinition/encounter',
  /** Identifier system of the pseudonym that stands for a patient in the review feed. */
  patientPseudonym: 'https://ocs.example.org/Id/patient-pseudonym',
} as const;

/** UK Core extension and code system for the NHS number's verification status. */
export const nhsNumberVerification = {
  extension:
    'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus',
  systems: [
    'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland',
    'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatus',
  ],
} as const;
