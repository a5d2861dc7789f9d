import { describe, expect, it } from 'vitest';
import { parseNhsNumber } from '../../../src/domain/nhs-number.ts';
import { hostPatient } from '../../../src/fhir/gate/host-patient.ts';
import { codeSystem, identifierSystem, nhsNumberVerification } from '../../../src/fhir/systems.ts';

const system = identifierSystem.nhsNumber;
const setting = { from: 'identifier', systems: [system] } as const;
const number = parseNhsNumber('9990000018');
if (!number) throw new Error('the sample number is invalid');

const now = new Date('2026-11-20T09:14:00Z');
const facts = { nhsNumbersInContext: [] as readonly string[], now };
type Setting = Parameters<typeof hostPatient>[1];
const readPatient = (resource: unknown, from: Setting['from'] = 'identifier', more = {}) =>
  hostPatient(resource, { ...setting, from }, { ...facts, ...more });

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
    expect(readPatient({ ...patient, identifier })).toMatchObject({
      patient: { nhsNumberStatus: status },
    });
  });

  it.each([
    ['R', 'restricted'],
    ['V', 'very-restricted'],
  ])('a host’s own label %s is read, and hides the address', (code, restricted) => {
    const meta = { security: [{ system: codeSystem.confidentiality, code }] };
    const address = [{ line: ['1 Refuge Road'] }];
    expect(readPatient({ ...patient, meta, address })).toMatchObject({
      patient: { restricted: restricted, address: null },
    });
    expect(readPatient({ ...patient, address })).toMatchObject({
      patient: { restricted: 'none', address: '1 Refuge Road' },
    });
  });

  it('a number without a status is "not stated" and goes on', () => {
    expect(readPatient(patient)).toMatchObject({
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
    expect(readPatient({ ...patient, identifier })).toEqual({
      type: 'nhs-number',
      problem: { type },
    });
  });

  it.each([
    ['markup in a name', { name: [{ family: 'Okafor<img src=x>' }] }, 'name'],
    ['a name turned round', { name: [{ family: 'Oka\u202Efor' }] }, 'name'],
    ['an endless name', { name: [{ text: 'x'.repeat(101) }] }, 'name'],
    ['400 names', { name: Array.from({ length: 400 }, () => ({ family: 'Okafor' })) }, 'name'],
    ['a birth date to come', { birthDate: '2026-11-21' }, 'birth-date'],
    ['a birth date that is none', { birthDate: 'yesterday' }, 'birth-date'],
    [
      'a heap of numbers',
      { identifier: Array.from({ length: 51 }, () => ({ system, value: '9990000018' })) },
      'nhs-number',
    ],
  ])('%s is nothing an honest host sends', (_, more, what) => {
    expect(readPatient({ ...patient, ...more })).toEqual({ type: 'implausible', what });
  });

  it.each([
    ['a family name that is a number', { name: [{ family: 7 }] }],
    ['names that are no list', { name: { family: 'Okafor' } }],
    ['identifiers that are no list', { identifier: {} }],
    ['a birth date that is a number', { birthDate: 1945 }],
    ['no id', { id: undefined }],
    ['another type', { resourceType: 'Person' }],
  ])('with %s can not be read', (_, more) => {
    expect(readPatient({ ...patient, ...more })).toEqual({ type: 'malformed' });
  });

  it('former names are kept apart from the one to show', () => {
    const name = [{ use: 'old', family: 'Smith', given: ['Grace'] }, ...patient.name];
    expect(readPatient({ ...patient, name })).toMatchObject({
      patient: { names: [{ use: 'current', family: 'Okafor' }, { use: 'former' }] },
    });
  });

  it('a modifier on the patient is not overlooked', () => {
    expect(readPatient({ ...patient, modifierExtension: [{ url: 'x' }] })).toEqual({
      type: 'malformed',
    });
  });
});

describe('a host whose patient id is the NHS number', () => {
  const found = { ...patient, id: '9990000018' };

  it('gives it by that id', () => {
    expect(readPatient({ ...found, identifier: [] }, 'patient-id')).toMatchObject({
      patient: { id: '9990000018', nhsNumber: '9990000018' },
    });
    expect(readPatient(found, 'patient-id')).toMatchObject({ type: 'patient' });
  });

  it.each([
    ['an id that fails the check', { ...found, id: '9990000019' }, 'invalid'],
    ['an id that is one digit repeated', { ...found, id: '1111111111' }, 'invalid'],
    ['an id of another kind', patient, 'invalid'],
    [
      'an identifier that is another number',
      { ...found, identifier: [{ system, value: '9990000026' }] },
      'several',
    ],
    [
      'an identifier that fails the check',
      { ...found, identifier: [{ system, value: '9990000019' }] },
      'invalid',
    ],
  ])('%s stops the launch', (_, resource, type) => {
    expect(readPatient(resource, 'patient-id')).toEqual({ type: 'nhs-number', problem: { type } });
  });

  it('still says in the identifier how far it vouches for it', () => {
    const identifier = [{ system, value: '9990000018', extension: verification('02') }];
    expect(readPatient({ ...found, identifier }, 'patient-id')).toMatchObject({
      patient: { nhsNumberStatus: { type: 'unverified', code: '02' } },
    });
  });
});

describe('a host that gives the NHS number beside the patient', () => {
  const bare = { ...patient, identifier: [] };

  it('is believed where that is all it gives, or all it gives agrees', () => {
    const given = { nhsNumbersInContext: ['999 000 0018', '9990000018'] };
    expect(readPatient(bare, 'fhir-context', given)).toMatchObject({
      patient: { id: 'host-1', nhsNumber: '9990000018' },
    });
    expect(readPatient(patient, 'fhir-context', given)).toMatchObject({ type: 'patient' });
  });

  it.each([
    ['none', bare, [], 'missing'],
    ['none there, whatever the identifiers say', patient, [], 'missing'],
    ['one that fails the check', bare, ['9990000019'], 'invalid'],
    ['one that is no text', bare, [''], 'invalid'],
    ['two that differ', bare, ['9990000018', '9990000026'], 'several'],
    ['one that the patient’s identifier contradicts', patient, ['9990000026'], 'several'],
  ])('%s stops the launch', (_, resource, nhsNumbersInContext, type) => {
    expect(readPatient(resource, 'fhir-context', { nhsNumbersInContext })).toEqual({
      type: 'nhs-number',
      problem: { type },
    });
  });

  it('is not listened to where the setting says otherwise', () => {
    expect(
      readPatient(patient, 'identifier', { nhsNumbersInContext: ['9990000026'] }),
    ).toMatchObject({ patient: { nhsNumber: '9990000018' } });
  });
});
