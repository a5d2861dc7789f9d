import type { Encounter, Organization, Patient, Practitioner, PractitionerRole } from 'fhir/r4';
import type { HostKey, SandboxUser, Scenario } from '../../mocks/scenarios/types.ts';
import { identifierSystem } from '../../src/fhir/systems.ts';

function patient(id: string, family: string, nhsNumber: string): Patient {
  return {
    resourceType: 'Patient',
    id,
    identifier: [{ system: identifierSystem.nhsNumber, value: nhsNumber }],
    name: [{ use: 'official', family, given: ['Asha'] }],
    gender: 'female',
    birthDate: '1960-02-29',
  };
}

function encounter(id: string, patientId: string): Encounter {
  return {
    resourceType: 'Encounter',
    id,
    status: 'in-progress',
    class: { code: 'AMB' },
    subject: { reference: `Patient/${patientId}` },
    period: { start: '2026-11-22T09:00:00+00:00' },
  };
}

function scenario(key: string, held: Patient, host: Encounter): Scenario {
  return {
    key,
    title: key,
    trap: 'A <b>trap</b> to be escaped.',
    nhsNumber: held.identifier?.[0]?.value ?? '',
    practice: 'hollow-way',
    hosts: ['gp', 'epr'],
    host: held,
    demographics: held,
    encounters: { gp: host },
    records: {},
    variants: [
      {
        key: 'renamed',
        label: 'The surname differs',
        host: { ...held, name: [{ family: 'Renamed', given: ['Asha'] }] },
      },
    ],
  };
}

export const people: readonly Scenario[] = [
  scenario('first', patient('pat-one', 'Adeyinka', '9990000018'), encounter('enc-one', 'pat-one')),
  scenario('second', patient('pat-two', 'Brennan', '9990000026'), encounter('enc-two', 'pat-two')),
];

const organization: Organization = {
  resourceType: 'Organization',
  id: 'org-one',
  name: 'Test practice',
  identifier: [{ system: identifierSystem.odsOrganisation, value: 'Z99901' }],
};

const clinician = [
  'launch',
  'openid',
  'fhirUser',
  'online_access',
  'patient/Patient.rs',
  'patient/Encounter.rs',
  'user/Practitioner.rs',
  'user/PractitionerRole.rs',
  'user/Organization.rs',
];

function user(
  key: string,
  host: HostKey,
  roleIds: readonly string[],
  scopes: readonly string[],
): SandboxUser {
  const practitioner: Practitioner = {
    resourceType: 'Practitioner',
    id: `prac-${key}`,
    name: [{ family: key, given: ['Dr'] }],
    identifier: [{ system: identifierSystem.sdsUserId, value: '999000000017' }],
  };
  const roles = roleIds.map((id): PractitionerRole => ({
    resourceType: 'PractitionerRole',
    id,
    practitioner: { reference: `Practitioner/prac-${key}` },
    organization: { reference: 'Organization/org-one' },
    code: [{ text: `Role ${id}` }],
  }));
  return {
    key,
    name: `Dr ${key}`,
    jobTitle: 'Doctor',
    host,
    practitioner,
    roles,
    organizations: [organization],
    scopes,
  };
}

export const staff: readonly SandboxUser[] = [
  user('doctor', 'gp', ['role-doctor'], clinician),
  user('two-hats', 'gp', ['role-gp', 'role-ooh'], clinician),
  user(
    'receptionist',
    'gp',
    ['role-desk'],
    ['launch', 'openid', 'fhirUser', 'user/Practitioner.rs'],
  ),
  user('registrar', 'epr', ['role-reg'], clinician),
];
