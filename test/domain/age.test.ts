import { describe, expect, it } from 'vitest';
import { formatAge, yearsOld } from '../../src/domain/age.ts';
import { date } from '../flow/people.ts';

describe('age as the Common User Interface shows it', () => {
  it.each([
    ['2026-11-22T13:30:00Z', '2026-11-22T15:00:00Z', '90min'],
    ['2026-11-21T13:00:00Z', '2026-11-22T15:00:00Z', '26hrs'],
    ['2026-10-26', '2026-11-22', '27d'],
    ['2026-10-24', '2026-11-22', '4w 1d'],
    ['2026-10-25', '2026-11-22', '4w'],
    ['2025-10-14', '2026-11-22', '13m 8d'],
    ['2022-10-22', '2026-11-22', '4y 1m'],
    ['2022-11-22', '2026-11-22', '4y'],
    ['1945-07-14', '2026-11-22', '81y'],
    ['1945-11-23', '2026-11-22', '80y'],
    ['1945-07', '2026-11-22', 'about 81y'],
  ])('born %s, on %s: %s', (birth, at, shown) => {
    expect(formatAge(date(birth), date(at))).toBe(shown);
  });

  it('gives no age to someone born tomorrow', () => {
    expect(formatAge(date('2026-11-23'), date('2026-11-22'))).toBeNull();
    expect(yearsOld(date('2026-11-23'), date('2026-11-22'))).toBeNull();
  });

  it('counts a sixteenth birthday on the day, and not from a partial date', () => {
    expect(yearsOld(date('2010-11-22'), date('2026-11-22'))).toBe(16);
    expect(yearsOld(date('2010-11-23'), date('2026-11-22'))).toBe(15);
    expect(yearsOld(date('2010-11'), date('2026-11-22'))).toBeNull();
  });
});
