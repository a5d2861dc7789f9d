/**
 * Drives one launch: applies events to the state, runs the effects that come out, and feeds what
 * the ports answer back as events. All order and safety lives in `flow`; this only carries.
 */
import type { Effect } from '../flow/effect.ts';
import type { Ports } from '../flow/ports.ts';
import type { LaunchKey, State } from '../flow/state.ts';
import type { Policy } from '../flow/step.ts';
import { type OpenSteps, start, transition } from '../flow/transition.ts';
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
  /** What happens in an open record, once its code has come. */
  readonly open: Promise<OpenSteps>;
};

/** Starts a launch at once; `onChange` is called for every new state, the first included. */
export function createRunner({ ports, policy, onChange, open }: RunnerOptions): Runner {
  const key: LaunchKey = ports.newId();
  let aborter = new AbortController();
  const [first, effects] = start(key);
  let state = first;
  let steps: OpenSteps | null = null;
  /** What came of an open record before the code that knows what to make of it, in its order. */
  const held: Happening[] = [];

  const happened = (what: Happening): void => {
    const ends = endsIt.has(what.type);
    if (steps === null && 'receipt' in state && !ends) {
      held.push(what);
      return;
    }
    // Nothing of a record outlives it, read or not.
    if (ends) held.length = 0;
    const [next, todo] = transition(state, { ...what, key }, policy(), steps);
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
    perform(effect, ports, happened, signal)
      .then((reply) => {
        if (reply) happened(reply);
      })
      .catch(fail);
  };

  /** A port that throws, or a step, is a bug of ours: nothing stays open behind it. */
  const fail = (): void => {
    happened({ type: 'refused', reason: { type: 'internal-fault' } });
  };

  open
    .then((come) => {
      steps = come;
      // Of a record that was closed meanwhile nothing is left: to these it is over.
      for (const what of held.splice(0)) happened(what);
    })
    // Half of what was read is no record: it goes, too.
    .then(undefined, fail);
  onChange(state);
  for (const effect of effects) run(effect);
  return { state: () => state, happened };
}

/** Closes or ends a record, whatever has come of its code. */
const endsIt: ReadonlySet<Happening['type']> = new Set(['refused', 'ended-by-user']);
