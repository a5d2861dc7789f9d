/** One launch told in events, and shorthands to move along it. */
import type { Happening } from '../../src/app/perform.ts';
import type { User } from '../../src/domain/user.ts';
import type { Failure } from '../../src/flow/failure.ts';
import { openSteps } from '../../src/flow/open.ts';
import type { State } from '../../src/flow/state.ts';
import type { Policy, Step } from '../../src/flow/step.ts';
import { start, transition } from '../../src/flow/transition.ts';
import {
  agreed,
  amina,
  coverage,
  hostGrace,
  policy,
  receipt,
  session,
  standing,
  tracedGrace,
} from './people.ts';

export const key = 'launch-1';
export const failure: Failure = { kind: 'timeout', status: null, reference: '7F3K' };
export const found = { type: 'found', patient: tracedGrace, coverage } as const;
export const decided = { type: 'decided', decision: agreed, decisionId: 'd1' } as const;

/** What the host knows of this user's organisations. */
export function organisationsRead({ roles }: Pick<User, 'roles'>) {
  const organisations = roles.map(({ organisation }) => organisation);
  return { type: 'organisations-read', organisations } as const;
}

export const story = {
  authorised: { type: 'authorised', session },
  identified: { type: 'identified', user: amina, host: hostGrace },
  organisations: organisationsRead(amina),
  traced: { type: 'traced', outcome: found },
  standing: { type: 'standing-read', standing },
  decided,
  recorded: { type: 'recorded', decisionId: 'd1', receipt },
} as const satisfies Record<string, Happening>;

export function happen(state: State, what: Happening, launch = key, rules: Policy = policy): Step {
  return transition(state, { ...what, key: launch }, rules, openSteps);
}

/** The launch after these happenings, under another policy. */
export function under(rules: Policy, ...happenings: readonly Happening[]): Step {
  let step = start(key);
  for (const what of happenings) step = happen(step[0], what, key, rules);
  return step;
}

/** The launch after these happenings, from the start. */
export function after(...happenings: readonly Happening[]): Step {
  return under(policy, ...happenings);
}

export const toGate = [
  ...[story.authorised, story.identified, story.organisations],
  ...[story.traced, story.standing],
];
export const gate = after(...toGate)[0];
export const open = after(...toGate, decided, story.recorded)[0];

export function asks([, effects]: Step): string[] {
  return effects.map((effect) => effect.type);
}

export function reason([state]: Step): string {
  return state.step === 'closed' ? state.reason.type : `not closed: ${state.step}`;
}
