import type { Identifier } from 'fhir/r4';
import type { HostKey, Scenario, SandboxUser } from '../scenarios/types.ts';

/** What the host tells its surroundings when a clinician opens the Care Summary. */
export type LaunchNotice = {
  readonly host: HostKey;
  readonly userKey: string;
  readonly scenarioKey: string;
  readonly variantKey: string | null;
};

export type HostOptions = {
  /** This server's own origin, e.g. `http://127.0.0.1:4000`; no trailing slash. */
  readonly origin: string;
  readonly appOrigin: string;
  readonly exchangeOrigin: string;
  readonly scenarios: readonly Scenario[];
  readonly users: readonly SandboxUser[];
  /** Hosts that say the patient's NHS number in `fhirContext` too (SMART App Launch 2.2). */
  readonly fhirContext?: readonly HostKey[];
  /** Further origins that serve the same app (a development server). Registered like the first. */
  readonly extraOrigins?: readonly string[];
  /** Called before the launch address is handed out; a rejection stops only a launch with a variant. */
  readonly onLaunch?: (launch: LaunchNotice) => Promise<void>;
  /** Milliseconds since the epoch; a test may inject a clock for launch ids. */
  readonly now?: () => number;
};

/** What one launch is about, fixed when the clinician opens the app and never re-pointed. */
export type LaunchContext = {
  readonly host: HostKey;
  /** The subject of the tokens: opaque, stable for a user at this host. */
  readonly sub: string;
  /** Relative reference: `Practitioner/{id}`, or `PractitionerRole/{id}` in a session with several. */
  readonly fhirUser: string;
  /** SMART scopes this host grants to the user, v2 syntax. */
  readonly userScopes: readonly string[];
  readonly patientId: string;
  readonly encounterId: string | undefined;
  /** Entries that name the patient by identifier; empty at a host that has none. */
  readonly fhirContext: readonly { readonly type: 'Patient'; readonly identifier: Identifier }[];
  /** False where the host shows its own patient banner around the app. */
  readonly needPatientBanner: boolean;
};

/** What the FHIR server needs to know of a presented access token. */
export type GrantedToken = {
  readonly scopes: readonly string[];
  readonly patientId: string;
};
