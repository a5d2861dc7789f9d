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
  it('stays on screen until those that had sent it have answered', () => {
    expect(asks(happen(cut, askedAgain))).toEqual(['retrieve']);
    expect(keys(again)).toEqual(['first']);
    expect(again).toMatchObject({ step: 'showing', arrival: 'interrupted', attempt: 2 });
    expect(keys(then(again, part(2, 'second')))).toEqual(['first']);
    expect(keys(then(again, part(2, 'second'), report(2, 'answered')))).toEqual(['second']);
  });

  it('stays there where no whole answer comes of it, and can be asked for once more', () => {
    const dead = then(again, part(2, 'second'), over(2, 'interrupted'));
    expect(keys(dead)).toEqual(['first']);
    expect(dead).toMatchObject({ arrival: 'interrupted', renewal: 'in-vain' });
    expect(asks(happen(dead, askedAgain))).toEqual(['retrieve']);
    expect(keys(then(dead, askedAgain, part(3, 'third'), report(3, 'answered')))).toEqual([
      'third',
    ]);
  });

  it('keeps what no source was named for, which may be what makes a list unavailable', () => {
    const stray = {
      key: 'line-9',
      what: 'Entry',
      section: 'unknown',
      because: 'malformed',
    } as const;
    const left: Happening = {
      ...{ type: 'part-arrived', attempt: 1 },
      part: {
        ...{ source: 'not-stated', items: [], gaps: [], texts: [] },
        unshown: [{ ...stray, source: 'not-stated' }],
      },
    };
    const asked = then(open, part(1, 'first'), left, over(1, 'finished'), askedAgain);
    expect(asked).toMatchObject({ summary: { unshown: [{ key: 'line-9' }] } });
    expect(then(asked, over(2, 'interrupted'))).toMatchObject({
      summary: { unshown: [{ key: 'line-9' }] },
    });
  });

  it('is replaced by an answer that came to its end, whatever that lacks', () => {
    const failed = then(again, report(2, 'failed'), over(2, 'finished'));
    expect(keys(failed)).toEqual([]);
    expect(failed).toMatchObject({ arrival: 'complete', renewal: null });
  });

  it('goes at once where a source of it refuses', () => {
    expect(keys(then(again, report(2, 'no-relationship')))).toEqual([]);
  });

  it('begins afresh where nothing had come', () => {
    const nothing = then(open, over(1, 'interrupted'), askedAgain);
    expect(nothing).toMatchObject({ arrival: 'arriving', renewal: null });
    expect(keys(then(nothing, part(2, 'first')))).toEqual(['first']);
  });

  it('is not asked for twice at once', () => {
    expect(happen(again, askedAgain)).toEqual([again, []]);
  });

  it.each([
    { type: 'refused', reason: { type: 'dissent' } },
    { type: 'refused', reason: { type: 'wrong-patient' } },
    report(2, 'dissent'),
  ] as const)('closes where that is refused, and it is said that facts were shown', (refusal) => {
    const closed = then(again, refusal);
    expect(closed).toMatchObject({ step: 'closed', reached: 'shown' });
    expect(closed).not.toHaveProperty('summary');
    expect(closed).not.toHaveProperty('renewal');
  });
});

describe('news of a summary that is asked for again', () => {
  const late = (state: State) => (state.step === 'showing' ? state.late : 'not open');
  const reading = { type: 'reading-began' } as const;
  const read = then(open, part(1, 'first'), reading, part(1, 'second'), report(1, 'answered'));
  const asked = then(read, over(1, 'interrupted'), askedAgain);
  const whole = (state: State) =>
    then(state, part(2, 'first', 'second', 'third'), report(2, 'answered'));

  it('is what is on screen for the first time, or was not acknowledged', () => {
    expect(late(asked)).toEqual(['second']);
    expect(late(whole(asked))).toEqual(['second', 'third']);
    expect(late(whole(then(asked, { type: 'late-acknowledged' })))).toEqual(['third']);
  });

  it('is none before it is on screen', () => {
    expect(late(then(asked, part(2, 'first', 'third')))).toEqual(['second']);
  });

  it('is another entry under a name that one had before', () => {
    const renamed: Happening = {
      ...{ type: 'part-arrived', attempt: 2 },
      part: {
        ...{ source: 'OUH', unshown: [], gaps: [], texts: [] },
        items: [{ ...letter, key: 'first', title: 'Another letter' }],
      },
    };
    expect(late(then(asked, renamed, report(2, 'answered')))).toEqual(['first']);
  });

  it('closes no letter that is the same, and any other', () => {
    const opened = then(asked, { type: 'document-asked', item: 'first', file: 0 });
    expect(then(opened, part(2, 'first'), report(2, 'answered'))).toMatchObject({
      document: { item: 'first' },
    });
    expect(then(opened, part(2, 'other'), report(2, 'answered'))).toMatchObject({
      document: null,
    });
  });
});
