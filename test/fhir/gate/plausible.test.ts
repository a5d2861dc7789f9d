import { describe, expect, it } from 'vitest';
import type { FhirPatient } from '../../../src/fhir/gate/demographics.ts';
import {
  implausibleIn,
  isPlausibleBirthDate,
  isPlausibleText,
} from '../../../src/fhir/gate/plausible.ts';
import { identifierSystem } from '../../../src/fhir/systems.ts';

const now = new Date('2026-11-22T10:00:00Z');
const patient: FhirPatient = {
  resourceType: 'Patient',
  id: 'p1',
  name: [{ use: 'official', family: 'Okafor', given: ['Grace', 'Ngozi'], prefix: ['Mrs'] }],
  birthDate: '1945-07-14',
};
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('a name as people write it', () => {
  it.each([
    'O’Rourke',
    "D'Souza",
    'St John-Smyth',
    'Ménière',
    'Łukasz',
    '李小龍',
    'കൃഷ്ണൻ',
    'نگین‌دخت',
  ])('%s is plausible', (name) => {
    expect(isPlausibleText(name)).toBe(true);
  });

  it.each([
    ['markup', '<b>Okafor</b>'],
    ['a lone angle bracket', 'Okafor>'],
    ['a right-to-left override', 'Oka\u202Erof'],
    ['an isolate', 'Oka\u2067for'],
    ['a zero-width space', 'Oka\u200Bfor'],
    ['a soft hyphen', 'Oka\u00ADfor'],
    ['a tag character', 'Okafor\u{E0041}'],
    ['a line break', 'Oka\nfor'],
    ['a null character', 'Okafor\u0000'],
    ['half a surrogate pair', 'Okafor\uD83D'],
    ['a letter that looks like nothing', '\u3164'],
    ['the sign for what could not be read', 'Okaf\uFFFDr'],
    ['marks piled up', `O${'\u0301'.repeat(5)}kafor`],
    ['a hundred and one characters', 'O'.repeat(101)],
  ])('%s in a name is not', (_, name) => {
    expect(isPlausibleText(name)).toBe(false);
  });
});

describe('a birth date', () => {
  it.each(['2026-11-22', '1880-01-01', '1945', '1945-07', '2026', undefined])(
    '%s is plausible',
    (raw) => {
      expect(isPlausibleBirthDate(raw, now)).toBe(true);
    },
  );

  it.each([
    '2026-11-23',
    '2027',
    '2026-12',
    '1879-12-31',
    '9999-01-01',
    '14/07/1945',
    '2026-02-30',
    '',
  ])('%j is not', (raw) => {
    expect(isPlausibleBirthDate(raw, now)).toBe(false);
  });

  it('of a child born today is today by London’s clock', () => {
    const afterMidnight = new Date('2026-07-01T23:30:00Z');
    expect(isPlausibleBirthDate('2026-07-02', afterMidnight)).toBe(true);
    expect(isPlausibleBirthDate('2026-07-03', afterMidnight)).toBe(false);
  });
});

describe('a patient', () => {
  it('such as an honest system sends has nothing implausible', () => {
    expect(implausibleIn(patient, now)).toBeNull();
  });

  it.each([
    ['400 names', { name: times(400, { family: 'Okafor' }) }, 'name'],
    ['21 given names', { name: [{ given: times(21, 'Grace') }] }, 'name'],
    ['markup in a former name', { name: [{ use: 'old', family: '<i>' }] }, 'name'],
    ['markup in a title', { name: [{ prefix: ['<Mrs>'] }] }, 'name'],
    ['an override in the text of a name', { name: [{ text: '\u202Ex' }] }, 'name'],
    ['a birth date to come', { birthDate: '2030-01-01' }, 'birth-date'],
    [
      '51 NHS numbers',
      { identifier: times(51, { system: identifierSystem.nhsNumber, value: '9990000018' }) },
      'nhs-number',
    ],
  ])('with %s is not believed', (_, more, what) => {
    expect(implausibleIn({ ...patient, ...more }, now)).toBe(what);
  });

  it('may hold many numbers of other systems', () => {
    const identifier = times(51, { system: 'https://host.test/mrn', value: '1' });
    expect(implausibleIn({ ...patient, identifier }, now)).toBeNull();
    expect(implausibleIn({ ...patient, identifier }, now, ['https://host.test/mrn'])).toBe(
      'nhs-number',
    );
  });
});
