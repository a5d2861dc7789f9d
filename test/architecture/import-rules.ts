/** Which part of the house may know which other: shared vocabulary left, wiring right. */
import { posix } from 'node:path';
import ts from 'typescript';
import { parse, type SourceFiles } from './source-files.ts';

/** A part and the prefixes of our own files that it may import, besides its own. */
const mayImport: readonly (readonly [part: string, allowed: readonly string[]])[] = [
  ['src/domain/', []],
  ['src/fhir/', ['src/domain/']],
  ['src/flow/', ['src/domain/']],
  ['src/ui/', ['src/domain/', 'src/flow/']],
  ['src/adapters/', ['src/domain/', 'src/fhir/', 'src/flow/']],
  ['src/app/', ['src/']],
  ['launch/', ['src/']],
  ['mocks/scenarios/', ['src/domain/', 'src/fhir/systems.ts', 'src/fhir/clinical-systems.ts']],
  // The exchange stands for someone else's product, and so does the host: they share only wires.
  [
    'mocks/exchange/',
    ['mocks/scenarios/', 'src/domain/', 'src/fhir/systems.ts', 'src/fhir/clinical-systems.ts'],
  ],
  [
    'mocks/ehr/',
    ['mocks/scenarios/', 'src/domain/', 'src/fhir/systems.ts', 'src/fhir/clinical-systems.ts'],
  ],
  ['mocks/', ['src/domain/', 'src/fhir/systems.ts', 'src/fhir/clinical-systems.ts']],
];

/** Packages that only some parts may import; a part not named for a package may not. */
const packageHomes: readonly (readonly [name: RegExp, homes: readonly string[]])[] = [
  [/^preact(\/|$)/, ['src/ui/', 'src/app/']],
  [/^fhirclient(\/|$)/, ['src/adapters/', 'launch/']],
  [/^jose(\/|$)/, ['src/adapters/', 'mocks/']],
  // Shapes of our own weigh a tenth of it in the browser, and copy nothing.
  [/^zod(\/|$)/, ['mocks/']],
  [/^fhir\/r4$/, ['src/fhir/', 'src/adapters/', 'mocks/']],
  [
    /^node:/,
    ['mocks/', 'launch/vite.config.ts', 'launch/compressed-files.ts', 'launch/check-config.ts'],
  ],
  [/^(msw|vitest|jsdom|playwright-core|@testing-library)(\/|$)/, []],
];

/**
 * Every import that crosses a border it may not, as `file imports target`. Type imports count:
 * a type that leaks a resource into a screen leaks as surely as a value.
 */
export function importViolations(files: SourceFiles): readonly string[] {
  return [...files].flatMap(([path, source]) =>
    ts
      .preProcessFile(source, true, true)
      .importedFiles.map(({ fileName }) => fileName)
      .filter((target) => !isAllowed(path, target))
      .map((target) => `${path} imports ${target}`),
  );
}

function isAllowed(path: string, target: string): boolean {
  if (!target.startsWith('.')) {
    const rule = packageHomes.find(([name]) => name.test(target));
    return rule === undefined || rule[1].some((home) => path.startsWith(home));
  }
  const resolved = posix.join(posix.dirname(path), target);
  const rule = mayImport.find(([part]) => path.startsWith(part));
  if (rule === undefined) return false;
  const [own, allowed] = rule;
  return [own, ...allowed].some((prefix) => resolved.startsWith(prefix));
}

/** Files whose form another tool prescribes: the build's settings, and stand-ins for packages. */
const formPrescribed: ReadonlySet<string> = new Set([
  'launch/vite.config.ts',
  'launch/web-crypto.ts',
]);

/** Files that only pass on what others export, default exports, and `export *`: none are wanted. */
export function exportViolations(files: SourceFiles): readonly string[] {
  return [...files].flatMap(([path, source]) => {
    if (formPrescribed.has(path)) return [];
    const { statements } = parse(path, source);
    const passesOn = statements.filter(
      (statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined,
    );
    const found: string[] = [];
    if (passesOn.length > 0) found.push(`${path} re-exports`);
    if (statements.some((statement) => ts.isExportAssignment(statement) || isDefault(statement))) {
      found.push(`${path} has a default export`);
    }
    return found;
  });
}

function isDefault(statement: ts.Statement): boolean {
  if (!ts.canHaveModifiers(statement)) return false;
  const modifiers = ts.getModifiers(statement) ?? [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
}
