/** Starts the sandbox beside the bench, so that making a record takes no time from the page. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { sourceProfiles } from '../../mocks/scenarios/sources.ts';

const originsShape = z.object({
  hostOrigin: z.string(),
  appOrigin: z.string(),
  exchangeOrigin: z.string(),
});

export type RunningSandbox = z.infer<typeof originsShape> & {
  /** How long its sources take: as long as in earnest, or no time at all. */
  answering(how: 'as-in-earnest' | 'at-once'): Promise<void>;
  stop(): Promise<void>;
};

/** Throws where it ends before it has started. */
export async function sandboxProcess(): Promise<RunningSandbox> {
  const script = fileURLToPath(new URL('sandbox-process.ts', import.meta.url));
  // What it warns of would stand in the middle of the table.
  const child = fork(script, [], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const said: Buffer[] = [];
  child.stderr?.on('data', (words: Buffer) => said.push(words));
  const ended = once(child, 'exit').then(() => {
    throw new Error(`The sandbox did not start: ${Buffer.concat(said).toString('utf8')}`);
  });
  const message: unknown = (await Promise.race([once(child, 'message'), ended]))[0];
  const origins = originsShape.parse(message);
  return {
    ...origins,
    answering: (how) => setLatencies(origins.exchangeOrigin, how === 'at-once'),
    stop: async () => {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

async function setLatencies(exchangeOrigin: string, atOnce: boolean): Promise<void> {
  for (const { key, latencyMs } of Object.values(sourceProfiles)) {
    const response = await fetch(`${exchangeOrigin}/sandbox/sources`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ key, latencyMs: atOnce ? 0 : latencyMs }),
    });
    if (!response.ok) throw new Error(`The source ${key} kept its delay: ${response.status}`);
  }
}
