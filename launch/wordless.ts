/**
 * Leaves out what a package says with the errors it throws. The app reads no such words, and shows
 * none: to it every one of these errors is the same.
 */
import { parseSync, type Plugin, Visitor } from 'vite';

/** @param folder of a package of which nothing but that it threw is ever asked */
export function wordless(folder: string): Plugin {
  return {
    name: `no words of ${folder}`,
    transform: (code, id) =>
      id.includes(`/node_modules/${folder}`) ? { code: withoutWords(code), map: null } : null,
  };
}

/**
 * @returns the script, throwing where it threw: a plain error wherever it made one to throw, and
 *   nothing said with an assertion
 */
export function withoutWords(code: string): string {
  const { program, errors } = parseSync('script.js', code);
  if (errors.length > 0) throw new Error('This is no script.');
  let kept = '';
  let at = 0;
  const replace = (start: number, end: number, by: string) => {
    kept += code.slice(at, start) + by;
    at = end;
  };
  new Visitor({
    ThrowStatement: ({ argument: { type, start, end } }) => {
      if (type === 'NewExpression' || type === 'CallExpression') replace(start, end, 'new Error()');
    },
    CallExpression: ({ callee, arguments: [asserted, words, ...more] }) => {
      const isAssertion = /\bassert\)?$/.test(code.slice(callee.start, callee.end));
      if (!isAssertion || !asserted || !words || more.length > 0 || asserted.start < at) return;
      replace(asserted.end, words.end, '');
    },
  }).visit(program);
  return kept + code.slice(at);
}
