/** What the adapters need of smart-config.json, once `app` has parsed it. */
import type { Terms } from '../domain/terms.ts';

/**
 * How an issuer tells the NHS number: an identifier of the Patient, the patient id itself, or an
 * identifier among what the token response says is open (`fhirContext`). Never a guess.
 */
export type NhsNumberSetting = {
  readonly from: 'identifier' | 'patient-id' | 'fhir-context';
  readonly systems: readonly string[];
};

export type HostSettings = {
  /** The FHIR base the host sends as `iss`; compared as an exact string. */
  readonly issuer: string;
  readonly clientId: string;
  /** Registered with the host; absolute. */
  readonly redirectUri: string;
  readonly scope: string;
  /** Granted scopes without which the launch can not go on, e.g. `patient/Patient.rs`. */
  readonly requiredScopes: readonly string[];
  readonly nhsNumber: NhsNumberSetting;
  readonly timeoutMs: number;
};

export type ExchangeSettings = {
  /** FHIR base of the exchange for this issuer; the only place the token may go besides the host. */
  readonly base: string;
  readonly timeoutMs: number;
  /** An answer longer than this many bytes is refused. */
  readonly maxBytes: number;
  /** Send `Category: BTG` with a break-glass `$summary`, only where the exchange allows it. */
  readonly sendBreakGlassCategory: boolean;
  /** Attestation words shown on the gate; recorded with the decision. */
  readonly attestation: string;
  /** The terms in force: which version is asked for, and how long it may be put off. */
  readonly terms: Pick<Terms, 'url' | 'version' | 'putOffDays'>;
};
