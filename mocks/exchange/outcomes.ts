/** Every refusal is a value, and every error answer is an OperationOutcome (FHIR R4 http.html). */
import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4';
import { exchangeSystem, ocs } from '../../src/fhir/systems.ts';

/** Why, in the codes the contract names (contract.md 3) and our own event codes beside them. */
export type Refusal = {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 500 | 503 | 504;
  readonly code: OperationOutcomeIssue['code'];
  /** A Spine code, e.g. `NO_PATIENT_CONSENT`. */
  readonly spine?: string;
  /** Ours: which rule refused, e.g. `own-record`. Never a name or number. */
  readonly reason: string;
  readonly text: string;
  /** Seconds, where trying again makes sense. */
  readonly retryAfter?: number;
  /** OAuth error for `WWW-Authenticate` (RFC 6750 section 3.1). */
  readonly oauthError?: 'invalid_token' | 'insufficient_scope' | 'invalid_request';
};

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refuse = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
});

/** 403 with our reason; the Spine code where the contract names one. */
export const forbidden = (reason: string, text: string, spine = 'ACCESS_DENIED') =>
  refuse({ status: 403, code: 'forbidden', reason, text, spine });

/** 400: what was sent is not what this endpoint takes. */
export const invalid = (reason: string, text: string) =>
  refuse({ status: 400, code: 'invalid', reason, text });

/** 503: closed because something needed for a safe answer did not answer. */
export const unavailable = (reason: string, text: string) =>
  refuse({ status: 503, code: 'transient', reason, text, retryAfter: 5 });

/** One error issue with its codes. */
export function operationOutcome(refusal: Refusal): OperationOutcome {
  const coding = [{ system: ocs.accessEvent, code: refusal.reason }];
  return {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'error',
        code: refusal.code,
        details: {
          coding: refusal.spine
            ? [{ system: exchangeSystem.spine, code: refusal.spine }, ...coding]
            : coding,
          text: refusal.text,
        },
      },
    ],
  };
}
