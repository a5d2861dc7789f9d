import type { AccessReceipt } from '../domain/access.ts';
import type { PatientRef } from '../domain/person.ts';
import type { ClosedReason } from './closed.ts';
import type { Refusal, Uncertain } from './effect.ts';
import type { HostSession, Reached, State } from './state.ts';
import type { Step } from './step.ts';

type OpenState = Exclude<State, { step: 'closed' | 'ended' }>;

/** Shuts the launch: nothing of the patient stays in the state, and the token is given up. */
export function closed(state: OpenState, reason: ClosedReason): Step {
  const session = sessionOf(state);
  const refusal: Refusal | null =
    session && isOurs(reason) ? { reason, patient: patientOf(state), session } : null;
  return [
    { step: 'closed', key: state.key, reason, reached: reached(state), recorded: false },
    [
      {
        type: 'end',
        receipt: receiptIn(state),
        refusal,
        uncertain: uncertainIn(state),
        revoked: revokedBy(state, reason),
        keeps: false,
      },
    ],
  ];
}

/**
 * Refusals the app made itself are reported; what the host or the exchange refused is in their
 * own logs already, and a call that failed was no decision (contract 2.7).
 */
function isOurs(reason: ClosedReason): boolean {
  switch (reason.type) {
    case 'user-not-practitioner':
    case 'no-role':
    case 'not-clinician':
    case 'own-record':
    case 'nhs-number':
    case 'superseded':
    case 'invalidated':
    case 'not-found':
    case 'several':
    case 'restricted':
    case 'deceased':
    case 'mismatch':
    case 'dissent':
    case 'patient-refused':
    case 'closed-by-user':
    case 'terms-not-accepted':
    case 'implausible':
    case 'wrong-patient':
      return true;
    case 'misconfigured':
    case 'launch-not-found':
    case 'host-refused':
    case 'sign-in-unverified':
    case 'scope-missing':
    case 'no-patient-in-context':
    case 'unsupported-exchange':
    case 'call-failed':
    case 'unmatched':
    case 'release-refused':
    case 'session-ended':
    case 'access-ended':
    case 'internal-fault':
      return false;
  }
}

/** While an answer is on its way, nobody here knows whether it was recorded. */
function reached(state: OpenState): Reached {
  switch (state.step) {
    case 'requested':
    case 'authorised':
    case 'identified':
    case 'traced':
    case 'asking':
    case 'accepting':
    case 'verified':
    case 'reviewing':
      return 'before-record';
    case 'permitted':
    case 'unrecorded':
      return 'recording';
    case 'retrieving':
      return 'recorded';
    case 'showing':
      return 'shown';
  }
}

function sessionOf(state: OpenState): HostSession | null {
  if (state.step === 'requested') return null;
  return 'session' in state ? state.session : state.verified.session;
}

function patientOf(state: OpenState): PatientRef | null {
  if (state.step === 'traced') return state.patient.ref;
  return 'verified' in state ? state.verified.patient.ref : null;
}

function receiptIn(state: OpenState): AccessReceipt | null {
  return 'receipt' in state ? state.receipt : null;
}

/** The patient says no today: nothing they agreed to before stands, however often it was used. */
function revokedBy(state: OpenState, reason: ClosedReason): readonly string[] {
  if (reason.type !== 'patient-refused' || !('standing' in state && state.standing)) return [];
  return state.standing.ownPermits.map(({ consentId }) => consentId);
}

/** The answer may have been lost after the exchange had recorded it (contract 2.9). */
function uncertainIn(state: OpenState): Uncertain | null {
  if (state.step !== 'permitted' && state.step !== 'unrecorded') return null;
  return { decisionId: state.decided.decisionId, patient: state.verified.patient.ref };
}
