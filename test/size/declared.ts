/** What the app's style sheets declare, where a test needs no browser to say what that does. */
import { join } from 'node:path';
import { compile } from 'sass';
import { projectRoot } from '../support/run-command.ts';

/** One of the sheets in `src/ui/styles`, by its name, with all it uses. */
export function compiled(name: string): string {
  return compile(join(projectRoot, `src/ui/styles/${name}.scss`), {
    loadPaths: [join(projectRoot, 'node_modules')],
  }).css;
}

/** What one declaration is set to wherever the sheet speaks of exactly this selector. */
export function declared(css: string, selector: string, property: string): readonly string[] {
  const plain = css.replace(/\/\*[^]*?\*\//g, '');
  const blocks = [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)];
  const own = blocks.filter(([, selectors = '']) =>
    selectors.split(',').some((each) => each.trim() === selector),
  );
  const values = new RegExp(`(?:^|;)\\s*${property}:\\s*([^;]+)`, 'g');
  return own.flatMap(([, , body = '']) =>
    [...body.matchAll(values)].map(([, value]) => value ?? ''),
  );
}
