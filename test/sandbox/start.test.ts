import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../support/run-command.ts';

let data: string;
let started: ReturnType<typeof start>[] = [];

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'ocs-start-'));
});

afterEach(async () => {
  for (const { child } of started) child.kill('SIGKILL');
  started = [];
  await rm(data, { recursive: true, force: true });
});

/** The start script as a process of its own, and what it says. */
function start(args: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'mocks/start.ts', ...args], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const ended = once(child, 'close').then(([code]: unknown[]) => code);
  return { child, said, ended };
}

function begin(args: readonly string[]) {
  const run = start([...args, '--data', data]);
  started.push(run);
  return run;
}

const freePorts = ['--host-port', '0', '--app-port', '0', '--exchange-port', '0'];

/** Waits until the script has said where to click; fails with its complaint if it ends first. */
async function running(run: ReturnType<typeof start>): Promise<Record<string, string>> {
  await Promise.race([
    new Promise<void>((resolve) => {
      run.child.stdout.on('data', () => {
        if (run.said.out.includes('Ctrl-C')) resolve();
      });
    }),
    run.ended.then((code) => {
      throw new Error(`It ended with ${String(code)}: ${run.said.err}`);
    }),
  ]);
  const origins = [...run.said.out.matchAll(/^ {2}(Host|App|Exchange) +(http:\S+)/gm)];
  return Object.fromEntries(origins.map(([, name, origin]) => [name ?? '', origin ?? '']));
}

async function takePort(): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : 0 };
}

describe('the start script', () => {
  it('serves host, app and exchange on three origins, and says where to click', async () => {
    const run = begin([...freePorts, '--dev']);
    const { Host, App, Exchange } = await running(run);
    expect(new Set([Host, App, Exchange]).size).toBe(3);
    expect(run.said.out).toContain(`Open this in a browser:   ${Host ?? ''}/`);
    expect((await fetch(`${Host ?? ''}/`)).status).toBe(200);
    expect((await fetch(`${Exchange ?? ''}/health`)).status).toBe(200);
    expect((await fetch(`${App ?? ''}/launch.html`)).status).toBe(200);
    const config: unknown = await (await fetch(`${App ?? ''}/smart-config.json`)).json();
    expect(config).toMatchObject({
      issuers: [{ issuer: `${Host ?? ''}/gp/fhir`, exchange: `${Exchange ?? ''}/gp/fhir` }, {}],
    });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'stops cleanly within a second on %s, open connections or not',
    async (signal) => {
      const run = begin([...freePorts, '--dev']);
      const { Exchange } = await running(run);
      // The agent behind fetch keeps this connection open for reuse.
      await (await fetch(`${Exchange ?? ''}/health`)).text();
      const asked = performance.now();
      run.child.kill(signal);
      expect(await run.ended).toBe(0);
      expect(performance.now() - asked).toBeLessThan(2000);
      await expect(fetch(`${Exchange ?? ''}/health`)).rejects.toThrow();
    },
  );

  it('says which port is in use and which option chooses another', async () => {
    const { server, port } = await takePort();
    const run = begin([...freePorts, '--app-port', String(port)]);
    expect(await run.ended).toBe(1);
    expect(run.said.err).toBe(`Port ${port} is in use. Choose another with --app-port.\n`);
    server.close();
  });

  it('refuses an option it does not know, with the exit code for wrong usage', async () => {
    const run = begin(['--prot', '4000']);
    expect(await run.ended).toBe(2);
    expect(run.said.err).toContain('--prot');
  });

  it('explains its options', async () => {
    const run = begin(['--help']);
    expect(await run.ended).toBe(0);
    expect(run.said.out).toContain('--host-port');
  });
});
