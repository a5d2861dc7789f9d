/** One clinical resource of a restricted patient, made fit to leave, or withheld. */
import { identifierSystem } from '../../src/fhir/systems.ts';
import type { Resource } from './part.ts';
import { each, only, oneOf, words } from './redaction-keep.ts';
import { redactedLabels } from './redaction-patient.ts';
import { isTold } from './redaction-places.ts';
import type { Places } from './redaction-places.ts';
import { shapes } from './redaction-shapes.ts';

export type RedactionContext = {
  readonly localPatient: string;
  readonly places: Places;
  /** A name for an id that only this exchange can make, the same at each call. */
  readonly opaque: (name: string) => string;
  /** Medications of the same answer, by `Medication/{id}`. */
  readonly medications: ReadonlyMap<string, Resource>;
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A modifier may deny all around it: dropping one would make a fact of what was none. */
function isModified(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isModified);
  if (!isFields(value)) return false;
  if ('modifierExtension' in value || 'implicitRules' in value) return true;
  return Object.values(value).some(isModified);
}

const codesIn = (value: unknown): string[] =>
  [value]
    .flat()
    .flatMap((one) => (isFields(one) ? [one['coding']].flat() : []))
    .flatMap((one) => (isFields(one) && typeof one['code'] === 'string' ? [one['code']] : []));

/** Kinds that are let through only in part. */
function isKept(resource: Resource): boolean {
  switch (resource.resourceType) {
    case 'Observation':
      // Housing, household, employment: where somebody is, in codes.
      return !codesIn(resource['category']).includes('social-history');
    case 'Flag':
      return (
        codesIn(resource['code']).length > 0 && !codesIn(resource['category']).includes('admin')
      );
    case 'Consent':
      return codesIn(resource['scope']).includes('adr');
    default:
      return true;
  }
}

const isVeryRestricted = ({ meta }: Resource): boolean =>
  [meta?.['security']].flat().some((label) => isFields(label) && label['code'] === 'V');

/** Whom it is about, in the source's own words: the reader must see another patient as another. */
function subjectOf(subject: unknown, { localPatient, opaque }: RedactionContext): unknown {
  const keep = only({
    reference: words,
    identifier: only({ system: oneOf(identifierSystem.nhsNumber), value: words }),
  });
  const kept = keep(subject);
  if (!isFields(kept)) return {};
  const { reference } = kept;
  if (typeof reference !== 'string' || reference === `Patient/${localPatient}`) return kept;
  return { ...kept, reference: `Patient/${opaque(reference)}` };
}

/** The product of a reference, put in place: contained, in the answer, or at least its name. */
function productOf(resource: Resource, { medications }: RedactionContext): Resource {
  const reference = resource['medicationReference'];
  if (!isFields(reference)) return resource;
  const to = reference['reference'];
  const contained = [resource['contained']].flat().filter(isFields);
  const found =
    typeof to !== 'string'
      ? undefined
      : (contained.find(({ id }) => to === `#${String(id)}`) ?? medications.get(to));
  if (found === undefined) {
    const { display } = reference;
    return typeof display === 'string'
      ? { ...resource, medicationCodeableConcept: { text: display } }
      : resource;
  }
  const { status = 'active', code } = found;
  return status === 'active' || status === 'inactive'
    ? { ...resource, medicationCodeableConcept: code }
    : resource;
}

const withheld = {
  note: 'A comment is withheld: location is protected',
  dose: 'Dose withheld: ask the source.',
  conclusion: 'The conclusion is withheld: ask the source.',
} as const;

/** Says where words were taken out that a reader would miss, in words of our own. */
function saidWithheld(resource: Resource, kept: Fields): Fields {
  const doses = ['dosageInstruction', 'dosage'].filter((name) => name in resource);
  const lost = doses.filter((name) => !(name in kept));
  const concluded = 'conclusion' in resource || 'presentedForm' in resource;
  return {
    ...('note' in resource ? { note: [{ text: withheld.note }] } : {}),
    ...Object.fromEntries(lost.map((name) => [name, [{ text: withheld.dose }]])),
    ...(concluded ? { conclusion: withheld.conclusion } : {}),
  };
}

/** Members of a panel, results of a report: observations of the same answer, under their new names. */
function membersOf(resource: Resource, { opaque }: RedactionContext): Fields {
  const lists = ['hasMember', 'result'].flatMap((name) => {
    const references = each(only({ reference: words }))(resource[name]);
    const named = [references].flat().flatMap((one) => {
      const reference = isFields(one) ? one['reference'] : undefined;
      const [type, id] = typeof reference === 'string' ? reference.split('/') : [];
      if (type !== 'Observation' || id === undefined) return [];
      return [{ reference: `Observation/${opaque(`Observation/${id}`)}` }];
    });
    return named.length === 0 ? [] : [[name, named] as const];
  });
  return Object.fromEntries(lists);
}

/** Takes known strings out: an author's words beside a code that says it, a dose as a whole. */
function withoutPlaces(value: unknown, places: Places): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutPlaces(one, places));
  if (!isFields(value)) return value;
  const { text, ...coded } = value;
  const told = typeof text === 'string' && Array.isArray(coded['coding']) && places(text);
  const kept = Object.entries(told ? coded : value).map(([name, member]) => {
    const isDose = name === 'dosage' || name === 'dosageInstruction';
    if (isDose && isTold(member, places)) return [name, [{ text: withheld.dose }]] as const;
    return [name, withoutPlaces(member, places)] as const;
  });
  return Object.fromEntries(kept);
}

/**
 * @returns null where the resource is withheld: of a kind that stays behind, of a form that cannot
 *   be cut without saying something else, or still giving a known string away
 */
export function redactResource(source: Resource, context: RedactionContext): Resource | null {
  const shape = shapes[source.resourceType];
  if (!shape || source.resourceType === 'Medication') return null;
  if (isModified(source) || isVeryRestricted(source) || !isKept(source)) return null;
  const resource = productOf(source, context);
  const kept = only(shape.members)(resource);
  if (!isFields(kept)) return null;
  if (!shape.vital.every((name) => !(name in resource) || name in kept)) return null;
  if ('medicationReference' in resource && !('medicationCodeableConcept' in kept)) return null;
  const clean = withoutPlaces({ ...kept, ...saidWithheld(resource, kept) }, context.places);
  if (!isFields(clean) || isTold(clean, context.places)) return null;
  const about = ['subject', 'patient'].filter((name) => name in resource);
  const { versionId, lastUpdated } = resource.meta ?? {};
  return {
    ...clean,
    ...Object.fromEntries(about.map((name) => [name, subjectOf(resource[name], context)])),
    ...membersOf(resource, context),
    resourceType: resource.resourceType,
    id: context.opaque(`${resource.resourceType}/${resource.id}`),
    meta: {
      ...(versionId === undefined ? {} : { versionId }),
      ...(lastUpdated === undefined ? {} : { lastUpdated }),
      security: redactedLabels('R'),
    },
  };
}

/** What every Composition and Bundle of such a record is labelled with. */
export const redactedMeta = { security: redactedLabels('R') };
