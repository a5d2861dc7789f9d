/**
 * fhirclient as the build leaves it: the package's own files, without what is left out of them. Every
 * test that signs in does so with this (vitest.config.ts): what ships is what is tested.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { compileFunction } from 'node:vm';
import { fhirclientLeftOut } from '../../../launch/fhirclient-left-out.ts';
import { namesOf, without } from '../../../launch/left-out.ts';
import { withoutWords } from '../../../launch/wordless.ts';

const require = createRequire(import.meta.url);
const folder = join(dirname(require.resolve('fhirclient/package.json')), 'lib');
const names = namesOf(fhirclientLeftOut);
const loaded = new Map<string, Record<string, unknown>>();

/** What the build puts in the place of others (launch/vite.config.ts). */
const inPlaceOf: Readonly<Record<string, string>> = {
  './FhirClient': '../../../launch/no-requests.cjs',
  debug: '../../../launch/no-debug.cjs',
};

/** @param file by its path in the package's `lib` */
export function asBuilt(file: string): Readonly<Record<string, unknown>> {
  const known = loaded.get(file);
  if (known) return known;
  const exports: Record<string, unknown> = {};
  loaded.set(file, exports);
  const code = without(
    readFileSync(join(folder, file), 'utf8'),
    fhirclientLeftOut[file] ?? {},
    names,
  );
  const requireFrom = (wanted: string): unknown => {
    const other = inPlaceOf[wanted];
    if (other !== undefined) return require(other);
    if (!wanted.startsWith('.')) return require(wanted);
    return asBuilt(`${relative(folder, join(folder, dirname(file), wanted))}.js`);
  };
  Reflect.apply(compileFunction(withoutWords(code), ['exports', 'require']), null, [
    exports,
    requireFrom,
  ]);
  return exports;
}
