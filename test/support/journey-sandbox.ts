/**
 * Global setup of the journeys: builds the app once and starts one sandbox on free ports, with a
 * database of its own in a temporary folder. `OCS_BUILT=1` says that dist/ is fresh.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startSandbox } from '../../mocks/sandbox.ts';
import { buildArguments, run } from './run-command.ts';

/** Where the sandbox of the journeys answers; read it with `inject('sandbox')`. */
export type JourneySandbox = {
  readonly hostOrigin: string;
  readonly appOrigin: string;
  readonly exchangeOrigin: string;
};

declare module 'vitest' {
  // Vitest publishes what a global setup provides through this interface.
  interface ProvidedContext {
    sandbox: JourneySandbox;
  }
}

/** Run by vitest before the first journey; what it returns, after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env['OCS_BUILT'] !== '1') {
    const built = await run(['node_modules/.bin/vite', ...buildArguments], {
      NODE_ENV: 'production',
    });
    if (built.code !== 0) throw new Error(`The app does not build:\n${built.output}`);
  }
  const data = await mkdtemp(join(tmpdir(), 'ocs-journeys-'));
  const sandbox = await startSandbox({
    hostPort: 0,
    appPort: 0,
    exchangePort: 0,
    data,
    fresh: true,
    dev: false,
    speed: 1,
    launcher: null,
  });
  const { hostOrigin, appOrigin, exchangeOrigin } = sandbox;
  project.provide('sandbox', { hostOrigin, appOrigin, exchangeOrigin });
  return async () => {
    await sandbox.close();
    await rm(data, { recursive: true, force: true });
  };
}
