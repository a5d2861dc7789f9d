/** From the host's launch to a patient both systems agree on: requested … traced. */
import { matchDemographics } from '../domain/demographic-match.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import { ownRecord } from '../domain/own-record.ts';
import { hasDied, type HostPatient, type Restriction } from '../domain/person.ts';
import type { TraceOutcome } from '../domain/trace.ts';
import { judgeRole, type KnownUser } from '../domain/user.ts';
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
  const asker = { user, roles: verdict.roles };
  return [
    {
      ...{ step: 'identified', key: state.key, session: state.session },
      ...{ host, asker, clinician: null },
    },
    // Neither needs the other: for whom somebody works does not decide whether they may ask.
    [{ type: 'trace', nhsNumber: host.nhsNumber }, { type: 'read-organisations' }],
  ];
}

function whyNotThisPatient(
  user: KnownUser,
  host: HostPatient,
  policy: Policy,
): ClosedReason | null {
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
  if (event.type === 'call-failed' && (event.stage === 'trace' || event.stage === 'user')) {
    return closed(state, { type: 'call-failed', stage: event.stage, failure: event.failure });
  }
  if (event.type === 'organisations-read') return withClinician(state, event.organisations, policy);
  if (event.type !== 'traced') return [state, []];
  const verdict = verify(state, event.outcome, policy);
  if ('type' in verdict) return closed(state, verdict);
  const { asker } = state;
  return [
    { ...state, step: 'traced', ...verdict, standing: null },
    [{ type: 'read-standing', patient: verdict.patient.ref, asker }],
  ];
}

/** The organisations have been read, and nothing else about the user has changed. */
function withClinician(
  state: Identified | Traced,
  organisations: Extract<Event, { type: 'organisations-read' }>['organisations'],
  policy: Policy,
): Step {
  if (state.clinician !== null) return [state, []];
  const { user } = state.asker;
  const roles = user.roles.flatMap((role, index) => {
    const organisation = organisations[index];
    return organisation === undefined ? [] : { ...role, organisation };
  });
  const verdict = judgeRole({ roles }, policy.roles);
  // Of other roles than those that were judged: nobody knows whose they are.
  if (organisations.length !== user.roles.length || verdict.type !== 'clinician') {
    return closed(state, { type: 'internal-fault' });
  }
  return [{ ...state, clinician: { user: { ...user, roles }, roles: verdict.roles } }, []];
}

type Agreed = Pick<Verified, 'patient' | 'match' | 'coverage'>;

/** Every outcome of the trace is a reason to stop, but one. */
function verify(state: Identified, outcome: TraceOutcome, policy: Policy): Agreed | ClosedReason {
  const { asker, host } = state;
  if (outcome.type === 'superseded') return superseded(asker.user, outcome.by);
  if (outcome.type !== 'found') return { type: outcome.type };
  const { patient, coverage } = outcome;
  if (patient.nhsNumber !== host.nhsNumber) return superseded(asker.user, patient.nhsNumber);
  // A likeness is asked about; who they are by number is not a question.
  if (ownRecord(asker.user, patient) === 'certain') {
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
  return { patient, match, coverage };
}

/** The number in its place may be the user's own: then it is their record (domain notes, 7). */
function superseded(user: KnownUser, by: NhsNumber | null): ClosedReason {
  const isOwn = by !== null && by === user.nhsNumber;
  return isOwn ? { type: 'own-record', certainty: 'certain' } : { type: 'superseded' };
}

export function traced(state: Traced, event: Event, policy: Policy): Step {
  if (event.type === 'call-failed' && (event.stage === 'standing' || event.stage === 'user')) {
    return closed(state, { type: 'call-failed', stage: event.stage, failure: event.failure });
  }
  switch (event.type) {
    case 'organisations-read': {
      const [next, effects] = withClinician(state, event.organisations, policy);
      return next.step === 'traced' ? onceBothAreRead(next, policy) : [next, effects];
    }
    case 'standing-read': {
      const { standing } = event;
      if (standing.dissent) return closed(state, { type: 'dissent' });
      return onceBothAreRead({ ...state, standing: state.standing ?? standing }, policy);
    }
    default:
      return [state, []];
  }
}

/** Nobody is asked, and nothing is recorded, before it is known for whom the user works. */
function onceBothAreRead(state: Traced, policy: Policy): Step {
  const { key, session, host, clinician, patient, match, coverage, standing } = state;
  if (clinician === null || standing === null) return [state, []];
  const verified = { session, clinician, host, patient, match, coverage };
  return settleFirst({ key, verified, standing }, policy);
}
