/** The sections of a summary (domain.md 9), as IPS 2.0 wants them. */
import type { Coding, CompositionSection } from 'fhir/r4';
import { clinicalSystem } from '../../src/fhir/clinical-systems.ts';
import { codeSystem } from '../../src/fhir/systems.ts';
import type { Resource } from './part.ts';
import { sectionOf } from './section-of.ts';

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
  functional: loinc('47420-5', 'Functional status'),
  story: loinc('81338-6', 'About me'),
  family: loinc('10157-6', 'Family history'),
  needs: ours('needs', 'Reasonable adjustments and interpreter'),
  safeguarding: ours('safeguarding', 'Safeguarding'),
  referrals: ours('referrals', 'Referrals'),
  research: ours('research', 'Research participation'),
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
  ...(['functional', 'story', 'family'] as const),
];

/** IPS 2.0: present in every document, with entries or with a reason for having none. */
export const requiredSections: readonly SectionKey[] = ['problems', 'allergies', 'medications'];

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

/** Adds what one round placed to what the document holds so far. */
export function placeRound(placed: Placed, round: Placed): void {
  for (const [key, references] of round) {
    const list = placed.get(key);
    if (list) for (const reference of references) list.push(reference);
    else placed.set(key, [...references]);
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
