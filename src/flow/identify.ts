/** From the host's launch to a patient both systems agree on: requested … traced. */
import { matchDemographics } from '../domain/demographic-match.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import { ownRecord } from '../domain/own-record.ts';
import { hasDied, type HostPatient, type Restriction } from '../domain/person.ts';
import type { TraceOutcome } from '../domain/trace.ts';
import { judgeRole, type User } from '../domain/user.ts';
import { closed } from './close.ts';
import type { ClosedReason } from './closed.ts';
import type { Event } from './event.ts';
import type { Stage } from './failure.ts';
import { settleFirst } from './questions.ts';
import { reviewFirst } from './review.ts';
import type { Authorised, Identified, Requested, Traced, Verified } from './state.ts';
import type { Policy, Step } from './step.ts';

export function requested(state: Requested, event: Event): Step {
  if (event.type === 'call-failed' && event.stage === 'authorise') {
    return closed(state, { type: 'call-failed', stage: event.stage, failure: event.failure });
  }
  if (event.type !== 'authorised') return [state, []];
  const { session } = event;
  return [{ step: 'authorised', key: state.key, session }, [{ type: 'read-host', session }]];
}

const readingStages = new Set<Stage>(['user', 'patient', 'capability']);

export function authorised(state: Authorised, event: Event, policy: Policy): Step {
  if (event.type === 'call-failed' && readingStages.has(event.stage)) {
    return closed(state, { type: 'call-failed', stage: event.stage, failure: event.failure });
  }
  if (event.type !== 'identified') return [state, []];
  const { user, host } = event;
  const verdict = judgeRole(user, policy.roles);
  if (verdict.type === 'privacy-officer') return reviewFirst(state, user, verdict.role);
  if (verdict.type !== 'clinician') return closed(state, verdict);
  const reason = whyNotThisPatient(user, host, policy);
  if (reason) return closed(state, reason);
  const clinician = { user, roles: verdict.roles };
  return [
    { step: 'identified', key: state.key, session: state.session, clinician, host },
    [{ type: 'trace', nhsNumber: host.nhsNumber }],
  ];
}

function whyNotThisPatient(user: User, host: HostPatient, policy: Policy): ClosedReason | null {
  if (host.nhsNumberStatus.type === 'unverified') {
    return { type: 'nhs-number', problem: host.nhsNumberStatus };
  }
  // A likeness of name and birth date waits for the trace: it may yet prove certain.
  if (ownRecord(user, host) === 'certain') return { type: 'own-record', certainty: 'certain' };
  return isShut(host.restricted, policy) ? { type: 'restricted' } : null;
}

/** A policy may open `R`, never `V` (domain notes, section 3). */
function isShut(restricted: Restriction, policy: Policy): boolean {
  if (restricted === 'none') return false;
  return restricted === 'very-restricted' || policy.restricted === 'shut';
}

export function identified(state: Identified, event: Event, policy: Policy): Step {
  if (event.type === 'call-failed' && event.stage === 'trace') {
    return closed(state, { type: 'call-failed', stage: event.stage, failure: event.failure });
  }
  if (event.type !== 'traced') return [state, []];
  const verdict = verify(state, event.outcome, policy);
  if ('type' in verdict) return closed(state, verdict);
  return [
    { step: 'traced', key: state.key, verified: verdict },
    [
      {
        type: 'read-standing',
        patient: verdict.patient.ref,
        clinician: verdict.clinician,
      },
    ],
  ];
}

/** Every outcome of the trace is a reason to stop, but one. */
function verify(state: Identified, outcome: TraceOutcome, policy: Policy): Verified | ClosedReason {
  const { session, clinician, host } = state;
  if (outcome.type === 'superseded') return superseded(clinician.user, outcome.by);
  if (outcome.type !== 'found') return { type: outcome.type };
  const { patient, coverage } = outcome;
  if (patient.nhsNumber !== host.nhsNumber) return superseded(clinician.user, patient.nhsNumber);
  // A likeness is asked about; who they are by number is not a question.
  if (ownRecord(clinician.user, patient) === 'certain') {
    return { type: 'own-record', certainty: 'certain' };
  }
  if (patient.nhsNumberStatus.type === 'unverified') {
    return { type: 'nhs-number', problem: patient.nhsNumberStatus };
  }
  // Location is removed only from what the exchange itself takes for restricted.
  const unprotected = host.restricted !== 'none' && patient.restricted === 'none';
  if (unprotected || isShut(patient.restricted, policy)) return { type: 'restricted' };
  const match = matchDemographics(host, patient);
  if (match.type === 'shut') return { type: 'mismatch', match };
  if (hasDied(host, patient) && policy.deceased === 'shut') {
    return { type: 'deceased', notice: 'formal' };
  }
  return { session, clinician, host, patient, match, coverage };
}

/** The number in its place may be the user's own: then it is their record (domain notes, 7). */
function superseded(user: User, by: NhsNumber | null): ClosedReason {
  const isOwn = by !== null && by === user.nhsNumber;
  return isOwn ? { type: 'own-record', certainty: 'certain' } : { type: 'superseded' };
}

export function traced(state: Traced, event: Event, policy: Policy): Step {
  if (event.type === 'call-failed' && event.stage === 'standing') {
    return closed(state, { type: 'call-failed', stage: event.stage, failure: event.failure });
  }
  if (event.type !== 'standing-read') return [state, []];
  const { standing } = event;
  if (standing.dissent) return closed(state, { type: 'dissent' });
  return settleFirst({ key: state.key, verified: state.verified, standing }, policy);
}
