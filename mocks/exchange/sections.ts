/** Which section a resource belongs to (domain.md 9), and sections as IPS 2.0 wants them. */
import type { Coding, CompositionSection } from 'fhir/r4';
import { z } from 'zod';
import { clinicalSystem } from '../../src/fhir/clinical-systems.ts';
import { codeSystem } from '../../src/fhir/systems.ts';
import type { Resource } from './part.ts';

type SectionKind = { readonly title: string; readonly coding: Coding };

const loinc = (code: string, title: string): SectionKind => ({
  title,
  coding: { system: codeSystem.loinc, code },
});
const ours = (code: string, title: string): SectionKind => ({
  title,
  coding: { system: clinicalSystem.sectionCode, code },
});

const kinds = {
  problems: loinc('11450-4', 'Problems'),
  allergies: loinc('48765-2', 'Allergies and adverse reactions'),
  medications: loinc('10160-0', 'Medications'),
  immunisations: loinc('11369-6', 'Immunisations'),
  results: loinc('30954-2', 'Results'),
  procedures: loinc('47519-4', 'Procedures'),
  devices: loinc('46264-8', 'Devices'),
  directives: loinc('42348-3', 'Advance directives'),
  alerts: loinc('104605-1', 'Alerts'),
  pastProblems: loinc('11348-0', 'Past problems'),
  pregnancy: loinc('10162-6', 'Pregnancy'),
  plans: loinc('18776-5', 'Plan of care'),
  social: loinc('29762-2', 'Social history'),
  vitals: loinc('8716-3', 'Vital signs'),
  encounters: loinc('46240-8', 'Encounters'),
  appointments: ours('appointments', 'Appointments'),
  documents: ours('documents', 'Documents and letters'),
  contacts: ours('contacts', 'Contacts'),
  other: ours('other', 'Other'),
} as const;
export type SectionKey = keyof typeof kinds;
const sectionKeys: readonly SectionKey[] = [
  ...(['problems', 'allergies', 'medications', 'immunisations', 'results'] as const),
  ...(['procedures', 'devices', 'directives', 'alerts', 'pastProblems'] as const),
  ...(['pregnancy', 'plans', 'social', 'vitals', 'encounters'] as const),
];

/** IPS 2.0: present in every document, with entries or with a reason for having none. */
export const requiredSections: readonly SectionKey[] = ['problems', 'allergies', 'medications'];

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
  Flag: 'alerts',
  DetectedIssue: 'alerts',
  CarePlan: 'plans',
  CareTeam: 'plans',
  Goal: 'plans',
  ServiceRequest: 'plans',
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

const concept = z.object({ coding: z.array(z.object({ code: z.string().optional() })).optional() });
const codes = (value: unknown): readonly (string | undefined)[] => {
  const one = concept.safeParse(value);
  return one.success ? (one.data.coding ?? []).map(({ code }) => code) : [];
};

/** LOINC: pregnancy status, delivery date estimated in its ways, gestational age. */
const pregnancyCodes = ['82810-3', '11778-8', '11779-6', '11780-4', '18185-9', '11884-4'];

function observationSection(resource: Resource): SectionKey {
  const categories = z.array(z.unknown()).catch([]).parse(resource['category']).flatMap(codes);
  if (codes(resource['code']).some((code) => pregnancyCodes.includes(code ?? ''))) {
    return 'pregnancy';
  }
  if (categories.includes('vital-signs')) return 'vitals';
  return categories.includes('social-history') ? 'social' : 'results';
}

/** The section of a resource, or null for one that others only refer to. */
export function sectionOf(resource: Resource): SectionKey | null {
  const { resourceType } = resource;
  if (supporting.has(resourceType)) return null;
  if (resourceType === 'Observation') return observationSection(resource);
  if (resourceType === 'Condition') {
    const [status] = codes(resource['clinicalStatus']);
    return ['inactive', 'resolved', 'remission'].includes(status ?? '')
      ? 'pastProblems'
      : 'problems';
  }
  return byType[resourceType] ?? 'other';
}

/** Section key → references, in the order the resources came. */
export type Placed = Map<SectionKey, string[]>;

/** Adds resources to their sections. */
export function place(placed: Placed, resources: readonly Resource[]): void {
  for (const resource of resources) {
    const key = sectionOf(resource);
    if (key === null) continue;
    const reference = `${resource.resourceType}/${resource.id}`;
    const list = placed.get(key);
    if (list) list.push(reference);
    else placed.set(key, [reference]);
  }
}

/** The section of a LOINC code, or undefined for one this exchange does not list. */
export const sectionByCode = (code: string): SectionKey | undefined =>
  sectionKeys.find((key) => kinds[key].coding.code === code);

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Generated narrative: what the section is, never the entries' content. */
export const narrative = (says: string) => ({
  status: 'generated' as const,
  div: `<div xmlns="http://www.w3.org/1999/xhtml">${escape(says)}</div>`,
});

/** A section without entries, and why: `emptyReason` is only allowed here (contract.md 3). */
export function emptySection(
  key: SectionKey,
  reason: Coding,
  missing: string | null = null,
): CompositionSection {
  const { title, code, text, extension } = section(key, [], 'No entries were received.', missing);
  return {
    ...(extension === undefined ? {} : { extension }),
    ...{ title, code, text },
    emptyReason: { coding: [reason] },
  };
}

/** One section: title, code and text always; `note` where a source is missing from it. */
export function section(
  key: SectionKey,
  references: readonly string[],
  says: string,
  missing: string | null = null,
): CompositionSection {
  const { title, coding } = kinds[key];
  const note = {
    url: 'http://hl7.org/fhir/StructureDefinition/note',
    valueAnnotation: { text: missing ?? '' },
  };
  return {
    ...(missing === null ? {} : { extension: [note] }),
    title,
    code: { coding: [coding], text: title },
    text: narrative(missing === null ? says : `${says} ${missing}`),
    entry: references.map((reference) => ({ reference })),
  };
}
