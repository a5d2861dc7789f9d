/** From the host's launch to a patient both systems agree on: requested … traced. */
import { matchDemographics } from '../domain/demographic-match.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import { ownRecord } from '../domain/own-record.ts';
import type { HostPatient } from '../domain/person.ts';
import type { TraceOutcome } from '../domain/trace.ts';
import { judgeRole, type User } from '../domain/user.ts';
import { closed } from './close.ts';
import type { ClosedReason } from './closed.ts';
import type { Event } from './event.ts';
import type { Stage } from './failure.ts';
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
  if (verdict.type === 'no-role') return closed(state, { type: 'no-role' });
  if (verdict.type === 'not-clinician') return closed(state, verdict);
  const reason = whyNotThisPatient(user, host);
  if (reason) return closed(state, reason);
  const clinician = { user, role: verdict.role };
  return [
    { step: 'identified', key: state.key, session: state.session, clinician, host },
    [{ type: 'trace', nhsNumber: host.nhsNumber }],
  ];
}

function whyNotThisPatient(user: User, host: HostPatient): ClosedReason | null {
  if (host.nhsNumberStatus.type === 'unverified') {
    return { type: 'nhs-number', problem: host.nhsNumberStatus };
  }
  // A likeness of name and birth date waits for the trace: it may yet prove certain.
  if (ownRecord(user, host) === 'certain') return { type: 'own-record', certainty: 'certain' };
  return host.restricted ? { type: 'restricted' } : null;
}

export function identified(state: Identified, event: Event): Step {
  if (event.type === 'call-failed' && event.stage === 'trace') {
    return closed(state, { type: 'call-failed', stage: event.stage, failure: event.failure });
  }
  if (event.type !== 'traced') return [state, []];
  const verdict = verify(state, event.outcome);
  if ('type' in verdict) return closed(state, verdict);
  return [
    { step: 'traced', key: state.key, verified: verdict },
    [{ type: 'read-standing', patient: verdict.patient.ref }],
  ];
}

/** Every outcome of the trace is a reason to stop, but one. */
function verify(state: Identified, outcome: TraceOutcome): Verified | ClosedReason {
  const { session, clinician, host } = state;
  if (outcome.type === 'superseded') return superseded(clinician.user, outcome.by);
  if (outcome.type !== 'found') return { type: outcome.type };
  const { patient, coverage } = outcome;
  if (patient.nhsNumber !== host.nhsNumber) return superseded(clinician.user, patient.nhsNumber);
  const certainty = ownRecord(clinician.user, host);
  if (certainty !== 'no') return { type: 'own-record', certainty };
  if (patient.nhsNumberStatus.type === 'unverified') {
    return { type: 'nhs-number', problem: patient.nhsNumberStatus };
  }
  if (patient.restricted) return { type: 'restricted' };
  const match = matchDemographics(host, patient);
  if (match.type === 'shut') return { type: 'mismatch', match };
  if (patient.deceased ?? host.deceased) return { type: 'deceased' };
  return { session, clinician, host, patient, match, coverage };
}

/** The number in its place may be the user's own: then it is their record (domain notes, 7). */
function superseded(user: User, by: NhsNumber | null): ClosedReason {
  const isOwn = by !== null && by === user.nhsNumber;
  return isOwn ? { type: 'own-record', certainty: 'certain' } : { type: 'superseded' };
}

export function traced(state: Traced, event: Event): Step {
  if (event.type === 'call-failed' && event.stage === 'standing') {
    return closed(state, { type: 'call-failed', stage: event.stage, failure: event.failure });
  }
  if (event.type !== 'standing-read') return [state, []];
  const { standing } = event;
  if (standing.dissent) return closed(state, { type: 'dissent' });
  return [{ step: 'verified', key: state.key, verified: state.verified, standing }, []];
}
