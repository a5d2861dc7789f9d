/** A child process that serves one exchange on a loopback port, to be killed while it records. */
import { serve } from '@hono/node-server';
import { createSetting } from './setting.ts';

const [databaseFile = ''] = process.argv.slice(2);
const { exchange } = await createSetting({ databaseFile });
const server = serve({ fetch: exchange.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
  process.stdout.write(`${port}\n`);
});
process.once('SIGTERM', () => {
  server.close();
  exchange.close();
});
