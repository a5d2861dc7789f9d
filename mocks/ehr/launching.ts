import type { PractitionerRole } from 'fhir/r4';
import { identifierSystem } from '../../src/fhir/systems.ts';
import type { HostKey, SandboxUser, Scenario } from '../scenarios/types.ts';
import { patientUnder } from './fhir/records.ts';
import type { Variants } from './fhir/records.ts';
import type { Launches } from './launches.ts';
import type { HostOptions } from './types.ts';
import { hostUrls } from './urls.ts';

/** A sign-in to choose from: a user, or one role of a user who has several. */
export type SignIn = {
  /** `{user key}`, or `{user key}:{PractitionerRole id}`. */
  readonly key: string;
  readonly user: SandboxUser;
  readonly role: PractitionerRole | undefined;
};

export type LaunchAnswer =
  | { readonly type: 'launched'; readonly url: string }
  | { readonly type: 'unknown-user' | 'unknown-patient' | 'unknown-variant' | 'exchange-refused' };

export type LaunchRequest = {
  readonly host: HostKey;
  readonly signInKey: string;
  readonly patientId: string;
  readonly variantKey: string | null;
};

/**
 * Who may sign in to a host. Where someone has several roles the session is one of them, or none:
 * then the host names the person alone, and the app has to ask.
 */
export function signIns(users: readonly SandboxUser[], host: HostKey): readonly SignIn[] {
  return users
    .filter((user) => user.host === host)
    .flatMap((user): SignIn[] =>
      user.roles.length > 1
        ? [
            ...user.roles.map((role) => ({ key: `${user.key}:${role.id ?? ''}`, user, role })),
            { key: user.key, user, role: undefined },
          ]
        : [{ key: user.key, user, role: undefined }],
    );
}

/** The patient list of one host. */
export function patientsOf(scenarios: readonly Scenario[], host: HostKey): readonly Scenario[] {
  return scenarios.filter((scenario) => scenario.hosts.includes(host));
}

/**
 * Opens the Care Summary for one user and one patient: the app's launch address with `iss` and a
 * fresh `launch` (SMART App Launch 2.2, "EHR launch"). The chosen variant takes effect here and,
 * through `onLaunch`, at the exchange; it is dropped again where the exchange did not take it.
 */
export async function startLaunch(
  options: HostOptions,
  launches: Launches,
  variants: Variants,
  request: LaunchRequest,
): Promise<LaunchAnswer> {
  const { host, variantKey } = request;
  const signIn = signIns(options.users, host).find(({ key }) => key === request.signInKey);
  if (!signIn) return { type: 'unknown-user' };
  const scenario = patientsOf(options.scenarios, host).find(
    (candidate) => candidate.host.id === request.patientId,
  );
  if (!scenario) return { type: 'unknown-patient' };
  if (variantKey !== null && !scenario.variants.some(({ key }) => key === variantKey)) {
    return { type: 'unknown-variant' };
  }
  const notice = { host, userKey: signIn.user.key, scenarioKey: scenario.key, variantKey };
  const told = await Promise.resolve(options.onLaunch?.(notice)).then(
    () => true,
    () => false,
  );
  // A host launches whether or not the exchange is up; only a chosen variant depends on it.
  if (!told && variantKey !== null) return { type: 'exchange-refused' };
  variants.choose(scenario.key, variantKey);
  const identifiers = options.fhirContext?.includes(host)
    ? (patientUnder(scenario, variantKey).identifier ?? [])
    : [];
  const launch = launches.create({
    host,
    sub: signIn.user.practitioner.id ?? signIn.user.key,
    fhirUser: signIn.role
      ? `PractitionerRole/${signIn.role.id ?? ''}`
      : `Practitioner/${signIn.user.practitioner.id ?? ''}`,
    userScopes: signIn.user.scopes,
    patientId: request.patientId,
    encounterId: scenario.encounters[host]?.id,
    fhirContext: identifiers
      .filter(({ system }) => system === identifierSystem.nhsNumber)
      .map((identifier) => ({ type: 'Patient', identifier })),
    // The EPR keeps its own patient banner above the sidebar; the GP system opens a bare window.
    needPatientBanner: host === 'gp',
  });
  const query = new URLSearchParams({ iss: hostUrls(options.origin, host).fhirBase, launch });
  return { type: 'launched', url: `${options.appOrigin}/launch.html?${query.toString()}` };
}
