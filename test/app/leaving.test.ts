import { describe, expect, it } from 'vitest';
import { preparing, whenLeft } from '../../src/app/leaving.ts';
import type { Happening } from '../../src/app/perform.ts';
import type { Runner } from '../../src/app/runner.ts';
import type { State } from '../../src/flow/state.ts';
import { session } from '../flow/people.ts';
import { after, gate, open, story } from '../flow/story.ts';

/** A page in this state is left; what is done about it. */
function leave(state: State, keptForBack = false): readonly string[] {
  const done: string[] = [];
  const runner: Runner = {
    state: () => state,
    happened: (what: Happening) => {
      done.push(what.type === 'refused' ? what.reason.type : what.type);
    },
  };
  const host = { prepareHandOver: () => Promise.resolve(), handOver: () => done.push('hand over') };
  whenLeft(runner, { ...host, handOver: () => void host.handOver() }, keptForBack);
  return done;
}

const back = { type: 'authorised', session: { ...session, reopens: 'consent-1' } } as const;

describe('a page that is left', () => {
  it('hands an open record over to its own reload', () => {
    expect(leave(open)).toEqual(['hand over']);
  });

  it('hands over again on the way back from a reload', () => {
    expect(leave(after(back)[0])).toEqual(['hand over']);
    expect(leave(after(back, story.identified)[0])).toEqual(['hand over']);
    expect(leave(after(back, story.identified, story.traced)[0])).toEqual(['hand over']);
  });

  it('with the question unanswered is an abandoned launch', () => {
    expect(leave(gate)).toEqual(['closed-by-user']);
    expect(leave(after(story.authorised, story.identified)[0])).toEqual(['closed-by-user']);
  });

  it('for the back button brings no patient back', () => {
    expect(leave(open, true)).toEqual(['session-ended']);
    expect(leave(gate, true)).toEqual(['closed-by-user']);
  });

  it('when all is over is just left', () => {
    expect(leave(after({ type: 'refused', reason: { type: 'internal-fault' } })[0])).toEqual([]);
  });
});

describe('the hand-over', () => {
  it('is prepared once per opening', () => {
    const prepared: string[] = [];
    const prepare = preparing({
      prepareHandOver: (consentId) => (prepared.push(consentId), Promise.resolve()),
      handOver: () => undefined,
    });
    for (const state of [gate, open, open]) prepare(state);
    expect(prepared).toEqual(['consent-1']);
  });
});
