/** What must not stand in the project's text, wherever it stands. */
import ts from 'typescript';
import { parse, walk, type SourceFiles } from './source-files.ts';

/**
 * Ten digits that could be a real person's NHS number: right check digit, a first digit that is
 * issued, outside the 999 range kept for tests. Repeated digits are never issued.
 */
export function nhsNumberViolations(files: SourceFiles): readonly string[] {
  return findAll(files, /(?<![\d.-])\d{3}([ -]?)\d{3}\1\d{4}(?![\d.-])/g, (match) => {
    const digits = match.replace(/\D/g, '');
    const issued = /^[4679]/.test(digits) && !digits.startsWith('999');
    return issued && !/^(\d)\1{9}$/.test(digits) && passesCheck(digits);
  });
}

/** Modulus 11, weights 10 to 2, written here again so that the product can not vouch for itself. */
function passesCheck(digits: string): boolean {
  const weighted = Array.from({ length: 9 }, (_, index) => Number(digits[index]) * (10 - index));
  const sum = weighted.reduce((total, part) => total + part, 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/** Folders of one person's computer. */
export function machinePathViolations(files: SourceFiles): readonly string[] {
  return findAll(files, /(?<![\w.*:/])\/(?:work|home|root|Users)\/[\w.-]+/g);
}

/** Work left undone, and checks switched off. */
export function shortcutViolations(files: SourceFiles): readonly string[] {
  const marks = ['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'eslint-' + 'disable', '@ts-' + 'ignore'];
  const pattern = new RegExp(`(?:${[...marks, '@ts-' + 'nocheck'].join('|')})\\b`, 'g');
  return [...findAll(files, pattern), ...anyTypes(files)];
}

function anyTypes(files: SourceFiles): readonly string[] {
  return [...files].flatMap(([path, source]) => {
    const found: string[] = [];
    if (!/\.tsx?$/.test(path)) return found;
    walk(parse(path, source), (node) => {
      if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(`${path}: any`);
    });
    return found;
  });
}

/** Every cast to the NHS number's brand; the parser alone may have one. */
export function nhsNumberCasts(files: SourceFiles): readonly string[] {
  return [...files].flatMap(([path, source]) => {
    const found: string[] = [];
    walk(parse(path, source), (node) => {
      if (ts.isAsExpression(node) && /\bNhsNumber\b/.test(node.type.getText())) found.push(path);
    });
    return found;
  });
}

function findAll(
  files: SourceFiles,
  pattern: RegExp,
  counts: (match: string) => boolean = () => true,
): readonly string[] {
  return [...files].flatMap(([path, source]) =>
    [...source.matchAll(pattern)]
      .map(([match]) => match)
      .filter(counts)
      .map((match) => `${path}: ${match}`),
  );
}
