/**
 * `npm run gates [words]`: removes each gate in a scratch copy, one at a time, and runs the test
 * that is to notice. A gate whose removal goes unnoticed fails the run, and so does a test that is
 * red before anything is removed: it would notice nothing. Last line: `N passed, N failed`.
 */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { projectRoot } from '../support/run-command.ts';
import type { Gate } from './gate.ts';
import { gates } from './gates.ts';

const copied = ['src', 'mocks', 'test', 'launch', 'public', 'package.json', 'tsconfig.json'];
/** Each with a copy of its own; more would only make tests slow enough to time out. */
const sideBySide = 2;
const say = (text: string) => process.stdout.write(`${text}\n`);

async function scratchCopy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ocs-gates-'));
  for (const name of [...copied, 'smart-config.json']) {
    await cp(join(projectRoot, name), join(folder, name), { recursive: true });
  }
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

type Outcome = { readonly red: boolean; readonly green: boolean; readonly output: string };

function vitest(folder: string, project: string, args: readonly string[]): Promise<Outcome> {
  const all = ['run', '--config=test/vitest.config.ts', `--project=${project}*`, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(join('node_modules', '.bin', 'vitest'), all, {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
    });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      const red = code !== 0 && /Tests\s+\d+ failed/.test(output);
      resolve({ red, green: code === 0 && /Tests\s+\d+ passed/.test(output), output });
    });
  });
}

/** The tests as they are: all of them must be green for one that turns red to say anything. */
async function areGreen(chosen: readonly Gate[], folder: string): Promise<boolean> {
  for (const project of ['unit', 'component'] as const) {
    const own = chosen.filter(({ test }) => test.project === project);
    const files = [...new Set(own.map(({ test }) => test.file))];
    if (files.length === 0) continue;
    const { green, output } = await vitest(folder, project, files);
    if (!green) {
      say(output);
      return false;
    }
  }
  return true;
}

async function tryWithout(gate: Gate, folder: string): Promise<string | null> {
  const path = join(folder, gate.file);
  const source = await readFile(path, 'utf8');
  await writeFile(
    path,
    source.replace(gate.find, () => gate.without),
  );
  try {
    const { project, file, name } = gate.test;
    const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const { red, green } = await vitest(folder, project, [file, '-t', pattern]);
    // A run that selects no test proves nothing, nor does a file that can not be loaded.
    return red ? null : green ? 'UNNOTICED' : 'NO SUCH TEST';
  } finally {
    await writeFile(path, source);
  }
}

/** Takes gates from the queue until none is left; returns how many removals went unnoticed. */
async function tryEach(queue: Gate[], folder: string): Promise<number> {
  let failed = 0;
  for (let gate = queue.shift(); gate; gate = queue.shift()) {
    const problem = await tryWithout(gate, folder);
    if (problem !== null) failed += 1;
    const { mitigation, file, test } = gate;
    say(
      `${problem ?? 'red as it should be'}: ${mitigation} (${file}) → ${test.file} "${test.name}"`,
    );
  }
  return failed;
}

async function main(): Promise<void> {
  const words = process.argv.slice(2).join(' ').toLowerCase();
  const chosen = gates.filter(({ hazard, mitigation, file }) =>
    `${hazard} ${mitigation} ${file}`.toLowerCase().includes(words),
  );
  const folders = await Promise.all(Array.from({ length: sideBySide }, scratchCopy));
  let failed = chosen.length;
  try {
    if (await areGreen(chosen, folders[0] ?? projectRoot)) {
      const queue = [...chosen];
      const counts = await Promise.all(folders.map((folder) => tryEach(queue, folder)));
      failed = counts.reduce((sum, count) => sum + count, 0);
    }
  } finally {
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
  }
  say(`${chosen.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || chosen.length === 0 ? 1 : 0;
}

await main();
