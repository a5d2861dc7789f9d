/**
 * Which test files need a worker that has run no other. Vitest keeps the modules a worker has
 * loaded for its next file, which saves half of the time of all tests; where a file replaces a
 * module, one loaded before would still be the real one, and where it plays the browser in Node,
 * the next file would have one, too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './run-command.ts';

const replacing = /\bvi\.(?:mock|doMock|resetModules)\(/;
const playingTheBrowser = /^adapters\/host\//;

/** Their paths from the project's root, as vitest's `include` and `exclude` take them. */
export function filesApart(): string[] {
  const folder = join(projectRoot, 'test');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name) && !name.startsWith('journeys/'))
    .filter(
      (name) =>
        playingTheBrowser.test(name) || replacing.test(readFileSync(join(folder, name), 'utf8')),
    )
    .map((name) => `test/${name}`);
}
