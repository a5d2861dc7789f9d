import type { DemographicMatch } from '../domain/demographic-match.ts';
import type { Failure, Stage } from './failure.ts';

/** Every way a launch ends without a record on screen. Each has its own words. */
export type ClosedReason =
  /** smart-config.json is missing or wrong: nothing can be trusted. */
  | { readonly type: 'misconfigured' }
  | { readonly type: 'launch-not-found' }
  | { readonly type: 'host-refused'; readonly description: string | null }
  | { readonly type: 'sign-in-unverified' }
  | { readonly type: 'scope-missing'; readonly scope: string }
  | { readonly type: 'no-patient-in-context' }
  | { readonly type: 'unsupported-exchange' }
  | { readonly type: 'call-failed'; readonly stage: Stage; readonly failure: Failure }
  | { readonly type: 'user-not-practitioner' }
  | { readonly type: 'no-role' }
  | { readonly type: 'not-clinician'; readonly roleText: string }
  | { readonly type: 'own-record'; readonly certainty: 'certain' | 'likely' }
  | { readonly type: 'nhs-number'; readonly problem: NhsNumberProblem }
  | { readonly type: 'superseded' }
  | { readonly type: 'invalidated' }
  | { readonly type: 'not-found' }
  | { readonly type: 'several' }
  | { readonly type: 'unmatched' }
  | { readonly type: 'restricted' }
  | { readonly type: 'deceased' }
  | { readonly type: 'mismatch'; readonly match: DemographicMatch }
  | { readonly type: 'dissent' }
  | { readonly type: 'patient-refused' }
  | { readonly type: 'closed-by-user' }
  | { readonly type: 'wrong-patient' }
  | { readonly type: 'release-refused'; readonly failure: Failure }
  | { readonly type: 'session-ended' }
  /** A fault of the app's own: shut, rather than guessed at. */
  | { readonly type: 'internal-fault' };

export type NhsNumberProblem =
  | { readonly type: 'missing' }
  | { readonly type: 'invalid' }
  | { readonly type: 'several' }
  | { readonly type: 'unverified'; readonly code: string };
