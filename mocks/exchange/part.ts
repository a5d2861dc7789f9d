/**
 * One source's answer made ready to stand beside others': stream-unique ids, references that
 * resolve within the part, `meta.source` (contract.md 2.4 (a)). Linear in the number of resources.
 */
import { z } from 'zod';
import type { SourceProfile } from '../scenarios/types.ts';
import { sha256 } from './canonical.ts';

/** Any FHIR resource as a source sends it; its content is the source's business. */
export const resourceShape = z.looseObject({
  resourceType: z.string().regex(/^[A-Z][A-Za-z]{2,40}$/),
  id: z.string().min(1).max(200),
  meta: z
    .looseObject({ versionId: z.string().optional(), lastUpdated: z.string().optional() })
    .optional(),
});
export type Resource = z.infer<typeof resourceShape>;

/** `<ods>-<local id>`, lower case, within FHIR's id alphabet and 64 characters. */
export function streamId(odsCode: string, resourceType: string, localId: string): string {
  const plain = `${odsCode}-${localId}`.toLowerCase().replace(/[^a-z0-9.-]/g, '-');
  if (plain.length <= 64) return plain;
  return `${plain.slice(0, 47)}-${sha256(`${resourceType}/${localId}`).slice(0, 16)}`;
}

/** The id of a source's own Organization line. */
export const organizationId = ({ odsCode, placeHidden }: SourceProfile): string =>
  placeHidden ? odsCode : streamId(odsCode, 'Organization', 'organization');

type Names = {
  readonly profile: SourceProfile;
  readonly localPatient: string;
  readonly tracedId: string;
  readonly ids: ReadonlyMap<string, string>;
};

function newReference(names: Names, reference: string): string | null {
  if (reference.startsWith('#')) return reference;
  const [type, id] = reference.split('/');
  if (type === 'Patient' && id !== undefined) {
    // Another patient's reference goes through as another patient: the reader must see the hazard.
    return id === names.localPatient
      ? `Patient/${names.tracedId}`
      : `Patient/${streamId(names.profile.odsCode, 'Patient', id)}`;
  }
  const mapped = names.ids.get(reference.replace(/\/_history\/.*$/, ''));
  return mapped === undefined ? null : `${type ?? ''}/${mapped}`;
}

function rewrite(names: Names, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((member) => rewrite(names, member));
  return typeof value === 'object' && value !== null ? rewriteObject(names, value) : value;
}

function rewriteObject(names: Names, value: object): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if (key === 'reference' && typeof member === 'string') {
      const reference = newReference(names, member);
      if (reference !== null) copy[key] = reference;
    } else if (key === 'url' && typeof member === 'string' && member.startsWith('Binary/')) {
      copy[key] = `Binary/${streamId(names.profile.odsCode, 'Binary', member.slice(7))}`;
    } else {
      copy[key] = rewrite(names, member);
    }
  }
  return copy;
}

/** Gives every resource a stream-unique id; a clash within the part gets a hash of its own name. */
function assignIds(profile: SourceProfile, resources: readonly Resource[]): Map<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set([organizationId(profile)]);
  for (const { resourceType, id } of resources) {
    const name = `${resourceType}/${id}`;
    const plain = streamId(profile.odsCode, resourceType, id);
    const unique = taken.has(plain) ? `${plain.slice(0, 47)}-${sha256(name).slice(0, 16)}` : plain;
    taken.add(unique);
    ids.set(name, unique);
  }
  return ids;
}

/** The part's resources, the source's own copy of the patient left out (line 1 stands for it). */
export function rewritePart(
  profile: SourceProfile,
  localPatient: string,
  tracedId: string,
  resources: readonly Resource[],
): readonly Resource[] {
  const ids = assignIds(profile, resources);
  const names: Names = { profile, localPatient, tracedId, ids };
  const kept = resources.filter(
    ({ resourceType, id }) => !(resourceType === 'Patient' && id === localPatient),
  );
  const source = `https://ocs.example.org/source/${profile.odsCode}`;
  return kept.map((resource) => ({
    ...rewriteObject(names, resource),
    resourceType: resource.resourceType,
    id: ids.get(`${resource.resourceType}/${resource.id}`) ?? resource.id,
    meta: { ...resource.meta, source },
  }));
}
