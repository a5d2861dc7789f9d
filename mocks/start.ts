/** `npm start` and `npm run dev`: one command that shows the product working. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { parseStartArgs, type StartOptions } from './args.ts';
import { StartError } from './loopback.ts';
import type * as SandboxModule from './sandbox.ts';
import type { Sandbox } from './sandbox.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => process.stderr.write(`${text}\n`);

async function main(): Promise<void> {
  const parsed = parseStartArgs(process.argv.slice(2), process.env);
  switch (parsed.type) {
    case 'help':
      say(parsed.text);
      return;
    case 'invalid':
      complain(parsed.message);
      complain('See --help.');
      process.exitCode = 2;
      return;
    case 'start':
      await start(parsed.options);
  }
}

async function start(options: StartOptions): Promise<void> {
  if (options.build) {
    say('Building the app…');
    const configFile = fileURLToPath(new URL('../launch/vite.config.ts', import.meta.url));
    // How long plugins took is for whoever works on the build, not for whoever starts the app.
    const rolldownOptions = { checks: { pluginTimings: false } };
    await build({ configFile, logLevel: 'warn', build: { rolldownOptions } });
  }
  const { startSandbox } = await loadSandbox();
  const sandbox = await startSandbox({ ...options, data: resolve(options.data) });
  stopOnSignal(sandbox);
  announce(sandbox, options);
}

/**
 * The authorisation server's library warns of every Node before 22 as it is loaded. The sandbox is
 * tested on 20, so to whoever starts it the line would be a false alarm; other warnings pass.
 */
async function loadSandbox(): Promise<typeof SandboxModule> {
  const { console } = globalThis;
  const warn = console.warn.bind(console);
  console.warn = (...parts: unknown[]) => {
    if (!String(parts[0]).includes('oidc-provider WARNING: Unsupported runtime')) warn(...parts);
  };
  try {
    return await import('./sandbox.ts');
  } finally {
    console.warn = warn;
  }
}

function announce(sandbox: Sandbox, options: StartOptions): void {
  say(`
The Oxfordshire Care Summary sandbox is running.

  Open this in a browser:   ${sandbox.hostOrigin}/
  Choose a person and a patient, open the record, and press "Care Summary".

  Host      ${sandbox.hostOrigin}
  App       ${sandbox.appOrigin}${options.dev ? '   (from source, reloads on change)' : ''}
  Exchange  ${sandbox.exchangeOrigin}   (records in ${options.data})

  Everyone in it is invented. Ctrl-C stops it.
`);
}

/**
 * Ctrl-C ends it cleanly; a part that hangs must not keep the terminal, so time is limited. The
 * terminal and the tools in between may each pass the signal on: only the first one counts.
 */
function stopOnSignal(sandbox: Sandbox): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    say('Stopping.');
    setTimeout(() => process.exit(0), 900).unref();
    sandbox.close().then(
      () => process.exit(0),
      (error: unknown) => {
        complain(error instanceof Error ? error.message : 'The sandbox did not stop cleanly.');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  if (error instanceof StartError) complain(error.message);
  else complain(error instanceof Error ? (error.stack ?? error.message) : 'The sandbox failed.');
  process.exit(1);
});
