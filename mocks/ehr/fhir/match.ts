import type { SearchValues } from './values.ts';

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

function matchesToken(
  tokens: readonly { system?: string; code: string }[],
  wanted: string,
): boolean {
  const bar = wanted.indexOf('|');
  if (bar < 0) return tokens.some((token) => token.code === wanted);
  const system = wanted.slice(0, bar);
  const code = wanted.slice(bar + 1);
  return tokens.some(
    (token) => (token.system ?? '') === system && (code === '' || token.code === code),
  );
}

function matchesString(strings: readonly string[], wanted: string, modifier: string): boolean {
  if (modifier === 'exact') return strings.includes(wanted);
  const needle = fold(wanted);
  return strings.some((value) => {
    const text = fold(value);
    return modifier === 'contains' ? text.includes(needle) : text.startsWith(needle);
  });
}

/** Compares to the precision asked for: `1945` matches any day of 1945 (FHIR R4 search, dates). */
function matchesDate(dates: readonly string[], wanted: string): boolean {
  const match = /^(eq|ne|gt|ge|lt|le)?(\d{4}(?:-\d{2}(?:-\d{2}(?:T.*)?)?)?)$/.exec(wanted);
  const value = match?.[2];
  if (value === undefined) return false;
  return dates.some((full) => {
    const date = full.slice(0, value.length);
    switch (match?.[1]) {
      case 'ne':
        return date !== value;
      case 'gt':
        return date > value;
      case 'ge':
        return date >= value;
      case 'lt':
        return date < value;
      case 'le':
        return date <= value;
      default:
        return date === value;
    }
  });
}

/** `Practitioner/x`, an absolute URL that ends so, or the bare id. */
function matchesReference(references: readonly string[], wanted: string): boolean {
  const tail = wanted.split('/').slice(-2).join('/');
  return references.some((reference) =>
    tail.includes('/') ? reference.endsWith(tail) : reference.endsWith(`/${tail}`),
  );
}

/** Whether any of the comma-separated alternatives matches (FHIR R4 search, "OR"). */
export function matches(values: SearchValues, wanted: string, modifier: string): boolean {
  return wanted.split(',').some((one) => {
    switch (values.kind) {
      case 'token':
        return matchesToken(values.tokens, one);
      case 'string':
        return matchesString(values.strings, one, modifier);
      case 'date':
        return matchesDate(values.dates, one);
      case 'reference':
        return matchesReference(values.references, one);
    }
  });
}
