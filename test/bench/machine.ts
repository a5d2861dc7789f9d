/** What the figures were measured on: without it they say little. */
import { execFile } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { promisify } from 'node:util';
import { projectRoot } from '../support/run-command.ts';
import { mebibytes } from './figures.ts';

const run = promisify(execFile);

export type Machine = Readonly<Record<string, string>>;

/** @param chromium the version of the browser that was measured in */
export async function machine(chromium: string): Promise<Machine> {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: String(processors.length),
    memory: mebibytes(totalmem()),
    system: `${type()} ${release()}`,
    node: process.version,
    chromium,
    commit: await commit(),
    // Above the number of cores something else was running, and every time is the longer for it.
    load: loadavg()
      .map((each) => each.toFixed(1))
      .join(' '),
    when: new Date().toISOString(),
  };
}

/** The commit, with a mark where the tree differs from it; unknown outside a repository. */
async function commit(): Promise<string> {
  const git = async (...args: string[]) => (await run('git', args, { cwd: projectRoot })).stdout;
  try {
    const hash = (await git('rev-parse', '--short', 'HEAD')).trim();
    const changed = (await git('status', '--porcelain', '--untracked-files=no')).trim() !== '';
    return changed ? `${hash}, changed since` : hash;
  } catch {
    return 'unknown';
  }
}
