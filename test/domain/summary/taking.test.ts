import { describe, expect, it } from 'vitest';
import type { Medication } from '../../../src/domain/summary/item.ts';
import { gp, on, ouh, report } from '../../ui/fixtures.ts';
import { medication } from '../../ui/items.ts';
import { ofKind } from './found.ts';

const current = medication('Digoxin 125 microgram tablets', { dose: 'one daily' });
const elsewhere = (part: Partial<Medication>) =>
  medication('Digoxin 125 microgram tablets', { source: ouh.id, dose: 'one daily', ...part });

describe('a medicine current by one source', () => {
  it.each<[string, Partial<Medication>]>([
    ['on hold', { proviso: 'On hold' }],
    ['not to be given', { proviso: 'Do not give' }],
    ['on hold, of a status nobody stated', { proviso: 'On hold', status: 'not-stated' }],
    ['past its last day', { until: on('2026-11-01') }],
    ['past the month of its last day', { until: on('2026-10') }],
  ])('and %s by another differs', (_, part) => {
    expect(ofKind('stopped-by-one', [current, elsewhere(part)])).toHaveLength(1);
  });

  it.each<[string, Partial<Medication>]>([
    ['proposed', { proviso: 'Proposed only' }],
    ['to go on until a day to come', { until: on('2027-01-31') }],
    ['to go on until this month', { until: on('2026-11') }],
    ['as current', {}],
  ])('and %s by another does not', (_, part) => {
    expect(ofKind('stopped-by-one', [current, elsewhere(part)])).toEqual([]);
  });

  it('is over by a last day where nobody knows when it was asked for', () => {
    const sources = [gp, ouh].map((source) => ({ ...report(source, 'answered'), askedAt: null }));
    const items = [current, elsewhere({ until: on('2026-11-01') })];
    expect(ofKind('stopped-by-one', items, { sources })).toHaveLength(1);
  });

  it('that goes on in another line of the same source is no difference', () => {
    const lines = [elsewhere({ proviso: 'On hold' }), elsewhere({ dose: 'two daily' })];
    expect(ofKind('stopped-by-one', [current, ...lines])).toEqual([]);
  });
});

describe('a strength', () => {
  const strengths = (one: string, other: string) =>
    ofKind('dose', [
      medication(`Digoxin ${one}`, { dose: 'one daily' }),
      medication(`Digoxin ${other}`, { source: ouh.id, dose: 'one daily' }),
    ]);

  it('is told apart by its unit', () => {
    expect(strengths('100 micrograms', '100 mg')).toHaveLength(1);
    expect(strengths('1 mg/5 ml', '1 mg/5 mg')).toHaveLength(1);
  });

  it('is the same in another spelling of its unit, or where one leaves it out', () => {
    expect(strengths('100 micrograms tablets', '100mcg tablets')).toEqual([]);
    expect(strengths('100 mg', '100')).toEqual([]);
  });
});
