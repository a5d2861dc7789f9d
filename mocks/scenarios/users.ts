/** The people who sign in, as the two hosts hold them. All invented. */
import type { SandboxUser } from './types.ts';
import { eprUsers } from './users/epr.ts';
import { gpUsers } from './users/gp.ts';

/** Every user of the sandbox, the GP host's first. */
export const users: readonly SandboxUser[] = [...gpUsers, ...eprUsers];
