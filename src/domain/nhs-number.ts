/**
 * The NHS number: ten digits, the last a modulus 11 check digit.
 * Source: NHS Data Dictionary, NHS NUMBER; shared rules in domain notes section 5.
 */
declare const brand: unique symbol;

/** Ten digits without spaces that passed the check. Made only by {@link parseNhsNumber}. */
export type NhsNumber = string & { readonly [brand]: 'NhsNumber' };

const digitsOnly = /^\d{10}$/;
const oneRepeatedDigit = /^(\d)\1{9}$/;
const allowedSeparators = /[\s-]/g;

/**
 * Reads an NHS number as people and systems write it.
 * @param raw digits, optionally separated by spaces or hyphens; letters are refused
 * @returns the number, or null when it has other characters, another length, a wrong check
 *   digit, or is one digit repeated (all ten of those pass the arithmetic)
 */
export function parseNhsNumber(raw: string): NhsNumber | null {
  if (raw.length > 20) return null;
  const digits = raw.replace(allowedSeparators, '');
  if (!digitsOnly.test(digits) || oneRepeatedDigit.test(digits)) return null;
  return checkDigit(digits.slice(0, 9)) === digits[9] ? (digits as NhsNumber) : null;
}

/** Weights 10 to 2, check = 11 − (sum mod 11); 11 is written 0, and 10 is never issued. */
function checkDigit(nine: string): string | null {
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += Number(nine.charAt(index)) * (10 - index);
  const check = 11 - (sum % 11);
  if (check === 10) return null;
  return check === 11 ? '0' : String(check);
}

/** Shown 3 3 4 with single spaces: `999 000 0018` (NHS service manual, NHS numbers). */
export function formatNhsNumber(number: NhsNumber): string {
  return `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
}
