/** Which classes of a style sheet no source file can put on an element. */
import ts from 'typescript';
import { parse, walk, type SourceFiles } from '../architecture/source-files.ts';

/** Every class a sheet selects by. */
export function classesIn(css: string): readonly string[] {
  const selectors = css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/"[^"]*"|url\([^)]*\)/g, '')
    .replace(/\{[^{}]*\}/g, '{}');
  const found = [...selectors.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map(([, name]) => name ?? '');
  return [...new Set(found)].sort();
}

/** Words of literals, and where a template goes on: `tag--` of `tag--${tone}`. */
export type Words = { readonly whole: ReadonlySet<string>; readonly begun: ReadonlySet<string> };

/** Names in comments, identifiers and the page's own text are none: they style nothing. */
export function wordsIn(files: SourceFiles): Words {
  const whole = new Set<string>();
  const begun = new Set<string>();
  for (const [path, source] of files) {
    walk(parse(path, source), (node) => {
      if (!isLiteral(node) && !isTemplatePiece(node)) return;
      const words = node.text.split(/\s+/);
      for (const word of words) whole.add(word);
      if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node)) begun.add(words.at(-1) ?? '');
    });
  }
  return { whole, begun };
}

const isLiteral = (node: ts.Node): node is ts.StringLiteralLike | ts.NumericLiteral =>
  ts.isStringLiteralLike(node) || ts.isNumericLiteral(node);

const isTemplatePiece = (
  node: ts.Node,
): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail =>
  ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);

/** The classes that stand nowhere whole, nor as the beginning of a template and a word for its end. */
export function unusedClasses(css: string, { whole, begun }: Words): readonly string[] {
  return classesIn(css).filter((name) => {
    if (whole.has(name)) return false;
    return ![...begun].some(
      (start) => start !== '' && name.startsWith(start) && whole.has(name.slice(start.length)),
    );
  });
}
