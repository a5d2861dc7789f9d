import type { LaunchContext } from '../types.ts';

/** Longer than any grant lives (see configuration.ts), so that no live token loses its context. */
const keptMs = 13 * 60 * 60 * 1000;

export type Contexts = {
  readonly set: (grantId: string, context: LaunchContext) => void;
  readonly get: (grantId: string | undefined) => LaunchContext | undefined;
  readonly delete: (grantId: string) => void;
};

/** Which launch each grant stands for: every launch has a grant of its own, refreshes included. */
export function createContexts(now: () => number): Contexts {
  const contexts = new Map<string, { context: LaunchContext; since: number }>();
  return {
    set: (grantId, context) => {
      for (const [id, { since }] of contexts) if (now() - since > keptMs) contexts.delete(id);
      contexts.set(grantId, { context, since: now() });
    },
    get: (grantId) => (grantId === undefined ? undefined : contexts.get(grantId)?.context),
    delete: (grantId) => {
      contexts.delete(grantId);
    },
  };
}
