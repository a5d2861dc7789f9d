/** One resource of each kind, each a plain fact as it stands. */
import { clinicalSystem } from '../../../src/fhir/clinical-systems.ts';
import { status as coded, subject } from './sample.ts';

const code = { text: 'Something' };
export const about = { id: 'x', subject, patient: subject };
export const active = coded(clinicalSystem.conditionClinical, 'active');

export const facts: readonly (Record<string, unknown> & { resourceType: string })[] = [
  { resourceType: 'MedicationStatement', status: 'active', medicationCodeableConcept: code },
  { resourceType: 'MedicationRequest', status: 'active', medicationCodeableConcept: code },
  { resourceType: 'Immunization', status: 'completed', vaccineCode: code },
  { resourceType: 'Observation', status: 'final', code, valueString: 'x' },
  { resourceType: 'DiagnosticReport', status: 'final', code, conclusion: 'x' },
  { resourceType: 'DocumentReference', status: 'current', description: 'x' },
  { resourceType: 'Flag', status: 'active', code },
  { resourceType: 'Consent', status: 'active', scope: { ...code, coding: [{ code: 'adr' }] } },
  { resourceType: 'CarePlan', status: 'active', title: 'x' },
  { resourceType: 'Goal', lifecycleStatus: 'active', description: code },
  { resourceType: 'CareTeam', status: 'active', name: 'x' },
  { resourceType: 'Encounter', status: 'in-progress', class: { code: 'IMP' } },
  { resourceType: 'EpisodeOfCare', status: 'active' },
  { resourceType: 'ServiceRequest', status: 'active', intent: 'order', code },
  { resourceType: 'Appointment', status: 'arrived', description: 'x' },
  { resourceType: 'Procedure', status: 'in-progress', code },
  { resourceType: 'DeviceUseStatement', status: 'active', device: { display: 'x' } },
  { resourceType: 'RelatedPerson', active: true, name: [{ text: 'x' }] },
  { resourceType: 'Condition', clinicalStatus: active, code },
  {
    resourceType: 'AllergyIntolerance',
    clinicalStatus: coded(clinicalSystem.allergyClinical, 'active'),
    code,
  },
];
