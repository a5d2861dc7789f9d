/** Has every `import()` of the build fetch its files first (fetched-first.ts), so that it may be tried again. */
import type { Plugin } from 'vite';

/** Vite's name for the module of its helper. */
const viteHelper = '\0vite/preload-helper.js';

/** @param helper path of the module that takes its place, and exports `fetchedFirst` */
export function retriedImports(helper: string): Plugin {
  return {
    name: 'retried-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      id === viteHelper
        ? `export { fetchedFirst as __vitePreload } from ${JSON.stringify(helper)};`
        : null,
  };
}

/** A chunk that imports no other is fetched first as well: Vite lists no files for it. */
export function withItself(file: string, files: readonly string[]): string[] {
  return [...new Set([file, ...files])];
}
