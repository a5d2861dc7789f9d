/** A section's list is the same for as long as nothing came to it: what is drawn from it stands. */
import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/domain/summary/combine.ts';
import type { Item } from '../../../src/domain/summary/item.ts';
import { emptySummary, itemsOf, withPart } from '../../../src/domain/summary/summary.ts';
import { on, ouh } from '../../ui/fixtures.ts';
import { allergy, problem } from '../../ui/items.ts';

const part = (...items: readonly Item[]) => ({
  ...{ source: ouh.id, items, unshown: [], gaps: [], texts: [] },
});
const made = () => {
  const asthma = problem('Asthma', { date: on('2001') });
  const eczema = problem('Eczema', { date: on('2020') });
  const gout = problem('Gout', { date: on('2011') });
  const first = withPart(emptySummary, part(asthma, allergy('Penicillin'), eczema));
  return { asthma, eczema, gout, first };
};

describe('one section’s items', () => {
  it('are newest first', () => {
    const { eczema, asthma, first } = made();
    expect(itemsOf(first, 'problem')).toEqual([eczema, asthma]);
    expect(itemsOf(first, 'vital')).toEqual([]);
  });

  it('are the very same list after a part that brought none, and so is what is made of them', () => {
    const { first } = made();
    const second = withPart(first, part(allergy('Latex')));
    expect(itemsOf(second, 'problem')).toBe(itemsOf(first, 'problem'));
    expect(rowsOf(second, 'problem')).toBe(rowsOf(first, 'problem'));
    expect(itemsOf(second, 'vital')).toBe(itemsOf(first, 'vital'));
  });

  it('are another list after a part that brought one', () => {
    const { asthma, eczema, gout, first } = made();
    const second = withPart(first, part(gout));
    expect(itemsOf(second, 'problem')).toEqual([eczema, gout, asthma]);
    expect(rowsOf(second, 'problem')).toHaveLength(3);
    expect(itemsOf(second, 'allergy')).toBe(itemsOf(first, 'allergy'));
  });

  it('are not taken for others that begin or end alike', () => {
    const { asthma, eczema, gout } = made();
    const [other, more] = [problem('Migraine', { date: on('2011') }), problem('Acne')];
    const lists = [
      [asthma, gout, eczema],
      [asthma, other, eczema],
      [asthma, other],
      [asthma, eczema],
      [asthma, gout, more, eczema],
    ];
    for (const items of [...lists, ...lists]) {
      expect(new Set(itemsOf({ items }, 'problem'))).toEqual(new Set(items));
    }
  });

  it('asked for again, come anew where one of them has changed', () => {
    const { asthma, gout } = made();
    const before = [asthma, gout];
    const changed = { ...gout, note: 'now in the left knee' };
    expect(itemsOf({ items: before }, 'problem')).toEqual([gout, asthma]);
    expect(itemsOf({ items: [asthma, changed] }, 'problem')).toEqual([changed, asthma]);
  });
});
