/**
 * Has a browser compile a part's functions while it loads, off the page's own thread, rather than
 * one by one as each is first called: what an open record runs has never run before.
 * Explicit compile hints, V8 13.6: https://v8.dev/blog/explicit-compile-hints. Any other browser
 * reads a comment.
 */
import type { Plugin } from 'vite';
import { reached } from './reached.ts';

const hint = '//# allFunctionsCalledOnLoad\n';

/** What of a built file it takes to follow its imports. */
type Built = {
  readonly type: string;
  readonly isEntry?: boolean;
  readonly facadeModuleId?: string | null;
  readonly imports?: readonly string[];
};

/**
 * @param modules ends of the paths of modules that are imported later
 * Marks their chunks, and those that these import, but for what a page loads itself: of that much
 * is never called. The build fails where there is no chunk of a module.
 */
export function compiledAhead(modules: readonly string[]): Plugin {
  return {
    name: 'compiled-ahead',
    apply: 'build',
    // What is written without it has another name.
    augmentChunkHash: () => hint,
    generateBundle: {
      order: 'post',
      handler: (_, bundle) => {
        for (const name of chunksAhead(modules, bundle)) {
          const chunk = bundle[name];
          // It must be the first thing in the file.
          if (chunk?.type === 'chunk') chunk.code = `${hint}${chunk.code}`;
        }
      },
    },
  };
}

/** The file names of the chunks to mark, sorted. Throws where a module has none. */
export function chunksAhead(
  modules: readonly string[],
  bundle: Readonly<Record<string, Built>>,
): readonly string[] {
  const files = Object.entries(bundle);
  const importsOf = (name: string) => bundle[name]?.imports ?? [];
  const entries = files.flatMap(([name, { isEntry }]) => (isEntry === true ? [name] : []));
  const withPages = reached(entries, importsOf);
  const starts = modules.map((module) => {
    const found = files.find(([, file]) => file.facadeModuleId?.endsWith(module) === true);
    if (!found) throw new Error(`There is no chunk of ${module} to compile ahead.`);
    return found[0];
  });
  return [...reached(starts, importsOf)].filter((name) => !withPages.has(name)).sort();
}
