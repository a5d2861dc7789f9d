/** What an exchange is started with. One entry per host fixes everything a caller must not choose. */
import type { Scenario, SourceKey, SourceProfile } from '../scenarios/types.ts';

/** One SMART host the exchange trusts (contract.md 1: one exchange base per host). */
export type ExchangeHost = {
  /** The path segment: the base is `{origin}/{key}/fhir`. */
  readonly key: string;
  /** The FHIR base named as `iss` in launches; the first half of the user key. */
  readonly issuer: string;
  /** Where the host's Patient, Practitioner, PractitionerRole and Organization are read. */
  readonly fhirBase: string;
  readonly introspectionEndpoint: string;
  readonly introspection: 'private-key-jwt' | 'presented-token';
  /** `aud` of the client assertion; the endpoint itself unless the host wants another. */
  readonly introspectionAudience?: string;
  /** The apps whose tokens are accepted. */
  readonly clientIds: readonly string[];
  readonly nhsNumberSystems: readonly string[];
  /** `fhir-context`: an identifier in the token's `fhirContext` (SMART 2.2). */
  readonly nhsNumberFrom?: 'identifier' | 'patient-id' | 'fhir-context';
  /** Host role code → national R-code, for hosts without national role codes (domain.md 7). */
  readonly roleMap?: Readonly<Record<string, string>>;
  /** What its information-governance lead allows; {@link defaultPolicy} where not given. */
  readonly policy?: Partial<AccessPolicy>;
  /** Only a sandbox host may be introspected with the presented token itself. */
  readonly sandbox: boolean;
};

/** What one host's users may do, decided by its deployer (domain.md 3, 4 and 7). */
export type AccessPolicy = {
  /** Last segments of national job role codes. */
  readonly clinicalRoles: readonly string[];
  /** SNOMED CT occupations. */
  readonly clinicalSnomed: readonly string[];
  /** Reasons accepted for a break glass, codes of `ocs.accessReason`. */
  readonly breakGlassReasons: readonly string[];
  /** A record labelled R: shut, or opened with every trace of location removed. V stays shut. */
  readonly restricted: 'shut' | 'open-without-location';
  /** A formally notified death: shut, or opened for the reason `certifying-death` alone. */
  readonly deceased: 'shut' | 'certify';
};

/**
 * What domain.md 4 and 7 allow unless a deployer decides otherwise. Roles: clinical practitioner to
 * bank, then the legacy codes of GP, consultant, nurse, midwife, paramedic and pharmacist.
 * Occupations: medical practitioner, nurse, pharmacist, midwife, paramedic, GP.
 */
export const defaultPolicy: AccessPolicy = {
  clinicalRoles: [
    ...['R8000', 'R8001', 'R8002', 'R8003', 'R8005', 'R8016', 'R8017', 'R8024'],
    ...['R0260', 'R0050', 'R0620', 'R0680', 'R1070', 'R1290'],
  ],
  clinicalSnomed: [...['158965000', '224535009', '46255001', '309453006', '397897005', '62247001']],
  breakGlassReasons: [
    ...['unconscious', 'lacks-capacity', 'not-reachable', 'risk-in-asking', 'other'],
  ],
  restricted: 'shut',
  deceased: 'shut',
};

/** One host's policy: its deployer's decisions over the defaults. */
export const policyOf = ({ policy }: Pick<ExchangeHost, 'policy'>): AccessPolicy => ({
  ...defaultPolicy,
  ...policy,
});

/** The terms of use in force, which every user accepts before their first opening. */
export type TermsInForce = {
  /** Canonical URL without a version. */
  readonly url: string;
  readonly version: string;
  /** How long a user who accepted an earlier version may put this one off, in days. */
  readonly putOffDays: number;
};

/** The canonical of one version: `url|version` (FHIR R4 references.html#canonical). */
export const termsCanonical = (
  { url }: Pick<TermsInForce, 'url'>,
  version: TermsInForce['version'],
): string => `${url}|${version}`;

/** An acceptance from before this exchange kept its own trail. */
export type EarlierAcceptance = {
  readonly hostKey: string;
  /** The token's `sub`. */
  readonly sub: string;
  readonly name: string;
  readonly version: string;
  /** FHIR instant. */
  readonly recorded: string;
};

/** How to start an exchange. Times are milliseconds. */
export type ExchangeOptions = {
  /** This exchange's own origin, no trailing slash. */
  readonly origin: string;
  readonly hosts: readonly ExchangeHost[];
  /** Exact origins that may call from a browser. */
  readonly appOrigins: readonly string[];
  /** A file path, or ':memory:'. */
  readonly databaseFile: string;
  readonly scenarios: readonly Scenario[];
  readonly sources: Readonly<Record<SourceKey, SourceProfile>>;
  /** For reaching hosts. */
  readonly fetch?: typeof fetch;
  readonly clock?: () => Date;
  /** Divides source latency and deadlines. Default 1. */
  readonly speed?: number;
  /** Where not given, no terms are asked for. */
  readonly terms?: TermsInForce;
  readonly earlierAcceptances?: readonly EarlierAcceptance[];
  /** Opens `/sandbox/*`. Default false. */
  readonly sandbox?: boolean;
  /** Deletes the database first. Default false. */
  readonly fresh?: boolean;
};
