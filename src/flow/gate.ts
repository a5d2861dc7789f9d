/** The question, and the record that must be acknowledged before anything is asked for. */
import type { AccessDecision, AccessReceipt, OwnPermit, Reopening } from '../domain/access.ts';
import { roleKey } from '../domain/user.ts';
import { closed } from './close.ts';
import type { Event } from './event.ts';
import { mayBeRecorded, standsIn } from './may-be-recorded.ts';
import type { AtGate, Decided, Permitted, Unrecorded } from './state.ts';
import type { Policy, Step } from './step.ts';
import { withTold } from './told.ts';

/**
 * All questions are settled. A page that was reloaded within its launch goes on where it was, under
 * a record of its own; a break glass is not justified twice (domain notes, section 3).
 */
export function arriveAtGate(
  at: Pick<AtGate, 'key' | 'verified' | 'standing' | 'declared'>,
  policy: Policy,
): Step {
  const { key, verified, standing, declared } = at;
  const stands = standsIn(at, policy);
  const gate: AtGate = { step: 'verified', key, verified, standing, declared, stands, told: {} };
  const { reopens } = verified.session;
  const permit = standing.ownPermits.find(({ consentId }) => consentId === reopens);
  if (!permit) return [gate, []];
  const decision = decisionOf(permit, gate);
  // One reopening a page: its launch's key is an identifier nobody has used.
  return decide(gate, { decision, decisionId: key, reopens: 'same-launch', permit }, policy);
}

function decisionOf(
  permit: OwnPermit,
  { verified }: AtGate,
  said: Pick<AccessDecision, 'confirmed' | 'role'> | null = null,
): AccessDecision {
  const { roles } = verified.clinician;
  const role = roles.find((each) => roleKey(each) === permit.roleKey);
  return {
    basis: permit.basis,
    confirmed: said?.confirmed ?? permit.confirmed,
    role: said?.role ?? role?.id ?? '',
  };
}

type Deciding = {
  readonly decision: AccessDecision;
  readonly decisionId: string;
  readonly reopens?: Reopening['type'];
  readonly permit?: OwnPermit;
};

/** Nothing that may not be recorded is sent, whatever the screen allowed. */
function decide(state: AtGate, deciding: Deciding, policy: Policy): Step {
  const { decision, decisionId, reopens, permit } = deciding;
  const role = state.verified.clinician.roles.find(({ id }) => id === decision.role);
  if (!role || !mayBeRecorded(decision, state, policy)) return [state, []];
  const { terms } = state.standing;
  const decided: Decided = {
    decision,
    decisionId,
    role,
    declared: state.declared,
    terms: terms.type === 'accepted' ? terms.version : terms.accepted,
    reopens: reopens && permit ? { type: reopens, consentId: permit.consentId } : null,
  };
  return recording(state, decided);
}

export function atGate(state: AtGate, event: Event, policy: Policy): Step {
  switch (event.type) {
    case 'decided':
      return decide(state, event, policy);
    case 'permission-confirmed': {
      const { stands } = state;
      if (stands === null) return [state, []];
      const { decisionId } = event.decision;
      const decision = decisionOf(stands, state, event.decision);
      const deciding = { decision, decisionId, reopens: 'same-encounter', permit: stands } as const;
      return decide(state, deciding, policy);
    }
    case 'permission-refused':
      return closed(state, { type: 'patient-refused', stood: state.stands !== null });
    case 'gate-closed':
      return closed(state, { type: 'closed-by-user' });
    default:
      return withTold(state, event);
  }
}

/** Only the answer to this very decision counts. */
export function permitted(state: Permitted, event: Event): Step {
  if (!('decisionId' in event) || event.decisionId !== state.decided.decisionId) {
    return withTold(state, event);
  }
  switch (event.type) {
    case 'recorded': {
      const { key, verified } = state;
      const { receipt } = event;
      if (!isOurs(receipt, state)) return closed(state, { type: 'internal-fault' });
      const attempt = 1;
      return [
        {
          ...{ step: 'retrieving', key, verified, receipt, log: { type: 'loading' }, attempt },
          ...{ reading: false, seen: [] },
        },
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

/** This decision, this patient, this user: another's receipt opens nothing. */
function isOurs(receipt: AccessReceipt, { decided, verified }: Permitted): boolean {
  return (
    receipt.decisionId === decided.decisionId &&
    receipt.patient === verified.patient.ref &&
    receipt.user === verified.clinician.user.fhirUser
  );
}

/** What was typed is kept; the same decision is tried again under the same identifier. */
export function unrecorded(state: Unrecorded, event: Event, policy: Policy): Step {
  switch (event.type) {
    case 'record-retried':
      return recording(state, state.decided);
    case 'decided':
    case 'permission-confirmed':
      return decidedAnew(state, event, policy);
    case 'permission-refused':
      return closed(state, { type: 'patient-refused', stood: state.stands !== null });
    case 'gate-closed':
      return closed(state, { type: 'closed-by-user' });
    default:
      return withTold(state, event);
  }
}

/** Another decision is another record; the first may have been recorded all the same. */
function decidedAnew(state: Unrecorded, event: Event, policy: Policy): Step {
  const { decided, verified } = state;
  const [next, effects] = atGate({ ...gateOf(state), step: 'verified' }, event, policy);
  if (next.step !== 'permitted') return [state, []];
  if (next.decided.decisionId === decided.decisionId) return [next, effects];
  const uncertain = { decisionId: decided.decisionId, patient: verified.patient.ref };
  return [next, [...effects, { type: 'withdraw', uncertain }]];
}

function recording(state: AtGate | Unrecorded, decided: Decided): Step {
  return [
    { ...gateOf(state), step: 'permitted', decided },
    [{ type: 'record', verified: state.verified, decided }],
  ];
}

function gateOf(state: AtGate | Unrecorded): Omit<AtGate, 'step'> {
  const { key, verified, standing, declared, stands, told } = state;
  return { key, verified, standing, declared, stands, told };
}
