/** One resource of a section → an item, a gap, or the reason why it is neither. */
import * as z from 'zod/mini';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import { coding, parsed } from '../datatypes.ts';
import { typeOf } from '../searchset.ts';
import { allergy } from './allergy.ts';
import { immunisation } from './immunisation.ts';
import { letter } from './letter.ts';
import { type Context, malformed, type Mapped, notUnderstood } from './mapped.ts';
import { medicationRequest, medicationStatement } from './medication.ts';
import { problem } from './problem.ts';
import { diagnosticReport, result } from './result.ts';
import type { Section } from './section.ts';

type Shown = {
  readonly kind: SectionKind;
  readonly map: (resource: unknown, context: Context) => Mapped | null;
};

/** What a resource is decides where it is shown; an allergy is one in whatever section it stands. */
const shown = new Map<string, Shown>([
  ['Condition', { kind: 'problem', map: problem }],
  ['AllergyIntolerance', { kind: 'allergy', map: allergy }],
  ['MedicationStatement', { kind: 'medication', map: medicationStatement }],
  ['MedicationRequest', { kind: 'medication', map: medicationRequest }],
  ['Immunization', { kind: 'immunisation', map: immunisation }],
  ['Observation', { kind: 'result', map: result }],
  ['DiagnosticReport', { kind: 'result', map: diagnosticReport }],
  ['DocumentReference', { kind: 'document', map: letter }],
]);

export function kindOf(resource: unknown): SectionKind | null {
  return shown.get(typeOf(resource) ?? '')?.kind ?? null;
}

/**
 * @param understood false where a modifier was found anywhere in the resource
 * @returns null for a grouping that has nothing to say itself
 */
export function mapResource(
  resource: object,
  section: Section,
  understood: boolean,
  context: Context,
): Mapped | null {
  const type = typeOf(resource);
  const how = shown.get(type ?? '');
  // Vital signs, smoking, pregnancy: Observations too, but not results.
  const elsewhere = how?.kind === 'result' && section.kind !== 'result';
  // In a section of ours, what we can not place might be one of its facts.
  if ((!how || elsewhere) && section.kind !== null) return notUnderstood(inWords(section, type));
  if (!how || elsewhere) {
    return { type: 'unshown', what: inWords(section, type), because: 'not-in-this-view' };
  }
  if (!understood) return notUnderstood(inWords(section, type));
  // Whom it is about was checked wherever it is said; here it must be said.
  if (!('subject' in resource) && !('patient' in resource))
    return malformed(inWords(section, type));
  return how.map(resource, context);
}

/** Some of it was taken out: v3-ObservationValue REDACTED (contract, section 3). */
export function isRedacted(resource: object): boolean {
  const labels = parsed(z.object({ meta: z.object({ security: z.array(coding) }) }), resource);
  return (labels?.meta.security ?? []).some(({ code }) => code === 'REDACTED');
}

function inWords(section: Section, type: string | null): string {
  const words = (type ?? 'Unreadable entry').replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return `${section.title}: ${words}`;
}
