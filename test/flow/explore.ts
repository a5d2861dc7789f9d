/** Walks every state a launch can reach, trying everything that may happen in each. */
import type { Happening } from '../../src/app/perform.ts';
import type { AccessReceipt } from '../../src/domain/access.ts';
import type { Effect } from '../../src/flow/effect.ts';
import type { State } from '../../src/flow/state.ts';
import type { Policy } from '../../src/flow/step.ts';
import { openSteps } from '../../src/flow/open.ts';
import { start, transition } from '../../src/flow/transition.ts';
import { key } from './story.ts';

export type Transition = {
  readonly from: State;
  readonly what: Happening;
  readonly current: boolean;
  readonly to: State;
  readonly effects: readonly Effect[];
};

export type Explored = {
  readonly states: number;
  readonly transitions: number;
  readonly steps: ReadonlySet<State['step']>;
  /** Events that changed something somewhere: one that never does is tried for nothing. */
  readonly effective: ReadonlySet<Happening['type']>;
};

/**
 * Breadth first from launch, to the end: no state is left unexplored but those in which the record
 * was asked for a third time, or the same part came twice, which differ in a number alone; and a
 * letter or a printing beside each other, or of what was asked for a second time.
 * @param check called for every transition, stale keys included
 */
export function explore(
  policy: Policy,
  alphabet: readonly Happening[],
  check: (transition: Transition) => void,
): Explored {
  const seen = new Set<string>();
  const steps = new Set<State['step']>();
  const effective = new Set<Happening['type']>();
  const idOf = identities();
  const queue: State[] = [];
  const meet = (state: State): void => {
    const id = idOf(state);
    if (seen.has(id) || isRepeated(state)) return;
    seen.add(id);
    steps.add(state.step);
    queue.push(state);
  };
  let transitions = 0;
  meet(start(key)[0]);
  for (let from = queue.pop(); from; from = queue.pop()) {
    for (const launch of [key, 'another-launch']) {
      for (const what of alphabet) {
        const [to, effects] = transition(from, { ...what, key: launch }, policy, openSteps);
        transitions += 1;
        check({ from, what, current: launch === key, to, effects });
        if (to !== from || effects.length > 0) effective.add(what.type);
        if (to !== from) meet(to);
      }
    }
  }
  return { states: seen.size, transitions, steps, effective };
}

function isRepeated(state: State): boolean {
  if (!('attempt' in state) || state.attempt > 2) return 'attempt' in state;
  if (state.step !== 'showing') return false;
  const aside = [state.print, state.document].filter((each) => each !== null).length;
  const { renewal } = state;
  const anew = renewal === null || renewal === 'in-vain' ? state.summary : renewal;
  const isLong = state.summary.items.length > 1 || anew.items.length > 1;
  return isLong || aside > 1 || (aside > 0 && state.attempt > 1);
}

/** That somebody reads marks what arrives later; it decides nothing. */
const idle: ReadonlySet<string> = new Set(['reading', 'late', 'seen']);

/** States are compared by value; the large parts they share are read once. */
function identities(): (state: State) => string {
  const known = new WeakMap<object, string>();
  const values = new Map<string, string>();
  const short = (part: unknown): string => {
    if (typeof part !== 'object' || part === null) return String(part);
    const before = known.get(part);
    if (before !== undefined) return before;
    const text = JSON.stringify(part);
    const id = values.get(text) ?? `#${values.size}`;
    values.set(text, id);
    known.set(part, id);
    return id;
  };
  return (state) =>
    Object.entries(state)
      .filter(([field]) => !idle.has(field))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, part]) => `${field}=${short(part)}`)
      .join(' ');
}

export function receiptIn(state: State): AccessReceipt | null {
  return 'receipt' in state ? state.receipt : null;
}
