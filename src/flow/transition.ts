/**
 * The launch, one step at a time: pure, total, and closed by default. A reply that does not fit
 * the state it meets (late, duplicated, of another launch) changes nothing.
 */
import { closed } from './close.ts';
import { ended } from './end.ts';
import type { Event } from './event.ts';
import { atGate, permitted, unrecorded } from './gate.ts';
import { authorised, identified, requested, traced } from './identify.ts';
import { accepting, asking } from './questions.ts';
import { reviewing } from './review.ts';
import type { LaunchKey, Retrieving, Showing, State } from './state.ts';
import type { Policy, Step } from './step.ts';

export function start(key: LaunchKey): Step {
  return [{ step: 'requested', key }, [{ type: 'complete-authorisation' }]];
}

/** What happens in an open record: code of its own, which comes while the question is read. */
export type OpenSteps = {
  readonly retrieving: (state: Retrieving, event: Event) => Step;
  readonly showing: (state: Showing, event: Event) => Step;
};

/**
 * @param state where the launch is
 * @param event what happened; ignored unless it carries this launch's key
 * @param policy the deployer's rules
 * @param open null until it has come: until then a record can be closed and ended, and no more
 */
export function transition(
  state: State,
  event: Event,
  policy: Policy,
  open: OpenSteps | null,
): Step {
  if (event.key !== state.key) return [state, []];
  if (state.step === 'closed') return afterClosing(state, event);
  if (state.step === 'ended') return [state, []];
  if (event.type === 'refused') return closed(state, event.reason);
  if ('receipt' in state && event.type === 'ended-by-user') return ended(state, policy);
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
      return open?.retrieving(state, event) ?? [state, []];
    case 'showing':
      return open?.showing(state, event) ?? [state, []];
    case 'reviewing':
      return reviewing(state, event);
  }
}

function afterClosing(state: Extract<State, { step: 'closed' }>, event: Event): Step {
  return event.type === 'refusal-recorded' ? [{ ...state, recorded: true }, []] : [state, []];
}
