import type { RolePolicy } from '../domain/user.ts';
import type { Effect } from './effect.ts';
import type { State } from './state.ts';

/** The deployer's rules, from smart-config.json. */
export type Policy = {
  readonly roles: RolePolicy;
  readonly breakGlassReasons: readonly string[];
};

/** The state after an event, and what to do about it. An empty list: nothing. */
export type Step = readonly [State, readonly Effect[]];
