/** The users, as their hosts hold them. */
import { describe, expect, it } from 'vitest';
import type { SandboxUser } from '../../mocks/scenarios/types.ts';
import { users } from '../../mocks/scenarios/users.ts';
import { exchangeSystem, identifierSystem } from '../../src/fhir/systems.ts';
import { scenario } from './find.ts';

function user(key: string): SandboxUser {
  const found = users.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`no user ${key}`);
  return found;
}

const roleOf = (key: string) => user(key).roles[0]?.code?.[0]?.coding?.[0];
const lastSegment = (code: string | undefined) => code?.split(':').at(-1);

describe('users', () => {
  it('are the eight of the stories, and some more for rules these do not show', () => {
    expect(users.map(({ name, host }) => [name, host])).toEqual([
      ['Dr Sam Patel', 'gp'],
      ['Rita Shaw', 'gp'],
      ['Dr Sam Whitfield', 'gp'],
      ['Dr Priti Rao', 'gp'],
      ['Lucy Marsh', 'gp'],
      ['Dr Amina Mensah', 'epr'],
      ['Jo Lindqvist', 'epr'],
      ['Ben Carver', 'epr'],
      ['Sister Grace Okafor', 'epr'],
      ['Kit Doyle', 'epr'],
      ['Tom Ellery', 'epr'],
      ['Ola Berg', 'epr'],
      ['Leo Hart', 'epr'],
      ['Hana Novak', 'epr'],
      ['Noor Aziz', 'epr'],
      ['Dr Ivor Penn', 'epr'],
    ]);
  });

  it('refer only to themselves and the organisations they work for', () => {
    for (const { practitioner, roles, organizations } of users) {
      expect(organizations).toHaveLength(roles.length);
      roles.forEach((role, index) => {
        expect(role.practitioner?.reference).toBe(`Practitioner/${practitioner.id ?? ''}`);
        const place = organizations[index]?.id ?? '';
        expect(role.organization?.reference).toBe(`Organization/${place}`);
      });
    }
  });

  it('have ids and national identifiers of their own', () => {
    const identifiers = users.flatMap(({ practitioner, roles }) => [
      ...(practitioner.identifier ?? []),
      ...roles.flatMap(({ identifier }) => identifier ?? []),
    ]);
    const values = [
      ...users.flatMap(({ practitioner, roles }) => [practitioner, ...roles].map(({ id }) => id)),
      ...identifiers.map(({ value }) => value),
    ];
    expect(new Set(values).size).toBe(values.length);
    const sds = identifiers.filter(({ system }) => system?.includes('/sds-'));
    expect(sds).toHaveLength(25);
    for (const { value } of sds) expect(value).toMatch(/^\d{12}$/);
  });

  it('hold two roles at two organisations in one case, and none in another', () => {
    const odsCodes = user('lucy-marsh').organizations.map(
      ({ identifier }) => identifier?.[0]?.value,
    );
    expect(new Set(odsCodes).size).toBe(2);
    const numbers = users.map(({ key, roles }) => [key, roles.length] as const);
    expect(numbers.filter(([, count]) => count !== 1)).toEqual([
      ['lucy-marsh', 2],
      ['ivor-penn', 0],
    ]);
  });

  it('accepted the terms in force, but for a first use and one of an earlier version', () => {
    const others = users.filter(({ acceptedTerms }) => acceptedTerms !== 'in-force');
    expect(others.map(({ key, acceptedTerms }) => [key, acceptedTerms])).toEqual([
      ['priti-rao', undefined],
      ['tom-ellery', 'earlier'],
    ]);
  });

  it('give the registrar the host’s own role code and no national one', () => {
    expect(roleOf('amina-mensah')?.system).not.toBe(exchangeSystem.sdsJobRole);
    expect(user('amina-mensah').roles[0]?.identifier).toBeUndefined();
  });

  it('end every national role in the segment the allow-list judges', () => {
    const segments = users.flatMap(({ key, roles }) =>
      roles
        .map(({ code }) => code?.[0]?.coding?.[0])
        .filter((coding) => coding?.system === exchangeSystem.sdsJobRole)
        .map((coding) => [key, lastSegment(coding?.code)]),
    );
    expect(segments).toEqual([
      ['sam-patel', 'R8000'],
      ['rita-shaw', 'R8009'],
      ['sam-whitfield', 'R8000'],
      ['priti-rao', 'R8000'],
      ['lucy-marsh', 'R8001'],
      ['lucy-marsh', 'R8003'],
      ['jo-lindqvist', 'R8003'],
      ['ben-carver', 'R8001'],
      ['grace-okafor-sister', 'R8001'],
      ['kit-doyle', 'R0001'],
      ['tom-ellery', 'R1070'],
      ['ola-berg', 'R8004'],
      ['leo-hart', 'R8014'],
    ]);
  });

  it('make Dr Whitfield patient 11 by current NHS number and birth date', () => {
    const { practitioner } = user('sam-whitfield');
    const number = practitioner.identifier?.find(
      ({ system }) => system === identifierSystem.nhsNumber,
    );
    expect(number?.value).toBe(scenario('sam').supersededBy);
    expect(practitioner.birthDate).toBe(scenario('sam').host.birthDate);
  });

  it('make Sister Okafor a namesake of patient 1, born the same day, with no NHS number', () => {
    const { practitioner } = user('grace-okafor-sister');
    const patient = scenario('grace').host;
    expect(practitioner.name?.[0]?.family).toBe(patient.name?.[0]?.family);
    expect(practitioner.name?.[0]?.given).toEqual(patient.name?.[0]?.given);
    expect(practitioner.birthDate).toBe(patient.birthDate);
    const systems = practitioner.identifier?.map(({ system }) => system);
    expect(systems).not.toContain(identifierSystem.nhsNumber);
  });

  it('give receptionist and privacy officer no session that refreshes and no encounter', () => {
    for (const key of ['rita-shaw', 'kit-doyle']) {
      expect(user(key).scopes).toContain('user/PractitionerRole.rs');
      expect(user(key).scopes).not.toContain('online_access');
      expect(user(key).scopes).not.toContain('patient/Encounter.rs');
    }
    expect(users.filter(({ privacyOfficer }) => privacyOfficer).map(({ key }) => key)).toEqual([
      'kit-doyle',
    ]);
  });
});
