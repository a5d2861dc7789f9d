/**
 * What a clinician's browser must load, gzipped: counted from the build, so that it is the same
 * each time. The check of every change and the bench count with this.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  codeIn,
  filesInHtml,
  filesOf,
  lazyChunks,
  readManifest,
  type Manifest,
} from './build-files.ts';
import { beforeGate, beforeSummary, laterPart, launchPage, type Limit } from './limits.ts';
import { beforeTheRecord, isOneOf, later, pdfLibrary, verifier, withTheSummary } from './stages.ts';

/** One weighed row: files by their path in `dist`, bytes gzipped. */
export type Weight = {
  readonly name: string;
  readonly files: readonly string[];
  readonly bytes: number;
  readonly limit: Limit;
};

export type Weights = {
  readonly launchPage: Weight;
  readonly beforeGate: Weight;
  readonly beforeSummary: Weight;
  /** Heaviest first; the pdf library, which has no target, among them. */
  readonly laterChunks: readonly Weight[];
};

const isLater = (lazy: string) => isOneOf([...later, ...pdfLibrary], lazy);

/** Weighs the build in `dist`. Throws where there is none, or where it has no manifest. */
export async function weigh(dist: string): Promise<Weights> {
  const manifest = await readManifest(dist);
  const weightOf = weigher(dist);
  const row = async (name: string, files: readonly string[], limit: Limit): Promise<Weight> => {
    let bytes = 0;
    for (const file of files) bytes += await weightOf(file);
    return { name, files, bytes, limit };
  };
  const page = async (html: string, follow: (lazy: string) => boolean) => {
    const named = filesInHtml(await readFile(join(dist, html), 'utf8'));
    return [...new Set([html, ...named, ...filesOf(manifest, html, follow)])].sort();
  };
  const early = (lazy: string) => !isLater(lazy) && !isOneOf(withTheSummary, lazy);
  const launchFiles = await page('launch.html', early);
  const gate = union(launchFiles, await page('index.html', early));
  const whole = union(gate, await page('index.html', (lazy) => !isLater(lazy)));
  const chunks = laterFiles(manifest, gate, whole);
  // What nothing in the manifest leads to, such as a worker's script, is needed by somebody too.
  const counted = new Set([...whole, ...chunks.flatMap(({ files }) => files)]);
  const stray = (await codeIn(dist)).filter((file) => !counted.has(file));
  const strayEarly = stray.filter((file) => !isLater(file) && !isOneOf(withTheSummary, file));
  const strayWithIt = stray.filter((file) => !isLater(file));
  const laterWeights = await Promise.all([
    ...chunks.map(({ key, files }) =>
      row(nameOf(key), files, laterPart(nameOf(key), isOneOf(pdfLibrary, key))),
    ),
    ...stray
      .filter((file) => isOneOf(pdfLibrary, file))
      .map((file) => row(unhashed(file), [file], laterPart(unhashed(file), true))),
  ]);
  return {
    launchPage: await row('launch page', launchFiles, launchPage),
    beforeGate: await row('before the gate', union(gate, strayEarly), beforeGate),
    beforeSummary: await row('before the summary', union(whole, strayWithIt), beforeSummary),
    laterChunks: laterWeights.sort((left, right) => right.bytes - left.bytes),
  };
}

/** What the first use of each later part loads that is not there already. */
function laterFiles(manifest: Manifest, gate: readonly string[], whole: readonly string[]) {
  return lazyChunks(manifest).flatMap((key) => {
    // Needed before the gate and counted there, but a chunk of its own all the same.
    if (isOneOf([verifier], key)) return [{ key, files: [manifest[key]?.file ?? ''] }];
    if (!isLater(key)) return [];
    const there = isOneOf(beforeTheRecord, key) ? gate : whole;
    return [{ key, files: filesOf(manifest, key).filter((file) => !there.includes(file)) }];
  });
}

/** As the source tree has it; the manifest counts from the pages' folder. */
const nameOf = (key: string): string => key.replace(/^(?:\.\.\/)+/, '');

/** A built file's name without the hash of its content, which changes with every build. */
const unhashed = (file: string): string => file.replace(/-[\w-]{8}(?=\.\w+$)/, '');

/** @returns a file's size, gzipped as a server would prepare it; each is read once */
export function weigher(dist: string): (file: string) => Promise<number> {
  const known = new Map<string, Promise<number>>();
  const read = async (file: string) =>
    gzipSync(await readFile(join(dist, file)), { level: 9 }).byteLength;
  return (file) => {
    const weight = known.get(file) ?? read(file);
    known.set(file, weight);
    return weight;
  };
}

const union = (left: readonly string[], right: readonly string[]): readonly string[] =>
  [...new Set([...left, ...right])].sort();
