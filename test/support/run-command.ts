/** Runs one of the project's own tools as a child process. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** What `vite` is told, wherever the app is built for a check. */
export const buildArguments = ['build', '--config', 'launch/vite.config.ts', '--logLevel', 'warn'];

export type CommandResult = {
  /** Exit code; 1 where a signal ended it. */
  readonly code: number;
  /** What it printed, both streams in order of arrival; empty where it printed for itself. */
  readonly output: string;
};

/**
 * Runs a command from the project's root. `env` is added to this process's own. With
 * `show`, its output goes straight to the terminal instead of into the result.
 */
export function run(
  [command, ...args]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>> = {},
  show = false,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      // What is kept to be printed later is indented, and colours would not survive that.
      env: { ...process.env, ...(show ? {} : { NO_COLOR: '1' }), ...env },
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    const printed: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => printed.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(printed).toString('utf8').trim() });
    });
  });
}
