/** Names, identifiers, roles and organisations as the exchange understands a host's resources. */
import { identifierSystem } from '../../src/fhir/systems.ts';
import type { HostIdentifier, HostName, HostRole } from './host-shapes.ts';
import type { HostPeople } from './hosts.ts';
import type { ExchangeHost } from './options.ts';
import { coversNow } from '../../src/domain/period.ts';
import { judgeRole } from './roles.ts';
import type { HostOrganisation, Role } from './roles.ts';

/** Current values only: an identifier marked as old names no one. */
export const valuesIn = (
  identifiers: readonly HostIdentifier[],
  systems: readonly string[],
): string[] =>
  identifiers.flatMap(({ system, value, use }) =>
    system !== undefined && value !== undefined && use !== 'old' && systems.includes(system)
      ? [value]
      : [],
  );

/** NHS numbers without the spaces and hyphens some hosts write. */
export const numbersIn = (
  identifiers: readonly HostIdentifier[],
  systems: readonly string[],
): string[] => valuesIn(identifiers, systems).map((value) => value.replace(/[\s-]/g, ''));

export const nameText = (names: readonly HostName[]): string => {
  const name = names.find(({ use }) => use === 'official' || use === 'usual') ?? names[0];
  const parts = [...(name?.prefix ?? []), ...(name?.given ?? []), name?.family ?? ''];
  return (name?.text ?? parts.filter((part) => part !== '').join(' ')).trim() || 'Name not given';
};

function organisation(
  name: string | undefined,
  identifiers: readonly HostIdentifier[],
): HostOrganisation {
  const odsCode = valuesIn(identifiers, [identifierSystem.odsOrganisation])[0];
  return { name: name ?? odsCode ?? 'Not named', ...(odsCode === undefined ? {} : { odsCode }) };
}

/** The Organization read where there is one, else what the role says of it by identifier. */
function organisationOf(
  { organization }: HostRole,
  read: HostPeople['organizations'],
  host: ExchangeHost,
): HostOrganisation | undefined {
  const reference = organization?.reference ?? '';
  const found = read.get(reference.replace(`${host.fhirBase}/`, ''));
  if (found) return organisation(found.name, found.identifier);
  return organization?.identifier
    ? organisation(organization.display, [organization.identifier])
    : undefined;
}

/** The roles held in one PractitionerRole; none before it has begun, nor once it has ended. */
function rolesIn(
  host: ExchangeHost,
  role: HostRole,
  organization: HostOrganisation | undefined,
  now: Date,
): readonly Role[] {
  if (role.active === false || !coversNow(role.period, now)) return [];
  const profileId = valuesIn(role.identifier, [identifierSystem.sdsRoleProfileId])[0];
  const codes = role.code.flatMap(({ coding = [] }) => coding.flatMap(({ code }) => code ?? []));
  const at = organization === undefined ? {} : { organization };
  return role.code.flatMap(({ coding = [], text }) => {
    const judged = coding.map((one) => ({ one, ...judgeRole(one, host) }));
    const best = judged.find(({ clinical }) => clinical) ?? judged[0];
    if (best === undefined) {
      return text === undefined ? [] : [{ display: text, codes, clinical: false, ...at }];
    }
    const { one, rCode, clinical } = best;
    return [
      {
        display: text ?? one.display ?? 'Role not named',
        clinical,
        codes,
        ...at,
        ...(one.code === undefined ? {} : { code: one.code }),
        ...(rCode === undefined ? {} : { rCode }),
        ...(profileId === undefined ? {} : { profileId }),
      },
    ];
  });
}

/** What a user does, and where: every current role, and every organisation of any of them. */
export function staffOf(
  host: ExchangeHost,
  people: HostPeople,
  now: Date,
): { readonly roles: readonly Role[]; readonly organizations: readonly HostOrganisation[] } {
  const held = people.roles.map((role) => ({
    role,
    organization: organisationOf(role, people.organizations, host),
  }));
  return {
    roles: held.flatMap(({ role, organization }) => rolesIn(host, role, organization, now)),
    organizations: held.flatMap(({ organization }) => organization ?? []),
  };
}
