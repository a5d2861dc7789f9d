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
  readonly nhsNumberFrom?: 'identifier' | 'patient-id';
  /** Host role code → national R-code, for hosts without national role codes (domain.md 7). */
  readonly roleMap?: Readonly<Record<string, string>>;
  /** Only a sandbox host may be introspected with the presented token itself. */
  readonly sandbox: boolean;
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
  /** Opens `/sandbox/*`. Default false. */
  readonly sandbox?: boolean;
  /** Deletes the database first. Default false. */
  readonly fresh?: boolean;
};
