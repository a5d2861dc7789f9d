/** The project's own files, and their syntax trees, for the tests that read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Path from the project's root with forward slashes → content. */
export type SourceFiles = ReadonlyMap<string, string>;

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every file under the folders whose name matches; hidden folders and run-time data left out. */
export function readFiles(folders: readonly string[], name: RegExp): SourceFiles {
  const files = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/');
      if (!entry.isFile() || !name.test(entry.name) || /\/\./.test(path)) continue;
      files.set(path, readFileSync(join(root, path), 'utf8'));
    }
  }
  return files;
}

/** The syntax tree of one file; parents are set, types are not resolved. */
export function parse(path: string, source: string): ts.SourceFile {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind);
}

/** Calls `visit` for the node and everything in it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => {
    walk(child, visit);
  });
}
