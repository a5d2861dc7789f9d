/**
 * Drives one launch: applies events to the state, runs the effects that come out, and feeds what
 * the ports answer back as events. All order and safety lives in `flow`; this only carries.
 */
import type { Effect } from '../flow/effect.ts';
import type { Ports } from '../flow/ports.ts';
import type { LaunchKey, State } from '../flow/state.ts';
import type { Policy } from '../flow/step.ts';
import { start, transition } from '../flow/transition.ts';
import { type Happening, perform } from './perform.ts';

export type Runner = {
  readonly state: () => State;
  /** Applies something the user did. Does nothing where the state has no place for it. */
  readonly happened: (what: Happening) => void;
};

export type RunnerOptions = {
  readonly ports: Ports;
  /** Asked at each event: the issuer's own rules are known only once it is returned to. */
  readonly policy: () => Policy;
  readonly onChange: (state: State) => void;
};

/** Starts a launch at once; `onChange` is called for every new state, the first included. */
export function createRunner({ ports, policy, onChange }: RunnerOptions): Runner {
  const key: LaunchKey = ports.newId();
  let aborter = new AbortController();
  const [first, effects] = start(key);
  let state = first;

  const happened = (what: Happening): void => {
    const [next, todo] = transition(state, { ...what, key }, policy());
    if (next !== state) {
      state = next;
      onChange(state);
    }
    for (const effect of todo) run(effect);
  };

  const run = (effect: Effect): void => {
    if (effect.type === 'retrieve' || effect.type === 'end') {
      aborter.abort();
      aborter = new AbortController();
    }
    const { signal } = aborter;
    perform(effect, ports, happened, signal).then(
      (reply) => {
        if (reply) happened(reply);
      },
      // A port that throws is a bug of ours: nothing stays open behind it.
      () => {
        happened({ type: 'refused', reason: { type: 'internal-fault' } });
      },
    );
  };

  onChange(state);
  for (const effect of effects) run(effect);
  return { state: () => state, happened };
}
