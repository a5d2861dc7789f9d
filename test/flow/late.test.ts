import { describe, expect, it } from 'vitest';
import type { Happening } from '../../src/app/perform.ts';
import type { State } from '../../src/flow/state.ts';
import { letter } from './alphabet.ts';
import { after, decided, happen, story, toGate } from './story.ts';

/** A part of these letters, in one asking of the exchange. */
const part = (attempt: number, ...keys: readonly string[]): Happening => ({
  ...{ type: 'part-arrived', attempt },
  part: {
    ...{ source: 'OUH', unshown: [], gaps: [], texts: [] },
    items: keys.map((key) => ({ ...letter, key })),
  },
});

const [reading, seen] = [{ type: 'reading-began' }, { type: 'late-acknowledged' }] as const;
const finished = { type: 'summary-finished', attempt: 1 } as const;

const opened = (...happenings: readonly Happening[]) =>
  after(...toGate, decided, story.recorded, ...happenings)[0];
const lateIn = (state: State) => (state.step === 'showing' ? state.late : 'no record');

/** One letter was read before the second came. */
const withNews = [part(1, 'first'), reading, part(1, 'second'), finished] as const;

describe('what arrives after reading began', () => {
  it('is marked, and what was there before is not', () => {
    expect(lateIn(opened(part(1, 'first'), part(1, 'second')))).toEqual([]);
    expect(lateIn(opened(...withNews))).toEqual(['second']);
  });

  it('stays marked while more arrives, until it is acknowledged', () => {
    const more = opened(part(1, 'first'), reading, part(1, 'second'), part(1, 'third'));
    expect(lateIn(more)).toEqual(['second', 'third']);
    expect(lateIn(happen(more, seen)[0])).toEqual([]);
  });
});
