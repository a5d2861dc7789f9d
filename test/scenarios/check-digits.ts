/** The check digits of clinical codes: a typing slip in a code fails a test. */

/** Verhoeff's check, as SNOMED CT identifiers carry it (SNOMED CT TIG 5.5). */
export function verhoeff(code: string): boolean {
  if (!/^\d{6,18}$/.test(code)) return false;
  let check = 0;
  Array.from(code)
    .reverse()
    .forEach((digit, position) => {
      let permuted = Number(digit);
      for (let round = 0; round < position % 8; round++) permuted = permutation[permuted] ?? 0;
      check = dihedral(check, permuted);
    });
  return check === 0;
}

const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Multiplication in the dihedral group of order 10. */
function dihedral(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b) % 5) : (a - b + 5) % 5;
}

/** LOINC's Luhn (mod 10) check digit. */
export function loincCheck(code: string): boolean {
  const [digits = '', check] = code.split('-');
  let sum = 0;
  Array.from(digits)
    .reverse()
    .forEach((digit, position) => {
      const doubled = Number(digit) * (position % 2 === 0 ? 2 : 1);
      sum += doubled > 9 ? doubled - 9 : doubled;
    });
  return check === String((10 - (sum % 10)) % 10);
}
