/**
 * `npm run gates [words]`: removes each gate in a scratch copy, one at a time, and runs the test
 * that is to notice. A gate whose removal goes unnoticed fails the run. Last line: `N passed, N failed`.
 */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { projectRoot } from '../support/run-command.ts';
import type { Gate } from './gate.ts';
import { gates } from './gates.ts';

const copied = ['src', 'mocks', 'test', 'launch', 'public', 'package.json', 'tsconfig.json'];
const say = (text: string) => process.stdout.write(`${text}\n`);

async function scratchCopy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ocs-gates-'));
  for (const name of [...copied, 'smart-config.json']) {
    await cp(join(projectRoot, name), join(folder, name), { recursive: true });
  }
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

type Verdict = 'noticed' | 'unnoticed' | 'no such test';

/** Runs the one test; a run that selects no test proves nothing. */
function tryGate({ test }: Gate, folder: string): Promise<Verdict> {
  const args = ['run', '--config=test/vitest.config.ts', `--project=${test.project}`, test.file];
  const name = test.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new Promise((resolve, reject) => {
    const child = spawn(join('node_modules', '.bin', 'vitest'), [...args, '-t', name], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
    });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      const red = /Tests\s+\d+ failed/.test(output);
      const ran = red || /Tests\s+\d+ passed/.test(output);
      resolve(!ran ? 'no such test' : red && code !== 0 ? 'noticed' : 'unnoticed');
    });
  });
}

async function without(gate: Gate, folder: string): Promise<Verdict> {
  const path = join(folder, gate.file);
  const source = await readFile(path, 'utf8');
  await writeFile(
    path,
    source.replace(gate.find, () => gate.without),
  );
  try {
    return await tryGate(gate, folder);
  } finally {
    await writeFile(path, source);
  }
}

async function main(): Promise<void> {
  const words = process.argv.slice(2).join(' ').toLowerCase();
  const chosen = gates.filter(({ hazard, mitigation, file }) =>
    `${hazard} ${mitigation} ${file}`.toLowerCase().includes(words),
  );
  const folder = await scratchCopy();
  let failed = 0;
  try {
    for (const gate of chosen) {
      const verdict = await without(gate, folder);
      if (verdict !== 'noticed') failed += 1;
      const mark = verdict === 'noticed' ? 'red as it should be' : verdict.toUpperCase();
      say(`${mark}: ${gate.mitigation} (${gate.file}) → ${gate.test.file} "${gate.test.name}"`);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  say(`${chosen.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || chosen.length === 0 ? 1 : 0;
}

await main();
