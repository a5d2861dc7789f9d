/** For whom the user works is read beside the trace, and nothing is asked or recorded without it. */
import { describe, expect, it } from 'vitest';
import type { Happening } from '../../src/app/perform.ts';
import { amina, hostGrace, registrar, standing } from './people.ts';
import { after, asks, decided, failure, happen, reason, story } from './story.ts';

const { authorised, identified, organisations, traced } = story;
const standingRead = story.standing;
const failed: Happening = { type: 'call-failed', stage: 'user', failure };

/** Wherever among the other answers theirs comes. */
const orders: readonly (readonly [string, (answer: Happening) => readonly Happening[]])[] = [
  ['before the trace', (answer) => [authorised, identified, answer, traced, standingRead]],
  ['before standing', (answer) => [authorised, identified, traced, answer, standingRead]],
  ['last', (answer) => [authorised, identified, traced, standingRead, answer]],
];

describe('the organisations of the user’s roles', () => {
  it('are asked for beside the trace, and standing does not wait for them either', () => {
    expect(asks(after(authorised, identified))).toEqual(['trace', 'read-organisations']);
    expect(asks(after(authorised, identified, traced))).toEqual(['read-standing']);
  });

  it.each(orders)('lead to the same gate when they come %s', (_, order) => {
    expect(after(...order(organisations))).toEqual([
      after(authorised, identified, organisations, traced, standingRead)[0],
      [],
    ]);
    const [recording, effects] = happen(after(...order(organisations))[0], decided);
    expect(recording.step).toBe('permitted');
    expect(effects).toMatchObject([{ type: 'record', decided: { role: registrar } }]);
  });

  it('keep the gate shut, and nothing is recorded, until they have been read', () => {
    const [waiting] = after(authorised, identified, traced, standingRead);
    expect(waiting).toMatchObject({ step: 'traced', clinician: null });
    expect(happen(waiting, decided)).toEqual([waiting, []]);
  });

  it.each(orders)('close the launch when they can not be read, %s', (_, order) => {
    expect(after(...order(failed))[0]).toMatchObject({
      step: 'closed',
      reason: { type: 'call-failed', stage: 'user' },
    });
  });

  it.each(orders)('close the launch when they are of other roles, %s', (_, order) => {
    for (const organisations of [[], [null, null]]) {
      const others: Happening = { type: 'organisations-read', organisations };
      expect(reason(after(...order(others)))).toBe('internal-fault');
    }
  });

  it('do not hold up a refusal', () => {
    const dissent = { type: 'standing-read', standing: { ...standing, dissent: true } } as const;
    expect(reason(after(authorised, identified, traced, dissent))).toBe('dissent');
  });

  it('change nothing when they come twice', () => {
    const once = after(authorised, identified, organisations)[0];
    const again = { type: 'organisations-read', organisations: [null] } as const;
    expect(happen(once, again)).toEqual([once, []]);
  });

  it('are not asked for where the role does not open a record', () => {
    const step = after(authorised, {
      ...{ type: 'identified', user: { ...amina, roles: [] }, host: hostGrace },
    });
    expect(asks(step)).toEqual(['end']);
  });
});
