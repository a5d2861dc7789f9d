/** What the host holds about the user who signed in. */
import { isRecord } from './discovery.ts';
import { statusOf } from './failure.ts';
import { type FhirUser, underBase } from './fhir-user.ts';
import type { Reader, Resource } from './reader.ts';

export type UserResources = {
  /** Absolute URL of the verified `fhirUser`. */
  readonly fhirUser: string;
  /** Null where a role names no practitioner. */
  readonly practitioner: unknown;
  readonly roles: readonly Resource[];
};

/**
 * Reads the Practitioner and their PractitionerRoles, side by side where one does not need the
 * other. A session in one role (`fhirUser` a PractitionerRole) counts in that role alone.
 */
export async function readUserResources(
  user: FhirUser,
  fhirBase: string,
  reader: Reader,
): Promise<UserResources> {
  const found =
    user.resourceType === 'Practitioner'
      ? await readPractitioner(user.id, fhirBase, reader)
      : await readRole(user.id, fhirBase, reader);
  return { fhirUser: user.url, ...found };
}

type Found = Omit<UserResources, 'fhirUser'>;

async function readPractitioner(id: string, fhirBase: string, reader: Reader): Promise<Found> {
  const [practitioner, roles] = await Promise.all([
    reader.read('Practitioner', id),
    rolesOf(id, fhirBase, reader),
  ]);
  return { practitioner, roles };
}

async function readRole(id: string, fhirBase: string, reader: Reader): Promise<Found> {
  const role = await reader.read('PractitionerRole', id);
  const practitionerId = referenceTo('Practitioner', role['practitioner'], fhirBase);
  const practitioner =
    practitionerId === null ? null : await reader.read('Practitioner', practitionerId);
  return { practitioner, roles: [role] };
}

/** A host that ignores the search parameter must not lend the user someone else's role. */
async function rolesOf(id: string, fhirBase: string, reader: Reader): Promise<readonly Resource[]> {
  const search = { practitioner: `Practitioner/${id}`, _count: '50' };
  const roles = await whereAllowed(reader.search('PractitionerRole', search), []);
  return roles.filter((role) => referenceTo('Practitioner', role['practitioner'], fhirBase) === id);
}

/** The Organizations those roles name, each read once; one that can not be seen is left out. */
export async function organisationsOf(
  roles: readonly Resource[],
  fhirBase: string,
  reader: Reader,
): Promise<readonly Resource[]> {
  const ids = roles
    .map((role) => referenceTo('Organization', role['organization'], fhirBase))
    .filter((id) => id !== null);
  const read = [...new Set(ids)].map((id) =>
    whereAllowed<Resource | null>(reader.read('Organization', id), null),
  );
  return (await Promise.all(read)).filter((organisation) => organisation !== null);
}

/**
 * A host may not hold roles or organisations, or not let this user see them. That says "none
 * known", which the role check refuses with its own words; a host that is down says nothing.
 */
async function whereAllowed<Value>(asked: Promise<Value>, none: Value): Promise<Value> {
  try {
    return await asked;
  } catch (error) {
    const status = statusOf(error);
    if (status === 400 || status === 403 || status === 404 || status === 410) return none;
    throw error;
  }
}

function referenceTo(type: string, reference: unknown, fhirBase: string): string | null {
  const literal: unknown = isRecord(reference) ? reference['reference'] : null;
  if (typeof literal !== 'string') return null;
  const target = underBase(literal, fhirBase);
  return target?.resourceType === type ? target.id : null;
}
