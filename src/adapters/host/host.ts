import type { HostPort } from '../../flow/ports.ts';
import type { HostPatient } from '../../domain/person.ts';
import type { User } from '../../domain/user.ts';
import type { NhsNumberProblem } from '../../flow/closed.ts';
import type { HostSettings, NhsNumberSetting } from '../settings.ts';
import type { BrowserWindow, Timers } from './browser.ts';

/** What was read at the host about the user, each resource checked to be the one asked for. */
export type UserResources = {
  /** Absolute URL of the verified `fhirUser`. */
  readonly fhirUser: string;
  readonly practitioner: unknown;
  readonly roles: readonly unknown[];
  readonly organisations: readonly unknown[];
};

export type PatientMapping =
  | { readonly type: 'ok'; readonly patient: HostPatient }
  | { readonly type: 'nhs-number'; readonly problem: NhsNumberProblem }
  | { readonly type: 'malformed' };

export type HostDeps = {
  readonly browser: BrowserWindow;
  readonly fetch: typeof globalThis.fetch;
  readonly timers: Timers;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly mapPatient: (resource: unknown, setting: NhsNumberSetting) => PatientMapping;
  /** Null where the resources do not describe a person. */
  readonly mapUser: (resources: UserResources) => User | null;
};

export type Host = HostPort & {
  /** The issuer that was returned to, an entry of the configuration; null before `complete`. */
  readonly issuer: () => string | null;
  /** The access token while it is good, for the gated exchange only; null before and after. */
  readonly accessToken: () => string | null;
};

/**
 * The host's side of a launch, from the redirect page on.
 * @param settings every configured host; the pending launch says which one is returned to
 */
export function createHost(settings: readonly HostSettings[], deps: HostDeps): Host {
  throw new Error(`signature only for ${settings.length} hosts at ${deps.browser.location.pathname}`);
}
