/** One exchange to a database file: a second would fork the trail, or start afresh under the first. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const claimFile = (databaseFile: string): string => `${databaseFile}.pid`;

/** Whether a process of that number runs; a killed one leaves its claim behind and does not. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function holderOf(path: string): number | null {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 && isRunning(pid) ? pid : null;
  } catch {
    return null;
  }
}

/**
 * Claims a database file for this process, and returns how to give it up.
 * Throws where a running process holds it; `:memory:` is nobody else's.
 */
export function claim(databaseFile: string): () => void {
  if (databaseFile === ':memory:') return () => undefined;
  const path = claimFile(databaseFile);
  mkdirSync(dirname(path), { recursive: true });
  const holder = holderOf(path);
  if (holder !== null) {
    throw new Error(
      `${databaseFile} is in use by another exchange (process ${holder}). Stop it, or choose ` +
        `another folder with --data. If that process is something else, delete ${path}.`,
    );
  }
  rmSync(path, { force: true });
  // `wx`: of two that start at once, one gets it.
  writeFileSync(path, String(process.pid), { flag: 'wx' });
  return () => {
    rmSync(path, { force: true });
  };
}
