/** Who is asking: the host's Practitioner with their roles and organisations. */
import * as z from 'zod/mini';
import { type NhsNumber, parseNhsNumber } from '../../domain/nhs-number.ts';
import type { Organisation, RegisteredIdentifier, User, UserRole } from '../../domain/user.ts';
import { concept, humanName, id, identifier, parsed, reference, unmodified } from '../datatypes.ts';
import { identifierSystem } from '../systems.ts';
import { joined, shownText } from '../text.ts';
import { dateOf, personNames } from './demographics.ts';

const practitioner = z.object({
  ...unmodified,
  resourceType: z.literal('Practitioner'),
  id,
  active: z.optional(z.boolean()),
  identifier: z.optional(z.array(identifier)),
  name: z.optional(z.array(humanName)),
  birthDate: z.optional(z.string()),
});

const practitionerRole = z.object({
  ...unmodified,
  resourceType: z.literal('PractitionerRole'),
  id,
  active: z.optional(z.boolean()),
  identifier: z.optional(z.array(identifier)),
  practitioner: z.optional(reference),
  organization: z.optional(reference),
  code: z.optional(z.array(concept)),
});
type FhirRole = z.infer<typeof practitionerRole>;

const organization = z.object({
  ...unmodified,
  resourceType: z.literal('Organization'),
  id,
  identifier: z.optional(z.array(identifier)),
  name: z.optional(z.string()),
});
type FhirOrganization = z.infer<typeof organization>;

export type UserReading =
  { readonly type: 'user'; readonly user: User } | { readonly type: 'malformed' };

/** National registers in the order the record prefers them; the exchange expects the same. */
const registers = [
  identifierSystem.sdsUserId,
  identifierSystem.gmc,
  identifierSystem.nmc,
  identifierSystem.gphc,
  identifierSystem.hcpc,
];

/**
 * @param raw.fhirUser absolute URL of the verified `fhirUser`, Practitioner or PractitionerRole
 * @param raw.practitioner the Practitioner it names or leads to
 * @param raw.roles PractitionerRoles of that Practitioner; inactive, unreadable and other people's
 *   roles do not count
 * @param raw.organisations Organizations those roles refer to
 * @returns `malformed` for a Practitioner that is not one, or is inactive
 */
export function practitionerUser(raw: {
  readonly fhirUser: string;
  readonly practitioner: unknown;
  readonly roles: readonly unknown[];
  readonly organisations: readonly unknown[];
}): UserReading {
  const found = parsed(practitioner, raw.practitioner);
  if (!found || found.active === false) return { type: 'malformed' };
  const organisations = raw.organisations.flatMap((each) => parsed(organization, each) ?? []);
  const roles = raw.roles
    .flatMap((each) => parsed(practitionerRole, each) ?? [])
    .filter((role) => role.active !== false && pointsTo(role.practitioner, found.id))
    .map((role) => userRole(role, organisations));
  const names = personNames(found.name ?? []);
  return {
    type: 'user',
    user: {
      fhirUser: raw.fhirUser,
      displayName: shownName(found.name ?? [], names),
      names,
      birthDate: dateOf(found.birthDate),
      nhsNumber: ownNumber(found.identifier ?? []),
      identifier: registered(found.identifier ?? [], raw.fhirUser, found.id),
      roles,
    },
  };
}

type Identifiers = readonly z.infer<typeof identifier>[];

/** Relative or absolute; a versioned reference names the same person. */
function pointsTo(to: z.infer<typeof reference> | undefined, target: string): boolean {
  const path = to?.reference?.replace(/\/_history\/[^/]*$/, '') ?? '';
  return path === `Practitioner/${target}` || path.endsWith(`/Practitioner/${target}`);
}

function userRole(role: FhirRole, organisations: readonly FhirOrganization[]): UserRole {
  const concepts = role.code ?? [];
  const codings = concepts.flatMap((each) => each.coding ?? []);
  const words = concepts.flatMap((each) => shownText(each.text, 100) ?? []);
  const displays = codings.flatMap((each) => shownText(each.display, 100) ?? []);
  return {
    id: valueIn(role.identifier ?? [], identifierSystem.sdsRoleProfileId) ?? role.id,
    codes: codings.flatMap(({ system, code }) =>
      code === undefined ? [] : [{ system: system ?? '', code }],
    ),
    text: words[0] ?? displays[0] ?? 'Role not named',
    organisation: organisationOf(role.organization, organisations),
  };
}

function organisationOf(
  to: z.infer<typeof reference> | undefined,
  organisations: readonly FhirOrganization[],
): Organisation | null {
  if (!to) return null;
  const found = organisations.find((each) => to.reference?.endsWith(`Organization/${each.id}`));
  const logical = to.identifier ? [to.identifier] : [];
  const odsCode = valueIn(
    [...(found?.identifier ?? []), ...logical],
    identifierSystem.odsOrganisation,
  );
  const name = shownText(found?.name, 200) ?? shownText(to.display, 200) ?? odsCode;
  return name === null ? null : { odsCode, name };
}

function registered(held: Identifiers, fhirUser: string, own: string): RegisteredIdentifier {
  for (const system of registers) {
    const value = valueIn(held, system);
    if (value !== null) return { system, value };
  }
  // Their own id at this host, where the host gives no national register's number.
  const base = fhirUser.split('/').slice(0, -2).join('/');
  return { system: `${base}/Practitioner`, value: own };
}

function valueIn(held: Identifiers, system: string): string | null {
  const found = held.find((each) => each.system === system && each.use !== 'old' && each.value);
  return found?.value ?? null;
}

function ownNumber(held: Identifiers): NhsNumber | null {
  return parseNhsNumber(valueIn(held, identifierSystem.nhsNumber) ?? '');
}

/** "Dr Sam Patel": as the host writes it, else put together. */
function shownName(names: readonly z.infer<typeof humanName>[], read: User['names']): string {
  const best = read.find(({ use }) => use !== 'former');
  const built = best ? joined([best.prefix[0], ...best.given.slice(0, 1), best.family], ' ') : null;
  const written = names.find((name) => name.use !== 'old' && name.use !== 'maiden')?.text;
  return shownText(written, 100) ?? built ?? 'Name not given';
}
