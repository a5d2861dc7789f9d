import type { DemographicMatch } from '../domain/demographic-match.ts';
import type { Deceased } from '../domain/person.ts';
import type { Failure, Stage } from './failure.ts';

export type Implausible = 'name' | 'birth-date' | 'user' | 'nhs-number';

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
  | { readonly type: 'deceased'; readonly notice: Deceased['notice'] }
  | { readonly type: 'mismatch'; readonly match: DemographicMatch }
  | { readonly type: 'dissent' }
  /** `stood`: permission given earlier in this encounter, which is being withdrawn. */
  | { readonly type: 'patient-refused'; readonly stood: boolean }
  | { readonly type: 'closed-by-user' }
  | { readonly type: 'terms-not-accepted' }
  /** A value nobody honest would send: markup in a name, a birth date to come, 400 names. */
  | {
      readonly type: 'implausible';
      readonly where: 'host' | 'exchange';
      readonly what: Implausible;
    }
  /** Permission or break glass ran out while the record was open. */
  | { readonly type: 'access-ended' }
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
