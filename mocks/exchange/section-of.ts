/** Which section a resource belongs to (domain.md 9). */
import { z } from 'zod';
import type { Resource } from './part.ts';
import type { SectionKey } from './sections.ts';

const byType: Readonly<Record<string, SectionKey>> = {
  AllergyIntolerance: 'allergies',
  MedicationRequest: 'medications',
  MedicationStatement: 'medications',
  MedicationDispense: 'medications',
  MedicationAdministration: 'medications',
  Immunization: 'immunisations',
  ImmunizationRecommendation: 'immunisations',
  DiagnosticReport: 'results',
  Procedure: 'procedures',
  DeviceUseStatement: 'devices',
  Consent: 'directives',
  DetectedIssue: 'alerts',
  CareTeam: 'contacts',
  Goal: 'plans',
  ServiceRequest: 'referrals',
  FamilyMemberHistory: 'family',
  ResearchSubject: 'research',
  Encounter: 'encounters',
  EpisodeOfCare: 'encounters',
  Appointment: 'appointments',
  DocumentReference: 'documents',
  RelatedPerson: 'contacts',
};

/** Named by others, never listed themselves. */
const supporting: ReadonlySet<string> = new Set([
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Location',
  'Medication',
  'Specimen',
  'Device',
  'Provenance',
  'Patient',
  'HealthcareService',
  'Composition',
]);

const concept = z.object({
  coding: z.array(z.object({ code: z.string().optional() })).optional(),
  text: z.string().optional(),
});
const codes = (value: unknown): readonly (string | undefined)[] => {
  const one = concept.safeParse(value);
  return one.success ? (one.data.coding ?? []).map(({ code }) => code) : [];
};

/** A resource's categories: their codes, and their words in lower case. */
function categoriesOf(resource: Resource): readonly string[] {
  const given = z.array(z.unknown()).catch([]).parse(resource['category']);
  return given.flatMap((one) => {
    const text = concept.safeParse(one).data?.text?.toLowerCase();
    return [...codes(one), text].filter((each) => each !== undefined);
  });
}

/** LOINC: pregnancy status, delivery date estimated in its ways, gestational age. */
const pregnancyCodes = ['82810-3', '11778-8', '11779-6', '11780-4', '18185-9', '11884-4'];

function observationSection(resource: Resource): SectionKey {
  const categories = categoriesOf(resource);
  if (codes(resource['code']).some((code) => pregnancyCodes.includes(code ?? ''))) {
    return 'pregnancy';
  }
  if (categories.includes('functional status')) return 'functional';
  if (categories.includes('about me')) return 'story';
  if (categories.includes('vital-signs')) return 'vitals';
  return categories.includes('social-history') ? 'social' : 'results';
}

/** SNOMED CT: interpreter needed. */
const interpreterNeeded = '315594003';
const isSafeguarding = (category: string): boolean =>
  category.includes('safeguarding') || category.includes('child protection');

function flagSection(resource: Resource): SectionKey {
  const categories = categoriesOf(resource);
  if (categories.some(isSafeguarding)) return 'safeguarding';
  const isNeed = categories.includes('NRAF') || codes(resource['code']).includes(interpreterNeeded);
  return isNeed ? 'needs' : 'alerts';
}

/** Plans for the day it gets worse stand with the decisions made in advance. */
function planSection(resource: Resource): SectionKey {
  const categories = categoriesOf(resource);
  if (categories.some(isSafeguarding)) return 'safeguarding';
  const emergency = ['emergency', 'crisis', 'safety plan'];
  const isEmergency = categories.some((one) => emergency.some((word) => one.includes(word)));
  return isEmergency ? 'directives' : 'plans';
}

/** The section of a resource, or null for one that others only refer to. */
export function sectionOf(resource: Resource): SectionKey | null {
  const { resourceType } = resource;
  if (supporting.has(resourceType)) return null;
  if (resourceType === 'Observation') return observationSection(resource);
  if (resourceType === 'Flag') return flagSection(resource);
  if (resourceType === 'CarePlan') return planSection(resource);
  if (resourceType === 'Condition') {
    const [status] = codes(resource['clinicalStatus']);
    return ['inactive', 'resolved', 'remission'].includes(status ?? '')
      ? 'pastProblems'
      : 'problems';
  }
  return byType[resourceType] ?? 'other';
}
