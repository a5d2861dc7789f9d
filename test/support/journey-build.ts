/** Global setup of the journeys: builds the app once. `OCS_BUILT=1` says that dist/ is fresh. */
import { buildArguments, run } from './run-command.ts';

/** Run by vitest before the first journey of each project that has any. */
export default async function setup(): Promise<void> {
  if (process.env['OCS_BUILT'] === '1') return;
  const built = await run(['node_modules/.bin/vite', ...buildArguments], {
    NODE_ENV: 'production',
  });
  if (built.code !== 0) throw new Error(`The app does not build:\n${built.output}`);
  process.env['OCS_BUILT'] = '1';
}
