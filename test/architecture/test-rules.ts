/** What makes a test trustworthy, as far as its text can tell. */
import ts from 'typescript';
import { parse, walk, type SourceFiles } from './source-files.ts';

/** Every test that asserts nothing, waits for time to pass, or silences its neighbours. */
export function testViolations(files: SourceFiles): readonly string[] {
  return [...files].flatMap(([path, source]) => {
    const file = parse(path, source);
    const asserting = assertingFunctions(file);
    const found: string[] = [];
    walk(file, (node) => {
      const sleep = sleepIn(node);
      if (sleep !== null) found.push(`${path} sleeps: ${sleep}`);
      const test = ts.isCallExpression(node) ? testCalled(node) : null;
      if (test === null) return;
      if (test.only) found.push(`${path} runs only "${test.name}"`);
      if (test.body && !asserts(test.body, asserting)) {
        found.push(`${path} asserts nothing in "${test.name}"`);
      }
    });
    return found;
  });
}

function sleepIn(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'waitForTimeout') {
    return 'waitForTimeout';
  }
  if (ts.isImportDeclaration(node) && importsTimer(node)) return 'timers/promises';
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'Promise') return null;
  let timer: string | null = null;
  walk(node, (inner) => {
    if (ts.isCallExpression(inner) && /^(?:\w+\.)?setTimeout$/.test(inner.expression.getText())) {
      // A limit that rejects is a deadline; one that resolves is a sleep.
      const [callback] = inner.arguments;
      if (callback && !/reject|throw/i.test(callback.getText())) timer = 'a promise of setTimeout';
    }
  });
  return timer;
}

/** Yielding a turn (`setImmediate`) waits for no time; everything else of that module does. */
function importsTimer(node: ts.ImportDeclaration): boolean {
  if (!/^['"](?:node:)?timers\/promises['"]$/.test(node.moduleSpecifier.getText())) return false;
  const bindings = node.importClause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) return true;
  return bindings.elements.some(
    ({ name, propertyName }) => (propertyName ?? name).text !== 'setImmediate',
  );
}

type TestCall = {
  readonly name: string;
  readonly only: boolean;
  readonly body: ts.Node | undefined;
};

/** `it(…)`, `test.each(…)(…)` and their kin; null for any other call. */
function testCalled(call: ts.CallExpression): TestCall | null {
  const callee = call.expression.getText();
  const match = /^(it|test|describe)\b((?:\.\w+)*)/.exec(callee);
  if (match === null) return null;
  const [, root, modifiers = ''] = match;
  const body = call.arguments.find(
    (argument) => ts.isArrowFunction(argument) || ts.isFunctionExpression(argument),
  );
  const isTable = /\.(?:each|for|skipIf|runIf)$/.test(callee);
  if (isTable) return null;
  return {
    name: call.arguments[0]?.getText() ?? '',
    only: modifiers.includes('.only'),
    body: root === 'describe' ? undefined : body,
  };
}

/** Functions of this file that assert, directly or through another of them. */
function assertingFunctions(file: ts.SourceFile): ReadonlySet<string> {
  const functions = new Map<string, ts.Node>();
  walk(file, (node) => {
    if (ts.isFunctionDeclaration(node) && node.name) functions.set(node.name.text, node);
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      const { initializer } = node;
      if (ts.isArrowFunction(initializer)) functions.set(node.name.text, initializer);
    }
  });
  const asserting = new Set<string>();
  for (let grown = true; grown;) {
    grown = false;
    for (const [name, body] of functions) {
      if (asserting.has(name) || !asserts(body, asserting)) continue;
      asserting.add(name);
      grown = true;
    }
  }
  return asserting;
}

function asserts(body: ts.Node, helpers: ReadonlySet<string>): boolean {
  let found = false;
  walk(body, (node) => {
    if (!ts.isCallExpression(node)) return;
    const callee = node.expression.getText();
    if (/^(?:expect|assert)/.test(callee) || callee === 'fc.assert' || helpers.has(callee)) {
      found = true;
    }
  });
  return found;
}
