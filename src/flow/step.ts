import type { RolePolicy } from '../domain/user.ts';
import type { Effect } from './effect.ts';
import type { State } from './state.ts';

/** The deployer's rules, from smart-config.json. */
export type Policy = {
  readonly roles: RolePolicy;
  readonly breakGlassReasons: readonly string[];
  /** Permission may stand for the host's encounter (domain notes, section 3). */
  readonly permissionStands: boolean;
  /** `R` records: shut, or opened where the exchange removes every trace of location. */
  readonly restricted: 'shut' | 'open-without-location';
  /** A registered death: shut, or opened to certify it. */
  readonly deceased: 'shut' | 'certify';
};

/** The state after an event, and what to do about it. An empty list: nothing. */
export type Step = readonly [State, readonly Effect[]];
