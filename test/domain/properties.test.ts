import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseClinicalDate } from '../../src/domain/clinical-date.ts';
import { matchDemographics } from '../../src/domain/demographic-match.ts';
import { formatNhsNumber, parseNhsNumber } from '../../src/domain/nhs-number.ts';
import type { Demographics, PersonName } from '../../src/domain/person.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((each) => each.join(''));

/** Nine digits and the check digit that the arithmetic gives; 10 has none. */
const valid = digits(9)
  .map((nine) => {
    const sum = Array.from(nine).reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
    const check = (11 - (sum % 11)) % 11;
    return check === 10 ? null : `${nine}${check}`;
  })
  .filter((number) => number !== null)
  .filter((number) => !/^(\d)\1{9}$/.test(number));

describe('the NHS number', () => {
  it('with its check digit is read, however it is spaced, and shown 3 3 4', () => {
    fc.assert(
      fc.property(valid, fc.constantFrom('', ' ', '-'), (number, gap) => {
        const written = [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(gap);
        const read = parseNhsNumber(written);
        expect(read).toBe(number);
        expect(read && formatNhsNumber(read)).toMatch(/^\d{3} \d{3} \d{4}$/);
      }),
    );
  });

  it('with any one digit changed is none, and with two neighbours swapped none or the same', () => {
    fc.assert(
      fc.property(valid, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        const changed = Array.from(number);
        changed[at] = String((Number(changed[at]) + by) % 10);
        expect(parseNhsNumber(changed.join(''))).toBeNull();
        const swapped = Array.from(number);
        [swapped[at], swapped[at + 1]] = [swapped[at + 1] ?? '', swapped[at] ?? ''];
        const read = parseNhsNumber(swapped.join(''));
        expect(read === null || read === number).toBe(true);
      }),
    );
  });

  it('is nothing else than ten digits, spaces and hyphens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        const read = parseNhsNumber(raw);
        expect(read === null || raw.replace(/[\s-]/g, '') === read).toBe(true);
      }),
    );
    expect(parseNhsNumber('９９９０００００１８')).toBeNull();
  });
});

const name: fc.Arbitrary<PersonName> = fc.record({
  family: fc.option(fc.string({ unit: 'grapheme', maxLength: 12 })),
  given: fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 3 }),
  prefix: fc.constant([]),
  use: fc.constantFrom('current', 'preferred', 'former'),
});
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-11-22'), noInvalidDate: true })
  .map((date) => parseClinicalDate(date.toISOString().slice(0, 10)));
const person: fc.Arbitrary<Demographics> = fc.record({
  names: fc.array(name, { maxLength: 4 }),
  birthDate: fc.option(day).map((date) => date ?? null),
  gender: fc.constantFrom('male', 'female', 'other', 'unknown', null),
  address: fc.constant(null),
  deceased: fc.constant(null),
});
const word = fc
  .array(fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyzáéñöşł')), {
    minLength: 1,
    maxLength: 10,
  })
  .map((each) => each.join(''));
const named: fc.Arbitrary<Demographics> = fc.record({
  names: fc
    .record({ family: word, given: fc.array(word, { minLength: 1, maxLength: 3 }) })
    .map((each) => [{ ...each, prefix: [], use: 'current' as const }]),
  birthDate: day,
  gender: fc.constantFrom('male', 'female'),
  address: fc.constant(null),
  deceased: fc.constant(null),
});

/** How another system may have written the same word. */
const noise: readonly ((text: string) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  (text) => `${text.slice(0, 1)}'${text.slice(1)}`,
  (text) => `${text.slice(0, 1)}’${text.slice(1)}`,
  (text) => `${text.slice(0, 2)}-${text.slice(2)}`,
  (text) => `${text.slice(0, 2)} ${text.slice(2)}`,
  (text) => text.replaceAll('ł', 'l'),
];

describe('the match', () => {
  it('judges alike, whichever side is the host', () => {
    fc.assert(
      fc.property(fc.oneof(person, named), fc.oneof(person, named), (one, another) => {
        const there = matchDemographics(one, another);
        const back = matchDemographics(another, one);
        expect(back.type).toBe(there.type);
        expect(back.toConfirm).toEqual(there.toConfirm);
      }),
    );
  });

  it('never opens, and never asks to confirm, on another or no date of birth', () => {
    fc.assert(
      fc.property(named, fc.option(day), (one, birthDate) => {
        fc.pre(birthDate?.iso !== one.birthDate?.iso);
        const another = { ...one, birthDate: birthDate ?? null };
        expect(matchDemographics(one, another)).toMatchObject({ type: 'shut', toConfirm: [] });
      }),
    );
  });

  it('knows a person again however their name is written', () => {
    fc.assert(
      fc.property(named, fc.constantFrom(...noise), (one, write) => {
        const names = one.names.map((each) => ({
          ...each,
          family: write(each.family ?? ''),
          given: each.given.map(write),
        }));
        expect(matchDemographics(one, { ...one, names }).type).toBe('match');
      }),
    );
  });

  it('never shows a former name, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(person, named), person, (one, another) => {
        const former = { family: 'Planted-Former', given: ['Planted-Given'], prefix: [] };
        const host = { ...one, names: [...one.names, { ...former, use: 'former' as const }] };
        expect(JSON.stringify(matchDemographics(host, another))).not.toContain('Planted');
        expect(JSON.stringify(matchDemographics(another, host))).not.toContain('Planted');
      }),
    );
  });

  it('opens for nobody whose names are both others', () => {
    fc.assert(
      fc.property(named, (one) => {
        const names = one.names.map((each) => ({
          ...each,
          family: `${each.family ?? ''}x`,
          given: [`${each.given[0] ?? ''}x`],
        }));
        expect(matchDemographics(one, { ...one, names }).type).toBe('shut');
      }),
    );
  });
});
