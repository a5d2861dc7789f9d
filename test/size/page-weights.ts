/**
 * What a clinician's browser must load before the gate: JavaScript and CSS of both pages, gzipped
 * as the server sends them. Counted from the build's manifest, so that it is the same each time.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

/** Bytes, gzipped, for both pages together: a launch loads one and then the other. */
export const limit = 80 * 1024;

/**
 * Modules loaded only once the gate is on screen. Every other chunk counts, a lazy one too, since
 * being lazy does not keep it from being needed before the gate.
 */
const afterTheGate: readonly RegExp[] = [
  // Fetched while the clinician reads the question (src/app/start.tsx).
  /\/src\/app\/record-parts\.ts$/,
  // Once somebody prints.
  /\/src\/ui\/summary\/print\/print-view\.tsx$/,
  // Fetched while the question is read, and used once the decision is recorded.
  /\/src\/adapters\/exchange\/after-record\.ts$/,
  // The chart, once a trend is opened in the record.
  /\/src\/ui\/summary\/look\/trend-chart\.ts$/,
  // Prepares the page for its own reload, once an opening is recorded.
  /\/src\/adapters\/host\/sealing\.ts$/,
  // Why a launch closed: while the question is read, or when one closes before it.
  /\/src\/ui\/screens\/closed-screen\.tsx$/,
  // Terms, once a version; and the questions to a namesake, or of someone reported dead.
  /\/src\/ui\/questions\/questions-screen\.tsx$/,
  // For a launch that an earlier opening stands for.
  /\/src\/fhir\/gate\/own-permits\.ts$/,
  // Who still has to be told of a break glass, once somebody asks.
  /\/src\/ui\/gate\/told-list\.tsx$/,
  // A letter's and a narrative's, once one is opened; what reads RTF and HTML comes with the letter.
  /\/src\/ui\/summary\/letters\/(?:letter-content\.tsx|pdf-file\.ts)$/,
  /\/src\/ui\/summary\/narrative\/narrative-text\.tsx$/,
  /\/src\/adapters\/exchange\/(?:rtf|html)-words\.ts$/,
  // A privacy officer's, who meets no gate.
  /\/src\/ui\/review\/review-screen\.tsx$/,
];

const chunk = z.object({
  file: z.string(),
  imports: z.array(z.string()).optional(),
  dynamicImports: z.array(z.string()).optional(),
  css: z.array(z.string()).optional(),
});
const manifestShape = z.record(z.string(), chunk);
export type Manifest = z.infer<typeof manifestShape>;

/** The manifest's keys of the two pages. */
const pages = ['launch.html', 'index.html'] as const;

/**
 * The JS and CSS files a page needs before the gate, sorted. `after` names the source modules
 * whose chunks come later. Throws where the manifest does not know the page or a chunk.
 */
export function filesBeforeGate(
  manifest: Manifest,
  page: string,
  after: readonly RegExp[],
): readonly string[] {
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    const entry = manifest[key];
    if (entry === undefined) throw new Error(`The build's manifest has no ${key}.`);
    if (/\.m?js$/.test(entry.file)) files.add(entry.file);
    for (const css of entry.css ?? []) files.add(css);
    for (const next of entry.imports ?? []) visit(next);
    for (const next of entry.dynamicImports ?? []) {
      if (!after.some((pattern) => pattern.test(next))) visit(next);
    }
  };
  visit(page);
  return [...files].sort();
}

/** Scripts and styles the page names itself, which static files in `public/` may be too. */
export function filesInHtml(html: string): readonly string[] {
  return [...html.matchAll(/(?:src|href)="(?:\.?\/)?([^":]+\.(?:m?js|css))"/g)].flatMap(
    ([, file]) => (file === undefined ? [] : [file]),
  );
}

export type PageWeights = {
  readonly withinLimit: boolean;
  /** One line per page and one for both, in KiB. */
  readonly lines: readonly string[];
};

/** Weighs the build in `dist`. Throws where there is none, or where it has no manifest. */
export async function pageWeights(dist: string): Promise<PageWeights> {
  const manifest = manifestShape.parse(
    JSON.parse(await readFile(join(dist, '.vite', 'manifest.json'), 'utf8')),
  );
  const weights = new Map<string, number>();
  const weigh = async (file: string): Promise<number> => {
    const known = weights.get(file);
    if (known !== undefined) return known;
    const bytes = gzipSync(await readFile(join(dist, file))).byteLength;
    weights.set(file, bytes);
    return bytes;
  };
  const lines: string[] = [];
  for (const page of pages) {
    let bytes = 0;
    const html = await readFile(join(dist, page), 'utf8');
    const files = new Set([...filesBeforeGate(manifest, page, afterTheGate), ...filesInHtml(html)]);
    for (const file of files) bytes += await weigh(file);
    lines.push(`${page}: ${kibibytes(bytes)} gzipped in ${files.size} files before the gate`);
  }
  const together = [...weights.values()].reduce((sum, bytes) => sum + bytes, 0);
  lines.push(`together: ${kibibytes(together)} of ${kibibytes(limit)}`);
  return { withinLimit: together > 0 && together < limit, lines };
}

function kibibytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
