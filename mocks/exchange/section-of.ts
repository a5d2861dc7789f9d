/** Which section a resource belongs to (domain.md 9). */
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

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The codes of a concept; of one that is malformed anywhere, none. */
function codes(value: unknown): readonly string[] {
  if (!isFields(value)) return [];
  const { coding = [], text } = value;
  if (!Array.isArray(coding) || (text !== undefined && typeof text !== 'string')) return [];
  const found: string[] = [];
  for (const one of coding) {
    if (!isFields(one)) return [];
    const { code } = one;
    if (typeof code === 'string') found.push(code);
    else if (code !== undefined) return [];
  }
  return found;
}

/** A resource's categories: their codes, and their words in lower case. */
function categoriesOf(resource: Resource): readonly string[] {
  const { category } = resource;
  if (!Array.isArray(category)) return [];
  return category.flatMap((one: unknown) => {
    const text = isFields(one) ? one['text'] : undefined;
    return typeof text === 'string' ? [...codes(one), text.toLowerCase()] : codes(one);
  });
}

/** LOINC: pregnancy status, delivery date estimated in its ways, gestational age. */
const pregnancyCodes: readonly string[] = [
  '82810-3',
  '11778-8',
  '11779-6',
  '11780-4',
  '18185-9',
  '11884-4',
];

function observationSection(resource: Resource): SectionKey {
  const categories = categoriesOf(resource);
  if (codes(resource['code']).some((code) => pregnancyCodes.includes(code))) return 'pregnancy';
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
