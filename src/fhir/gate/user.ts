/** Who is asking: the host's Practitioner with their roles and organisations. */
import { type NhsNumber, parseNhsNumber } from '../../domain/nhs-number.ts';
import type {
  KnownUser,
  Organisation,
  RegisteredIdentifier,
  User,
  UserRole,
} from '../../domain/user.ts';
import type { HumanName, Identifier, Reference } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { identifierSystem } from '../systems.ts';
import { joined, shownText } from '../text.ts';
import { dateOf, personNames } from './demographics.ts';
import { coversNow } from '../../domain/period.ts';
import {
  type FhirOrganization,
  type FhirRole,
  isPlausibleUser,
  organization,
  practitioner,
  practitionerRole,
} from './practitioner.ts';

export type UserReading<Read extends KnownUser = User> =
  | { readonly type: 'user'; readonly user: Read }
  /** A text that no honest host sends, where it would be shown or recorded. */
  | { readonly type: 'implausible' }
  | { readonly type: 'malformed' };

/** Registers of the professions; the record prefers them in this order, as the exchange does. */
const professions = [
  identifierSystem.gmc,
  identifierSystem.nmc,
  identifierSystem.gphc,
  identifierSystem.hcpc,
];

/**
 * Who they are and the jobs they hold, before anything was read about whom they work for: without
 * that, no role may pass for one without an organisation.
 * @param raw as {@link practitionerUser}
 */
export function knownUser(
  raw: Omit<Parameters<typeof practitionerUser>[0], 'organisations'>,
  now: Date,
): UserReading<KnownUser> {
  const reading = practitionerUser({ ...raw, organisations: [] }, now);
  if (reading.type !== 'user') return reading;
  const roles = reading.user.roles.map(({ id, codes, text }) => ({ id, codes, text }));
  return { type: 'user', user: { ...reading.user, roles } };
}

/**
 * @param raw.fhirUser absolute URL of the verified `fhirUser`, Practitioner or PractitionerRole
 * @param raw.practitioner the Practitioner it names or leads to
 * @param raw.roles PractitionerRoles of that Practitioner; inactive, ended, unreadable and other
 *   people's roles do not count
 * @param raw.organisations Organizations those roles refer to
 * @returns `malformed` for a Practitioner that is not one, or is inactive
 */
export function practitionerUser(
  raw: {
    readonly fhirUser: string;
    readonly practitioner: unknown;
    readonly roles: readonly unknown[];
    readonly organisations: readonly unknown[];
  },
  now: Date,
): UserReading {
  const found = parsed(practitioner, raw.practitioner);
  if (!found || found.active === false) return { type: 'malformed' };
  const organisations = raw.organisations.flatMap((each) => parsed(organization, each) ?? []);
  const roles = raw.roles
    .flatMap((each) => parsed(practitionerRole, each) ?? [])
    .filter((role) => role.active !== false && coversNow(role.period, now))
    .filter((role) => pointsTo(role.practitioner, found.id));
  if (!isPlausibleUser(found, roles, organisations, now)) return { type: 'implausible' };
  const held = found.identifier ?? [];
  const names = personNames(found.name ?? []);
  return {
    type: 'user',
    user: {
      fhirUser: raw.fhirUser,
      displayName: shownName(found.name ?? [], names),
      names,
      birthDate: dateOf(found.birthDate),
      nhsNumber: ownNumber(held),
      identifier: registered(held, [identifierSystem.sdsUserId, ...professions]) ?? {
        // Their own id at this host, where the host gives no national register's number.
        system: `${raw.fhirUser.split('/').slice(0, -2).join('/')}/Practitioner`,
        value: found.id,
      },
      registration: registered(held, professions),
      roles: roles.map((role) => userRole(role, organisations)),
    },
  };
}

type Identifiers = readonly Identifier[];

/** Relative or absolute; a versioned reference names the same person. */
function pointsTo(to: Reference | undefined, target: string): boolean {
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
  to: Reference | undefined,
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

function registered(held: Identifiers, systems: readonly string[]): RegisteredIdentifier | null {
  for (const system of systems) {
    const value = valueIn(held, system);
    if (value !== null) return { system, value };
  }
  return null;
}

function valueIn(held: Identifiers, system: string): string | null {
  const found = held.find((each) => each.system === system && each.use !== 'old' && each.value);
  return found?.value ?? null;
}

function ownNumber(held: Identifiers): NhsNumber | null {
  return parseNhsNumber(valueIn(held, identifierSystem.nhsNumber) ?? '');
}

/** "Dr Sam Patel": as the host writes it, else put together. */
function shownName(names: readonly HumanName[], read: User['names']): string {
  const best = read.find(({ use }) => use !== 'former');
  const built = best ? joined([best.prefix[0], ...best.given.slice(0, 1), best.family], ' ') : null;
  const written = names.find((name) => name.use !== 'old' && name.use !== 'maiden')?.text;
  return shownText(written, 100) ?? built ?? 'Name not given';
}
