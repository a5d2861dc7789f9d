/** Only adapters reach the network, storage, the clock and chance. */
import ts from 'typescript';
import { parse, walk, type SourceFiles } from './source-files.ts';

/** Globals that are an effect whenever they are mentioned. */
const effectGlobals = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'sessionStorage',
  'localStorage',
  'indexedDB',
]);
/** Members of globals that are an effect. */
const effectMembers = new Set([
  'Date.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'Math.random',
  'document.cookie',
  'navigator.sendBeacon',
]);
const globalObjects = new Set(['window', 'globalThis', 'self']);

/** The only places for effects; `launch/` is one tiny page that runs before anything is wired. */
const homes = ['src/adapters/', 'launch/'];

/** Every use of an effect outside its home, as `file uses effect`. */
export function effectViolations(files: SourceFiles): readonly string[] {
  return [...files]
    .filter(([path]) => !homes.some((home) => path.startsWith(home)))
    .flatMap(([path, source]) =>
      effectsIn(parse(path, source)).map((effect) => `${path} uses ${effect}`),
    );
}

function effectsIn(file: ts.SourceFile): readonly string[] {
  const found = new Set<string>();
  const declared = declaredNames(file);
  walk(file, (node) => {
    if (ts.isPropertyAccessExpression(node)) {
      const object = withoutGlobal(node.expression);
      const member = `${object}.${node.name.text}`;
      if (effectMembers.has(member)) found.add(member);
      if (globalObjects.has(object) && effectGlobals.has(node.name.text)) found.add(node.name.text);
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'Date') {
      if ((node.arguments ?? []).length === 0) found.add('new Date()');
    } else if (ts.isIdentifier(node) && effectGlobals.has(node.text) && !declared.has(node.text)) {
      if (!isName(node)) found.add(node.text);
    }
  });
  return [...found];
}

/** `window.crypto` and `crypto` are the same object. */
function withoutGlobal(expression: ts.Expression): string {
  return expression.getText().replace(/^(?:window|globalThis|self)\./, '');
}

/** A property's or type member's name mentions no global. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isMethodDeclaration(parent)) &&
      parent.name === node)
  );
}

/** Names this file gives to something of its own, such as a parameter called `fetch`. */
function declaredNames(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  walk(file, (node) => {
    const declares =
      ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isBindingElement(node);
    if (declares && ts.isIdentifier(node.name)) names.add(node.name.text);
    if (ts.isFunctionDeclaration(node) && node.name) names.add(node.name.text);
  });
  return names;
}
