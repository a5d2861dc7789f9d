import { describe, expect, it } from 'vitest';
import { parseNhsNumber } from '../../../src/domain/nhs-number.ts';
import { hostPatient } from '../../../src/fhir/gate/host-patient.ts';
import { practitionerUser } from '../../../src/fhir/gate/user.ts';
import { codeSystem, identifierSystem, nhsNumberVerification } from '../../../src/fhir/systems.ts';

const system = identifierSystem.nhsNumber;
const setting = { from: 'identifier', systems: [system] } as const;
const number = parseNhsNumber('9990000018');
if (!number) throw new Error('the sample number is invalid');

const verification = (code: string, under: string = nhsNumberVerification.systems[0]) => [
  {
    url: nhsNumberVerification.extension,
    valueCodeableConcept: { coding: [{ system: under, code }] },
  },
];
const patient = {
  resourceType: 'Patient',
  id: 'host-1',
  identifier: [{ system, value: '9990000018' }],
  name: [{ use: 'official', family: 'Okafor', given: ['Grace'], prefix: ['Mrs'] }],
  gender: 'female',
  birthDate: '1945-07-14',
};

describe('the host’s patient', () => {
  it.each([
    ['01', nhsNumberVerification.systems[0], { type: 'verified' }],
    ['01', nhsNumberVerification.systems[1], { type: 'verified' }],
    ['number-present-and-verified', nhsNumberVerification.systems[1], { type: 'verified' }],
    ['02', nhsNumberVerification.systems[0], { type: 'unverified', code: '02' }],
    ['01', 'https://example.org/other', { type: 'unverified', code: 'not understood' }],
  ])('status %s of %s is %j', (code, under, status) => {
    const identifier = [{ system, value: number, extension: verification(code, under) }];
    expect(hostPatient({ ...patient, identifier }, setting)).toMatchObject({
      patient: { nhsNumberStatus: status },
    });
  });

  it.each([
    ['R', 'restricted'],
    ['V', 'very-restricted'],
  ])('a host’s own label %s is read, and hides the address', (code, restricted) => {
    const meta = { security: [{ system: codeSystem.confidentiality, code }] };
    const address = [{ line: ['1 Refuge Road'] }];
    expect(hostPatient({ ...patient, meta, address }, setting)).toMatchObject({
      patient: { restricted, address: null },
    });
    expect(hostPatient({ ...patient, address }, setting)).toMatchObject({
      patient: { restricted: 'none', address: '1 Refuge Road' },
    });
  });

  it('a number without a status is "not stated" and goes on', () => {
    expect(hostPatient(patient, setting)).toMatchObject({
      type: 'patient',
      patient: { nhsNumberStatus: { type: 'not-stated' } },
    });
  });

  it.each([
    ['none', [], 'missing'],
    ['one that fails the check', [{ system, value: '9990000019' }], 'invalid'],
    [
      'two that differ',
      [
        { system, value: '9990000018' },
        { system, value: '9990000026' },
      ],
      'several',
    ],
    [
      'one under another system',
      [{ system: 'https://example.org/id', value: '9990000018' }],
      'missing',
    ],
  ])('%s stops the launch', (_, identifier, type) => {
    expect(hostPatient({ ...patient, identifier }, setting)).toEqual({
      type: 'nhs-number',
      problem: { type },
    });
  });

  it('former names are kept apart from the one to show', () => {
    const name = [{ use: 'old', family: 'Smith', given: ['Grace'] }, ...patient.name];
    expect(hostPatient({ ...patient, name }, setting)).toMatchObject({
      patient: { names: [{ use: 'current', family: 'Okafor' }, { use: 'former' }] },
    });
  });

  it('a modifier on the patient is not overlooked', () => {
    expect(hostPatient({ ...patient, modifierExtension: [{ url: 'x' }] }, setting)).toEqual({
      type: 'malformed',
    });
  });
});

describe('the user', () => {
  const fhirUser = 'https://host.test/fhir/Practitioner/p1';
  const practitioner = {
    resourceType: 'Practitioner',
    id: 'p1',
    name: [{ text: 'Dr Amina Mensah', family: 'Mensah', given: ['Amina'] }],
  };
  const role = {
    resourceType: 'PractitionerRole',
    id: 'r1',
    practitioner: { reference: 'Practitioner/p1' },
    code: [
      {
        text: 'Emergency registrar',
        coding: [{ system: 'https://epr.example.org/role', code: 'ED-REG' }],
      },
    ],
  };
  const read = (more: object, roles: readonly unknown[] = [role]) =>
    practitionerUser({
      fhirUser,
      practitioner: { ...practitioner, ...more },
      roles,
      organisations: [],
    });

  it('is named by national registers first, in a fixed order', () => {
    const identifier = [
      { system: identifierSystem.gmc, value: '9900017' },
      { system: identifierSystem.sdsUserId, value: '999000000017' },
    ];
    expect(read({ identifier })).toMatchObject({
      user: { identifier: { system: identifierSystem.sdsUserId } },
    });
    expect(read({})).toMatchObject({
      user: { identifier: { system: 'https://host.test/fhir/Practitioner', value: 'p1' } },
    });
  });

  it('takes no role that is inactive or somebody else’s', () => {
    const theirs = { ...role, practitioner: { reference: 'Practitioner/p2' } };
    expect(read({}, [theirs, { ...role, active: false }, { nonsense: true }])).toMatchObject({
      user: { roles: [] },
    });
    expect(read({})).toMatchObject({ user: { roles: [{ text: 'Emergency registrar' }] } });
  });
});
