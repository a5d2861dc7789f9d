import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNhsNumber, parseNhsNumber } from '../../src/domain/nhs-number.ts';

/** The check digit by the Data Dictionary's own steps, written independently of the parser. */
function withCheckDigit(nine: number[]): string | null {
  const total = nine.reduce((sum, digit, index) => sum + digit * (10 - index), 0);
  const check = (11 - (total % 11)) % 11;
  return check === 10 ? null : [...nine, check].join('');
}

describe('reading an NHS number', () => {
  it.each(['9990000018', '999 000 0018', '999-000-0018', ' 999 000 0018 '])('accepts %j', (raw) => {
    expect(parseNhsNumber(raw)).toBe('9990000018');
  });

  it('accepts a check digit of zero', () => {
    expect(parseNhsNumber('9990000050')).toBe('9990000050');
  });

  it.each([
    ['a wrong check digit', '9990000019'],
    ['letters', '999OOOOO18'],
    ['nine digits', '999000001'],
    ['eleven digits', '99900000180'],
    ['nothing', ''],
    ['Arabic-Indic digits', '٩٩٩٠٠٠٠٠١٨'],
    ['a very long run of spaces', `${' '.repeat(5000)}9990000018`],
  ])('refuses %s', (_, raw) => {
    expect(parseNhsNumber(raw)).toBeNull();
  });

  it('refuses all ten repeated digits, which pass the arithmetic', () => {
    for (let digit = 0; digit <= 9; digit++) {
      expect(parseNhsNumber(String(digit).repeat(10))).toBeNull();
    }
  });

  it('accepts exactly the numbers whose tenth digit is their check', () => {
    const nine = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(nine, fc.integer({ min: 0, max: 9 }), (digits, last) => {
        const raw = [...digits, last].join('');
        const valid = withCheckDigit(digits) === raw && new Set(raw).size > 1;
        expect(parseNhsNumber(raw)).toBe(valid ? raw : null);
      }),
    );
  });

  it('shows 3 3 4, and reads what it shows', () => {
    const number = parseNhsNumber('9990000018');
    expect(number && formatNhsNumber(number)).toBe('999 000 0018');
    expect(number && parseNhsNumber(formatNhsNumber(number))).toBe(number);
  });
});
