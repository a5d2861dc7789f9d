/** The question, and the record that must be acknowledged before anything is asked for. */
import type { AccessDecision } from '../domain/access.ts';
import type { DemographicMatch } from '../domain/demographic-match.ts';
import { closed } from './close.ts';
import type { Event } from './event.ts';
import type { AtGate, Decided, Permitted, Unrecorded } from './state.ts';
import type { Policy, Step } from './step.ts';

export function atGate(state: AtGate, event: Event, policy: Policy): Step {
  switch (event.type) {
    case 'decided': {
      const { decision, decisionId } = event;
      if (!mayBeRecorded(decision, state.verified.match, policy)) return [state, []];
      return recording(state, { decision, decisionId });
    }
    case 'permission-refused':
      return closed(state, { type: 'patient-refused' });
    case 'gate-closed':
      return closed(state, { type: 'closed-by-user' });
    default:
      return [state, []];
  }
}

/** Only the answer to this very decision counts. */
export function permitted(state: Permitted, event: Event): Step {
  if (!('decisionId' in event) || event.decisionId !== state.decided.decisionId) return [state, []];
  switch (event.type) {
    case 'recorded': {
      const { key, verified } = state;
      const { receipt } = event;
      const attempt = 1;
      return [
        { step: 'retrieving', key, verified, receipt, log: { type: 'loading' }, attempt },
        [
          { type: 'retrieve', verified, receipt, attempt },
          {
            type: 'read-log',
            patient: verified.patient.ref,
            clinician: verified.clinician,
            receipt,
          },
        ],
      ];
    }
    case 'record-failed':
      return [{ ...state, step: 'unrecorded', failure: event.failure }, []];
    case 'record-refused':
      return closed(state, event.reason);
    default:
      return [state, []];
  }
}

/** What was typed is kept; the same decision is tried again under the same identifier. */
export function unrecorded(state: Unrecorded, event: Event, policy: Policy): Step {
  switch (event.type) {
    case 'record-retried':
      return recording(state, state.decided);
    case 'decided':
      return decidedAnew(state, event, policy);
    case 'permission-refused':
      return closed(state, { type: 'patient-refused' });
    case 'gate-closed':
      return closed(state, { type: 'closed-by-user' });
    default:
      return [state, []];
  }
}

/** Another decision is another record; the first may have been recorded all the same. */
function decidedAnew(state: Unrecorded, event: Event, policy: Policy): Step {
  const { key, verified, standing, decided } = state;
  const [next, effects] = atGate({ step: 'verified', key, verified, standing }, event, policy);
  if (next.step !== 'permitted') return [state, []];
  if (next.decided.decisionId === decided.decisionId) return [next, effects];
  const uncertain = { decisionId: decided.decisionId, patient: verified.patient.ref };
  return [next, [...effects, { type: 'withdraw', uncertain }]];
}

function recording(state: AtGate | Unrecorded, decided: Decided): Step {
  const { key, verified, standing } = state;
  return [
    { step: 'permitted', key, verified, standing, decided },
    [{ type: 'record', verified, decided }],
  ];
}

/** The screen asks for all of this; the gate does not rest on the screen having asked. */
function mayBeRecorded(decision: AccessDecision, match: DemographicMatch, policy: Policy): boolean {
  if (!match.toConfirm.every((field) => decision.confirmed.includes(field))) return false;
  const { basis } = decision;
  switch (basis.type) {
    case 'break-glass':
      return isSaid(basis.justification) && policy.breakGlassReasons.includes(basis.reason);
    case 'agreed-earlier':
      return isSaid(basis.askedBy) && isSaid(basis.askedAt);
    case 'patient-agreed':
    case 'young-person-agreed':
    case 'proxy-agreed':
      return true;
  }
}

function isSaid(words: string): boolean {
  return words.trim() !== '';
}
