/**
 * Where a resource is shown. What it is decides; where that leaves it open, its category and code
 * do, and only then the section it was sent in.
 */
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import { typeOf } from '../searchset.ts';
import { codesOfRaw, conceptsIn, propertyOf, stringIn, wordsOfRaw } from './json.ts';
import { isPlanConsent } from './plan-words.ts';
import { isNeed, isPlan, isSafeguarding } from './plan-words.ts';
import type { Section } from './section.ts';

const byType = new Map<string, SectionKind>([
  ['AllergyIntolerance', 'allergy'],
  ['MedicationStatement', 'medication'],
  ['MedicationRequest', 'medication'],
  ['MedicationDispense', 'medication'],
  ['MedicationAdministration', 'medication'],
  ['Immunization', 'immunisation'],
  ['DiagnosticReport', 'result'],
  ['RelatedPerson', 'contact'],
  ['CareTeam', 'contact'],
  ['Encounter', 'encounter'],
  ['EpisodeOfCare', 'encounter'],
  ['ServiceRequest', 'referral'],
  ['Appointment', 'appointment'],
  ['Procedure', 'procedure'],
  ['DeviceUseStatement', 'device'],
]);

/** Named by others. A section that lists one itself means the thing. */
const supporting = new Set([
  ...['Organization', 'Practitioner', 'PractitionerRole', 'Location', 'HealthcareService'],
  ...['Medication', 'Specimen', 'Device', 'Substance', 'Endpoint', 'Person', 'Group'],
  // What care cost is no part of the record of care.
  ...['Claim', 'ClaimResponse', 'ExplanationOfBenefit', 'Coverage', 'Account', 'Invoice'],
  ...['ChargeItem', 'PaymentNotice', 'PaymentReconciliation'],
]);

/** Whom it is about, and what leads it: said elsewhere. */
const leading = new Set(['Patient', 'Composition', 'OperationOutcome']);

/** How the answer is put together, not what it says; unless a section lists it as said. */
const machinery = new Set([
  ...['Provenance', 'Binary', 'AuditEvent'],
  ...['MessageHeader', 'Subscription', 'Parameters', 'CapabilityStatement'],
]);

/**
 * @param section the section that lists it; null for a resource that stands in none
 * @returns null for what is no item: what others refer to, and the answer's own machinery
 */
export function kindOf(resource: unknown, section: Section | null): SectionKind | null {
  const type = typeOf(resource);
  const isGuarded = section?.kind === 'safeguarding';
  if (type === null || type === '') return isGuarded ? 'safeguarding' : 'other';
  if (leading.has(type)) return null;
  if (supporting.has(type) || machinery.has(type)) {
    const isListed = section !== null && section.kind !== null;
    if (!isListed) return null;
    if (isGuarded) return 'safeguarding';
    return type === 'Device' ? 'device' : 'other';
  }
  const kind = byType.get(type) ?? openKind(type, resource, section?.kind ?? null);
  return isGuarded && !alwaysOpen.has(kind) ? 'safeguarding' : kind;
}

/**
 * What is safeguarding to its source is nothing else here, but for what harms where it is not
 * seen: these stay in their own sections.
 */
const alwaysOpen = new Set<SectionKind>([
  ...(['allergy', 'medication', 'immunisation', 'emergency-plan'] as const),
]);

function openKind(type: string, resource: unknown, section: SectionKind | null): SectionKind {
  switch (type) {
    case 'Observation':
      return observationKind(resource, section);
    case 'Condition':
      return conditionKind(resource, section);
    case 'Flag':
    case 'DetectedIssue':
      return alertKind(resource, section);
    case 'Consent':
      return isPlanConsent(resource, section) ? 'emergency-plan' : 'other';
    case 'CarePlan':
    case 'Goal':
      return planKind(resource, section);
    case 'DocumentReference':
      // A form sent as the plan itself belongs to the plans.
      return section === 'emergency-plan' ? section : 'document';
    default:
      return 'other';
  }
}

/** LOINC and SNOMED CT: pregnancy status, delivery date estimated in its ways, gestational age. */
const pregnancyCodes = new Set([
  ...['82810-3', '11778-8', '11779-6', '11780-4', '18185-9', '11884-4', '11885-1', '49051-6'],
  ...['57036006', '161714006', '366325006'],
]);

/** The FHIR vital signs profile, and tobacco use, for observations that have no category. */
const vitalCodes = new Set([
  ...['85353-1', '9279-1', '8867-4', '2708-6', '59408-5', '8310-5', '8302-2', '9843-4'],
  ...['29463-7', '39156-5', '85354-9', '8480-6', '8462-4', '8287-5'],
]);
const socialCodes = new Set(['72166-2', '11367-0', '74013-4', '11331-6']);

const categoryKinds = new Map<string, SectionKind>([
  ['vital-signs', 'vital'],
  ['social-history', 'social'],
  ['functional-status', 'functional'],
  ['functional', 'functional'],
  ['disability-status', 'functional'],
  ['cognitive-status', 'functional'],
  ['laboratory', 'result'],
  ['imaging', 'result'],
]);

/** Sections in which an observation is not an entry of its own kind. */
const elsewhere = new Set<SectionKind>([
  ...(['problem', 'allergy', 'medication', 'immunisation', 'document', 'encounter'] as const),
  ...(['referral', 'appointment', 'contact', 'procedure', 'device'] as const),
]);

function observationKind(resource: unknown, section: SectionKind | null): SectionKind {
  const codes = codesIn(resource, 'code');
  if (codes.some((code) => pregnancyCodes.has(code))) return 'pregnancy';
  const category = codesIn(resource, 'category').find((each) => categoryKinds.has(each));
  if (category !== undefined) return categoryKinds.get(category) ?? 'result';
  if (section !== null && section !== 'other' && !elsewhere.has(section)) return section;
  if (codes.some((code) => vitalCodes.has(code))) return 'vital';
  if (codes.some((code) => socialCodes.has(code))) return 'social';
  return section === 'other' ? 'other' : 'result';
}

/** A diagnosis is a problem wherever it stands, but not each finding is a diagnosis. */
function conditionKind(resource: unknown, section: SectionKind | null): SectionKind {
  const listed = ['problem-list-item', 'encounter-diagnosis', 'health-concern'];
  if (codesIn(resource, 'category').some((code) => listed.includes(code))) return 'problem';
  switch (section) {
    case 'functional':
    case 'social':
    case 'safeguarding':
    case 'need':
    case 'alert':
      return section;
    default:
      return 'problem';
  }
}

function alertKind(resource: unknown, section: SectionKind | null): SectionKind {
  const words = wordsIn(resource, ['category', 'code']);
  if (isSafeguarding(words)) return 'safeguarding';
  if (isNeed(words, resource)) return 'need';
  return section === 'safeguarding' || section === 'need' ? section : 'alert';
}

function planKind(resource: unknown, section: SectionKind | null): SectionKind {
  const titled = `${stringIn(resource, 'title')?.slice(0, 300) ?? ''} `;
  const words = `${titled}${wordsIn(resource, ['category', 'description'])}`;
  if (isSafeguarding(words)) return 'safeguarding';
  if (isPlan(words)) return 'emergency-plan';
  return section === 'safeguarding' || section === 'emergency-plan' ? section : 'care-plan';
}

function codesIn(resource: unknown, key: string): string[] {
  return conceptsIn(resource, key).flatMap(codesOfRaw);
}

function wordsIn(resource: unknown, keys: readonly string[]): string {
  return keys
    .filter((key) => typeof propertyOf(resource, key) === 'object')
    .flatMap((key) => conceptsIn(resource, key).map(wordsOfRaw))
    .join(' ');
}
