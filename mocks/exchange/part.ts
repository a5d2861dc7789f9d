/**
 * One source's answer made ready to stand beside others': stream-unique ids, references that
 * resolve within the part, `meta.source` (contract.md 2.4 (a)). Linear in the number of resources.
 */
import type { SourceProfile } from '../scenarios/types.ts';
import { sha256 } from './canonical.ts';

/** Any FHIR resource as a source sends it; its content is the source's business. */
export type Resource = {
  readonly [member: string]: unknown;
  readonly resourceType: string;
  readonly id: string;
  readonly meta?: Fields & {
    readonly versionId?: string | undefined;
    readonly lastUpdated?: string | undefined;
  };
};
type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextOrAbsent = (value: unknown): boolean =>
  value === undefined || typeof value === 'string';

/** Whether a line is a resource that can be named: by hand, since a long record has thousands. */
export function isResource(value: unknown): value is Resource {
  if (!isFields(value)) return false;
  const { resourceType, id, meta } = value;
  if (typeof resourceType !== 'string' || !/^[A-Z][A-Za-z]{2,40}$/.test(resourceType)) return false;
  if (typeof id !== 'string' || id.length === 0 || id.length > 200) return false;
  if (meta === undefined) return true;
  return isFields(meta) && isTextOrAbsent(meta['versionId']) && isTextOrAbsent(meta['lastUpdated']);
}

/** `<ods>-<local id>`, lower case, within FHIR's id alphabet and 64 characters. */
export function streamId(odsCode: string, resourceType: string, localId: string): string {
  const plain = `${odsCode}-${localId}`.toLowerCase().replace(/[^a-z0-9.-]/g, '-');
  if (plain.length <= 64) return plain;
  return `${plain.slice(0, 47)}-${sha256(`${resourceType}/${localId}`).slice(0, 16)}`;
}

/** The id of a source's own Organization line. */
export const organizationId = ({ odsCode, placeHidden }: SourceProfile): string =>
  placeHidden ? odsCode : streamId(odsCode, 'Organization', 'organization');

/** What a part's resources are called where all parts stand together, and whose they are. */
export type PartNames = {
  readonly profile: SourceProfile;
  readonly localPatient: string;
  readonly tracedId: string;
  readonly ids: ReadonlyMap<string, string>;
};

function newReference(names: PartNames, reference: string): string | null {
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

/** Most of a resource refers to nothing: what does not change is passed on, not copied. */
function rewrite(names: PartNames, value: unknown): unknown {
  if (isFields(value)) return rewriteFields(names, value);
  if (!Array.isArray(value)) return value;
  const members: readonly unknown[] = value;
  const rewritten = members.map((member) => rewrite(names, member));
  return rewritten.every((member, index) => member === members[index]) ? members : rewritten;
}

function rewriteFields(names: PartNames, fields: Fields): Fields {
  let copy: Record<string, unknown> | null = null;
  for (const key of Object.keys(fields)) {
    const member = fields[key];
    const now = rewriteMember(names, key, member);
    if (now === member) continue;
    copy ??= { ...fields };
    if (now === undefined) Reflect.deleteProperty(copy, key);
    else copy[key] = now;
  }
  return copy ?? fields;
}

/** Undefined: it does not go out. */
function rewriteMember(names: PartNames, key: string, member: unknown): unknown {
  // FHIR has no such member, and writing to a copy of it would leave the original in place.
  if (key === '__proto__') return undefined;
  if (typeof member === 'string') {
    if (key === 'reference') return newReference(names, member) ?? undefined;
    if (key !== 'url' || !member.startsWith('Binary/')) return member;
    return `Binary/${streamId(names.profile.odsCode, 'Binary', member.slice(7))}`;
  }
  return rewrite(names, member);
}

/** Gives every resource a stream-unique id; a clash within the part gets a hash of its own name. */
export function nameResources(
  profile: SourceProfile,
  localPatient: string,
  tracedId: string,
  resources: readonly Resource[],
): PartNames {
  const ids = new Map<string, string>();
  const taken = new Set([organizationId(profile)]);
  for (const { resourceType, id } of resources) {
    const name = `${resourceType}/${id}`;
    const plain = streamId(profile.odsCode, resourceType, id);
    const unique = taken.has(plain) ? `${plain.slice(0, 47)}-${sha256(name).slice(0, 16)}` : plain;
    taken.add(unique);
    ids.set(name, unique);
  }
  return { profile, localPatient, tracedId, ids };
}

/** The source's own copy of the patient is left out: line 1 stands for it. */
export const withoutPatient = (
  { localPatient }: Pick<PartNames, 'localPatient'>,
  resources: readonly Resource[],
): readonly Resource[] =>
  resources.filter(({ resourceType, id }) => !(resourceType === 'Patient' && id === localPatient));

/** One of the part's resources under its new name. What was passed in stays as it is. */
export function rewriteResource(names: PartNames, resource: Resource): Resource {
  const { resourceType, id } = resource;
  return {
    ...rewriteFields(names, resource),
    resourceType,
    id: names.ids.get(`${resourceType}/${id}`) ?? id,
    meta: {
      ...resource.meta,
      source: `https://ocs.example.org/source/${names.profile.odsCode}`,
    },
  };
}
