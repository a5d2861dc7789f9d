/** A build in a folder of its own, as small as a test wants it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Manifest } from './build-files.ts';

export type Build = { readonly dist: string; remove(): Promise<void> };

/** The app's parts as Vite names them; `files` adds or replaces what lies in `dist`. */
export async function aBuild(files: Readonly<Record<string, string | Buffer>>): Promise<Build> {
  const dist = await mkdtemp(join(tmpdir(), 'ocs-size-'));
  const all = {
    ...{ 'launch.html': '<script src="./launch.js"></script>', 'launch.js': 'launch();' },
    ...{ 'index.html': '<script src="./index.js"></script>', 'index.js': 'index();' },
    ...{ 'id-token.js': 'v();', 'summary.js': 's();', 'chart.js': 'c();', 'pdf-file.js': 'p();' },
    ...{ 'hits.js': 'h();', 'told-list.js': 't();' },
    '.vite/manifest.json': JSON.stringify(manifest),
    ...files,
  };
  for (const [file, content] of Object.entries(all)) {
    await mkdir(dirname(join(dist, file)), { recursive: true });
    await writeFile(join(dist, file), content);
  }
  return { dist, remove: () => rm(dist, { recursive: true }) };
}

const summary = '../src/app/record-parts.ts';
const chart = '../src/ui/summary/look/trend-chart.ts';
const hits = '../src/ui/summary/find/hits.ts';
const told = '../src/ui/gate/told-list.tsx';
const pdf = '../src/ui/summary/letters/pdf-file.ts';
const verifier = '../src/adapters/host/id-token.ts';

const manifest: Manifest = {
  'launch.html': { file: 'launch.js' },
  'index.html': { file: 'index.js', dynamicImports: [verifier, told, summary] },
  [verifier]: { file: 'id-token.js' },
  [summary]: { file: 'summary.js', imports: ['index.html'], dynamicImports: [chart, hits, pdf] },
  [chart]: { file: 'chart.js', imports: [summary] },
  [hits]: { file: 'hits.js', imports: [summary] },
  // It needs something of the record's, as it must not.
  [told]: { file: 'told-list.js', imports: [summary] },
  [pdf]: { file: 'pdf-file.js' },
};
