import { describe, expect, it } from 'vitest';
import type { Happening } from '../../src/app/perform.ts';
import type { SourceReport } from '../../src/domain/source.ts';
import type { State } from '../../src/flow/state.ts';
import { letter } from './alphabet.ts';
import { asks, happen, open } from './story.ts';

const source = { id: 'OUH', name: 'Oxford University Hospitals', tag: 'OUH' };
const report = (attempt: number, state: SourceReport['state']): Happening => ({
  ...{ type: 'source-reported', attempt },
  report: { source, state, askedAt: null, took: null, upTo: null, keeps: null },
});
const part = (attempt: number, ...keys: readonly string[]): Happening => ({
  ...{ type: 'part-arrived', attempt },
  part: {
    ...{ source: 'OUH', unshown: [], gaps: [], texts: [] },
    items: keys.map((key) => ({ ...letter, key })),
  },
});
const over = (attempt: number, how: 'finished' | 'interrupted'): Happening => ({
  type: `summary-${how}`,
  attempt,
});
const askedAgain = { type: 'summary-asked-again' } as const;

const then = (state: State, ...happenings: readonly Happening[]): State =>
  happenings.reduce((before, what) => happen(before, what)[0], state);
const keys = (state: State) =>
  state.step === 'showing' ? state.summary.items.map(({ key }) => key) : `not open: ${state.step}`;

const cut = then(open, part(1, 'first'), report(1, 'answered'), over(1, 'interrupted'));
const again = then(cut, askedAgain);

describe('a summary that is asked for again', () => {
  it('stays on screen until something comes of it', () => {
    expect(asks(happen(cut, askedAgain))).toEqual(['retrieve']);
    expect(keys(again)).toEqual(['first']);
    expect(again).toMatchObject({ step: 'showing', arrival: 'arriving', attempt: 2 });
  });

  it('stays there where nothing comes of it, and can be asked for once more', () => {
    const dead = then(again, over(2, 'interrupted'));
    expect(keys(dead)).toEqual(['first']);
    expect(dead).toMatchObject({ arrival: 'interrupted' });
    expect(asks(happen(dead, askedAgain))).toEqual(['retrieve']);
  });

  it('is replaced by what the source says anew, and then is over', () => {
    const half = then(again, part(2, 'second'));
    expect(keys(half)).toEqual(['first']);
    const whole = then(half, report(2, 'answered'), over(2, 'finished'));
    expect(keys(whole)).toEqual(['second']);
    expect(whole).toMatchObject({ arrival: 'complete', renewal: null });
  });

  it('says what did not come of it for as long as the earlier answer stands', () => {
    const failed = then(again, report(2, 'failed'), over(2, 'finished'));
    expect(keys(failed)).toEqual(['first']);
    expect(failed).toMatchObject({ arrival: 'complete', renewal: { anew: {} } });
  });

  it('is not asked for twice at once', () => {
    expect(happen(again, askedAgain)).toEqual([again, []]);
  });

  it.each([
    { type: 'refused', reason: { type: 'dissent' } },
    { type: 'refused', reason: { type: 'restricted' } },
    report(2, 'dissent'),
  ] as const)('closes where that is refused, and it is said that facts were shown', (refusal) => {
    const closed = then(again, refusal);
    expect(closed).toMatchObject({ step: 'closed', reached: 'shown' });
    expect(closed).not.toHaveProperty('summary');
    expect(closed).not.toHaveProperty('renewal');
  });

  it('is no news where it had been read or acknowledged', () => {
    const late = (state: State) => (state.step === 'showing' ? state.late : 'not open');
    const read = then(open, part(1, 'first'), { type: 'reading-began' }, part(1, 'second'));
    const asked = then(read, over(1, 'interrupted'), askedAgain);
    expect(late(asked)).toEqual(['second']);
    const seen = then(asked, { type: 'late-acknowledged' }, part(2, 'first', 'second', 'third'));
    expect(late(seen)).toEqual(['third']);
    expect(late(then(asked, part(2, 'first', 'second')))).toEqual(['second']);
  });
});
