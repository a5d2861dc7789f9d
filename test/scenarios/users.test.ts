/** The eight users of the stories, as their hosts hold them. */
import { describe, expect, it } from 'vitest';
import type { SandboxUser } from '../../mocks/scenarios/types.ts';
import { users } from '../../mocks/scenarios/users.ts';
import { codeSystem, identifierSystem } from '../../src/fhir/systems.ts';
import { scenario } from './find.ts';

function user(key: string): SandboxUser {
  const found = users.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`no user ${key}`);
  return found;
}

const roleOf = (key: string) => user(key).roles[0]?.code?.[0]?.coding?.[0];
const lastSegment = (code: string | undefined) => code?.split(':').at(-1);

describe('users', () => {
  it('are eight, on two hosts', () => {
    expect(users.map(({ name, host }) => [name, host])).toEqual([
      ['Dr Sam Patel', 'gp'],
      ['Rita Shaw', 'gp'],
      ['Dr Sam Whitfield', 'gp'],
      ['Dr Amina Mensah', 'epr'],
      ['Jo Lindqvist', 'epr'],
      ['Ben Carver', 'epr'],
      ['Sister Grace Okafor', 'epr'],
      ['Kit Doyle', 'epr'],
    ]);
  });

  it('refer only to themselves and their own organisation', () => {
    for (const { practitioner, roles, organization } of users) {
      expect(roles).toHaveLength(1);
      expect(roles[0]?.practitioner?.reference).toBe(`Practitioner/${practitioner.id ?? ''}`);
      expect(roles[0]?.organization?.reference).toBe(`Organization/${organization.id ?? ''}`);
    }
  });

  it('have ids and national identifiers of their own', () => {
    const values = users.flatMap(({ practitioner, roles }) => [
      practitioner.id,
      roles[0]?.id,
      ...[...(practitioner.identifier ?? []), ...(roles[0]?.identifier ?? [])].map(
        (one) => one.value,
      ),
    ]);
    expect(new Set(values).size).toBe(values.length);
    const sds = users.flatMap(({ practitioner, roles }) =>
      [...(practitioner.identifier ?? []), ...(roles[0]?.identifier ?? [])].filter(({ system }) =>
        system?.includes('/sds-'),
      ),
    );
    expect(sds).toHaveLength(14);
    for (const { value } of sds) expect(value).toMatch(/^\d{12}$/);
  });

  it('give the registrar the host’s own role code and no national one', () => {
    expect(roleOf('amina-mensah')?.system).not.toBe(codeSystem.sdsJobRole);
    expect(user('amina-mensah').roles[0]?.identifier).toBeUndefined();
  });

  it('end every other role in the segment the allow-list judges', () => {
    const segments = users
      .filter(({ key }) => key !== 'amina-mensah')
      .map(({ key }) => [key, lastSegment(roleOf(key)?.code)]);
    expect(segments).toEqual([
      ['sam-patel', 'R8000'],
      ['rita-shaw', 'R8009'],
      ['sam-whitfield', 'R8000'],
      ['jo-lindqvist', 'R8003'],
      ['ben-carver', 'R8001'],
      ['grace-okafor-sister', 'R8001'],
      ['kit-doyle', 'R0001'],
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
