import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldName, matchDemographics } from '../../src/domain/demographic-match.ts';
import type { Demographics, PersonName } from '../../src/domain/person.ts';
import { date, grace } from '../flow/people.ts';

function named(family: string, given: string, ...others: PersonName[]): Demographics {
  const name: PersonName = { family, given: given.split(' '), prefix: [], use: 'current' };
  return { ...grace, names: [name, ...others] };
}

function verdicts(host: Demographics, exchange: Demographics): string[] {
  return matchDemographics(host, exchange).fields.map((field) => `${field.field} ${field.verdict}`);
}

describe('is it the same person?', () => {
  it('agrees with itself in every field', () => {
    expect(matchDemographics(grace, grace)).toMatchObject({ type: 'match', toConfirm: [] });
  });

  it.each([
    ['apostrophes', 'ORourke', 'O’Rourke'],
    ['hyphens', 'Smith-Jones', 'Smith Jones'],
    ['accents', 'Núñez', 'Nunez'],
    ['case', 'OKAFOR', 'Okafor'],
    ['spaces', 'Mc Donald', 'McDonald'],
    ['full stops', 'St. John', 'St John'],
    ['modifier letters', 'O\u02BCRourke', 'O’Rourke'],
    ['backticks', 'O`Rourke', 'O’Rourke'],
    ['ø', 'Sørensen', 'Sorensen'],
    ['æ', 'Kjær', 'Kjaer'],
    ['œ', 'Lebœuf', 'Leboeuf'],
    ['ß', 'Weiß', 'Weiss'],
    ['ł', 'Wałęsa', 'Walesa'],
    ['đ', 'Đorđević', 'Dordevic'],
    ['ð', 'Guðmundsson', 'Gudmundsson'],
    ['þ', 'Þórsson', 'Thorsson'],
    ['ı', 'Yıldız', 'Yildiz'],
  ])('%s are how people write a name', (_, host, exchange) => {
    expect(matchDemographics(named(host, 'Grace'), named(exchange, 'Grace')).type).toBe('match');
  });

  it('what may be another name is asked about', () => {
    expect(matchDemographics(named('Saint John', 'Grace'), named('St John', 'Grace')).type).toBe(
      'confirm',
    );
  });

  it('says a middle name on one side, without alarm', () => {
    const match = matchDemographics(named('Okafor', 'Grace'), named('Okafor', 'Grace Adaeze'));
    expect(match.type).toBe('match');
    expect(match.fields).toContainEqual({
      field: 'given',
      verdict: 'note',
      host: 'Grace',
      exchange: 'Grace Adaeze',
    });
  });

  it('knows Liam for William by the preferred name', () => {
    const liam: PersonName = { family: "O'Rourke", given: ['Liam'], prefix: [], use: 'preferred' };
    const match = matchDemographics(named('ORourke', 'Liam'), named("O'Rourke", 'William', liam));
    expect(match.type).toBe('match');
  });

  it('asks to confirm a surname that differs', () => {
    expect(matchDemographics(named('Okafor', 'Grace'), named('Mensah', 'Grace'))).toMatchObject({
      type: 'confirm',
      toConfirm: ['family'],
    });
  });

  it('asks to confirm a given name that differs: twins share the rest', () => {
    expect(matchDemographics(named('Malik', 'Ayaan'), named('Malik', 'Aryan'))).toMatchObject({
      type: 'confirm',
      toConfirm: ['given'],
    });
  });

  it('a former name explains a difference and is never shown', () => {
    const maiden: PersonName = { family: 'Mensah', given: ['Grace'], prefix: [], use: 'former' };
    const match = matchDemographics(named('Mensah', 'Grace'), named('Okafor', 'Grace', maiden));
    expect(match.type).toBe('match');
    const hidden = matchDemographics(named('Bello', 'Grace'), named('Okafor', 'Grace', maiden));
    expect(JSON.stringify(hidden)).not.toContain('Mensah');
  });

  it('shuts when both names differ', () => {
    expect(matchDemographics(named('Okafor', 'Grace'), named('Nair', 'Priya')).type).toBe('shut');
  });

  it('shuts when the dates of birth differ', () => {
    expect(matchDemographics(grace, { ...grace, birthDate: date('1945-06-14') }).type).toBe('shut');
  });

  it('shuts when a date of birth is missing or partial: it can not be verified', () => {
    expect(matchDemographics(grace, { ...grace, birthDate: null }).type).toBe('shut');
    const partial = { ...grace, birthDate: date('1945-07') };
    expect(matchDemographics(partial, partial).type).toBe('shut');
  });

  it('shows a gender that differs, and lets it decide nothing', () => {
    const match = matchDemographics({ ...grace, gender: 'male' }, grace);
    expect(match.type).toBe('match');
    expect(verdicts({ ...grace, gender: 'male' }, grace)).toContain('gender differs');
  });

  it('two people without names do not match', () => {
    const nobody = { ...grace, names: [] };
    expect(matchDemographics(nobody, nobody).type).toBe('shut');
  });

  it('folding a name is idempotent and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        expect(foldName(foldName(raw))).toBe(foldName(raw));
      }),
    );
  });
});
