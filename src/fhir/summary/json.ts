/** One property of a value of any shape; undefined, or nothing, where it is not what was asked for. */

export function propertyOf(from: unknown, key: string): unknown {
  if (typeof from !== 'object' || from === null || !Object.hasOwn(from, key)) return undefined;
  return (from as Readonly<Record<string, unknown>>)[key];
}

export function stringIn(from: unknown, key: string): string | undefined {
  const found = propertyOf(from, key);
  return typeof found === 'string' ? found : undefined;
}

export function objectIn(from: unknown, key: string): object | undefined {
  const found = propertyOf(from, key);
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : undefined;
}

const nothing: readonly unknown[] = [];

export function arrayIn(from: unknown, key: string): readonly unknown[] {
  const found = propertyOf(from, key);
  return Array.isArray(found) ? found : nothing;
}

/** The concepts of an element that may repeat, or not. */
export function conceptsIn(from: unknown, key: string): readonly unknown[] {
  const found = propertyOf(from, key);
  return Array.isArray(found) ? (found as unknown[]) : found === undefined ? [] : [found];
}

/** Every code of a CodeableConcept, whatever its system. */
export function codesOfRaw(concept: unknown): readonly string[] {
  const codes: string[] = [];
  for (const coding of arrayIn(concept, 'coding')) {
    const code = stringIn(coding, 'code');
    if (code !== undefined) codes.push(code);
  }
  return codes;
}

/** All words of a CodeableConcept, cut to what a pattern can be tried on. */
export function wordsOfRaw(concept: unknown): string {
  const said = arrayIn(concept, 'coding').map((coding) => stringIn(coding, 'display') ?? '');
  return [stringIn(concept, 'text') ?? '', ...said].map((each) => each.slice(0, 300)).join(' ');
}
