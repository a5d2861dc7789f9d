/** Files of the app itself that come late, or do not come. */
import { expect } from 'vitest';
import type { Session } from './session.ts';

const isChunk = (name: string) => new RegExp(`/assets/${name}-[\\w-]{8}\\.js$`);

/** Nothing of this address comes until the cut is mended: no file of a chunk, by its name. */
export async function cut({ context, traffic }: Session, what: string | RegExp) {
  const address = typeof what === 'string' ? isChunk(what) : what;
  await context.route(address, (route) => route.abort('internetdisconnected'));
  const failures = () =>
    traffic.requests.filter((request) => address.test(request.url()) && request.failure() !== null)
      .length;
  const isLost = () => expect.poll(failures).toBeGreaterThan(0);
  return { isLost, failures, mend: () => context.unroute(address) };
}

/** Files of this chunk wait until they are let go. */
export async function hold({ context }: Session, name: string) {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await context.route(isChunk(name), async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}
