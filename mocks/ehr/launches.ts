import { randomBytes } from 'node:crypto';
import type { LaunchContext } from './types.ts';

/** A launch id is redeemed by the page it opens; two minutes allow for a slow machine. */
const lifetimeMs = 120_000;

export type Launches = {
  readonly create: (context: LaunchContext) => string;
  /** The context, once; `undefined` for an unknown, used or expired id. */
  readonly take: (id: string) => LaunchContext | undefined;
};

/**
 * Launch ids (SMART App Launch 2.2, "EHR launch"): opaque, single use, short-lived.
 * They carry nothing themselves, so that neither patient nor user is readable from the URL.
 */
export function createLaunches(now: () => number): Launches {
  const pending = new Map<string, { context: LaunchContext; expires: number }>();
  const prune = (): void => {
    for (const [id, { expires }] of pending) if (expires <= now()) pending.delete(id);
  };
  return {
    create: (context) => {
      prune();
      const id = randomBytes(24).toString('base64url');
      pending.set(id, { context, expires: now() + lifetimeMs });
      return id;
    },
    take: (id) => {
      prune();
      const found = pending.get(id);
      pending.delete(id);
      return found?.context;
    },
  };
}
