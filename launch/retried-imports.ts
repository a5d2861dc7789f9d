/** Has every `import()` of the build fetch its files first (fetched-first.ts), so that it may be tried again. */
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Vite's name for the module of its helper. */
const viteHelper = '\0vite/preload-helper.js';

export const retriedImports: Plugin = {
  name: 'retried-imports',
  apply: 'build',
  enforce: 'pre',
  load(id) {
    if (id !== viteHelper) return null;
    const ours = JSON.stringify(resolve(import.meta.dirname, 'fetched-first.ts'));
    return `export { fetchedFirst as __vitePreload } from ${ours};`;
  },
};

/** A chunk that imports no other is fetched first as well: Vite lists no files for it. */
export function withItself(file: string, files: readonly string[]): string[] {
  return [...new Set([file, ...files])];
}
