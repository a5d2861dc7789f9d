/**
 * The launch, one step at a time: pure, total, and closed by default. A reply that does not fit
 * the state it meets (late, duplicated, of another launch) changes nothing.
 */
import { closed } from './close.ts';
import type { Event } from './event.ts';
import { atGate, permitted, unrecorded } from './gate.ts';
import { authorised, identified, requested, traced } from './identify.ts';
import { retrieving, showing } from './open.ts';
import { accepting, asking } from './questions.ts';
import { reviewing } from './review.ts';
import type { LaunchKey, State } from './state.ts';
import type { Policy, Step } from './step.ts';

export function start(key: LaunchKey): Step {
  return [{ step: 'requested', key }, [{ type: 'complete-authorisation' }]];
}

/**
 * @param state where the launch is
 * @param event what happened; ignored unless it carries this launch's key
 * @param policy the deployer's rules
 */
export function transition(state: State, event: Event, policy: Policy): Step {
  if (event.key !== state.key) return [state, []];
  if (state.step === 'closed') return afterClosing(state, event);
  if (state.step === 'ended') return [state, []];
  if (event.type === 'refused') return closed(state, event.reason);
  switch (state.step) {
    case 'requested':
      return requested(state, event);
    case 'authorised':
      return authorised(state, event, policy);
    case 'identified':
      return identified(state, event, policy);
    case 'traced':
      return traced(state, event, policy);
    case 'asking':
      return asking(state, event, policy);
    case 'accepting':
      return accepting(state, event, policy);
    case 'verified':
      return atGate(state, event, policy);
    case 'permitted':
      return permitted(state, event);
    case 'unrecorded':
      return unrecorded(state, event, policy);
    case 'retrieving':
      return retrieving(state, event, policy);
    case 'showing':
      return showing(state, event, policy);
    case 'reviewing':
      return reviewing(state, event);
  }
}

function afterClosing(state: Extract<State, { step: 'closed' }>, event: Event): Step {
  return event.type === 'refusal-recorded' ? [{ ...state, recorded: true }, []] : [state, []];
}
