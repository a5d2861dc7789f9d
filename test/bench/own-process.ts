/** Starts the sandbox beside the bench, so that making a record takes no time from the page. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const originsShape = z.object({
  hostOrigin: z.string(),
  appOrigin: z.string(),
  exchangeOrigin: z.string(),
});

export type RunningSandbox = z.infer<typeof originsShape> & { stop(): Promise<void> };

/** Divides the sources' delays so far that all of them answer at once. */
export const atOnce = 10_000;

/**
 * @param speed what the sources' delays are divided by
 * @returns where it answers; throws where it ends before it has started
 */
export async function sandboxProcess(speed: number): Promise<RunningSandbox> {
  const script = fileURLToPath(new URL('sandbox-process.ts', import.meta.url));
  // What it has to say comes as a message: its warnings would stand in the middle of the table.
  const child = fork(script, [String(speed)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const said: Buffer[] = [];
  child.stderr?.on('data', (words: Buffer) => said.push(words));
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error(`The sandbox did not start: ${Buffer.concat(said).toString('utf8')}`);
    }),
  ]);
  return {
    ...originsShape.parse(message),
    stop: async () => {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
