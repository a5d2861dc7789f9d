/** What Vite's manifest tells of the build: which files bring which. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';

const chunk = z.object({
  file: z.string(),
  imports: z.array(z.string()).optional(),
  dynamicImports: z.array(z.string()).optional(),
  css: z.array(z.string()).optional(),
  assets: z.array(z.string()).optional(),
});
const manifestShape = z.record(z.string(), chunk);
export type Manifest = z.infer<typeof manifestShape>;

/** The manifest of the build in `dist`. Throws where there is none. */
export async function readManifest(dist: string): Promise<Manifest> {
  return manifestShape.parse(
    JSON.parse(await readFile(join(dist, '.vite', 'manifest.json'), 'utf8')),
  );
}

/**
 * The scripts and styles that loading the chunk `key` brings: its own, those it imports, and those
 * of each lazy import that `follow` says is loaded with it. Sorted; throws on an unknown chunk.
 */
export function filesOf(
  manifest: Manifest,
  key: string,
  follow: (lazy: string) => boolean = () => false,
): readonly string[] {
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (next: string) => {
    if (seen.has(next)) return;
    seen.add(next);
    const entry = manifest[next];
    if (entry === undefined) throw new Error(`The build's manifest has no ${next}.`);
    if (isCode(entry.file)) files.add(entry.file);
    for (const css of entry.css ?? []) files.add(css);
    for (const asset of entry.assets ?? []) if (isCode(asset)) files.add(asset);
    for (const imported of entry.imports ?? []) visit(imported);
    for (const lazy of entry.dynamicImports ?? []) if (follow(lazy)) visit(lazy);
  };
  visit(key);
  return [...files].sort();
}

/** Every chunk that some other imports lazily, sorted. */
export function lazyChunks(manifest: Manifest): readonly string[] {
  const lazy = Object.values(manifest).flatMap(({ dynamicImports }) => dynamicImports ?? []);
  return [...new Set(lazy)].sort();
}

/** Scripts and styles a page names itself, which static files in `public/` may be too. */
export function filesInHtml(html: string): readonly string[] {
  return [...html.matchAll(/(?:src|href)="(?:\.?\/)?([^":]+\.(?:m?js|css))"/g)].flatMap(
    ([, file]) => (file === undefined ? [] : [file]),
  );
}

/** Every script and style in `dist`, by its path there, sorted: no file may be counted nowhere. */
export async function codeIn(dist: string): Promise<readonly string[]> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && isCode(entry.name))
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function isCode(file: string): boolean {
  return /\.(?:m?js|css)$/.test(file);
}
