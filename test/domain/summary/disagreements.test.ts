import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/domain/summary/differences.ts';
import type { Summary } from '../../../src/domain/summary/summary.ts';
import { gp, oh, on, ouh, report, sc } from '../../ui/fixtures.ts';
import { allergy, entry, problem } from '../../ui/items.ts';
import { found, summaryOf } from './found.ts';

const sct = (code: string) => [{ system: 'http://snomed.info/sct', code, display: null }];
const hospital = { source: ouh.id };

describe('"no known"', () => {
  const penicillin = allergy('Penicillin', hospital);
  const none = allergy('No known allergy', { assertion: 'no-known-allergy' });
  const drugs = allergy('No known drug allergy', {
    assertion: 'no-known-of-kind',
    codes: sct('409137002'),
  });

  it('differs from another source’s allergy', () => {
    expect(found([penicillin, none])).toHaveLength(1);
    expect(found([penicillin, drugs])).toHaveLength(1);
  });

  it('of drugs says nothing about peanuts', () => {
    const peanut = allergy('Peanut', hospital);
    expect(found([peanut, drugs])).toEqual([]);
    expect(found([peanut, none])).toHaveLength(1);
  });

  it.each([
    ['that is over', { ...none, status: 'past' as const }],
    ['that is not stated to hold', { ...none, status: 'not-stated' as const }],
    ['that nobody knows', { ...none, assertion: 'not-known' as const }],
    ['of the same source', { ...none, source: ouh.id }],
  ])('%s differs from nothing', (_, said) => expect(found([penicillin, said])).toEqual([]));

  it('does not differ from an allergy that is over', () => {
    expect(found([{ ...penicillin, status: 'past' }, none])).toEqual([]);
  });
});

describe('status', () => {
  const asthma = { codes: sct('195967001') };

  it('differs where a problem is active by one and over by another', () => {
    const over = problem('Asthma', { ...asthma, ...hospital, status: 'past', date: on('2020') });
    expect(found([problem('Asthma', asthma), over])).toEqual(['status Asthma: K84001, RTH']);
    expect(found([problem('Asthma', asthma), { ...over, source: gp.id }])).toEqual([]);
  });

  it('differs where an allergy is active by one and refuted by another', () => {
    const refuted = allergy('Penicillin', { ...hospital, status: 'past', certainty: 'Refuted' });
    expect(found([allergy('Penicillin'), refuted])).toEqual(['status Penicillin: K84001, RTH']);
  });
});

describe('plans and pregnancies', () => {
  const plan = (value: string | null, date: string, source = ouh.id) =>
    entry('emergency-plan', 'ReSPECT', { role: 'resuscitation', value, date: on(date), source });

  it('show every version of Margaret’s plan, the newest first', () => {
    const plans = [
      plan('For attempted CPR', '2023-05-02', oh.id),
      plan('Not for attempted CPR', '2026-10-10'),
      plan(null, '2024-01-01', sc.id),
    ];
    expect(found(plans)).toEqual(['decision ReSPECT: RTH, SC, RNU']);
  });

  it('do not differ where the other plan is over, or says the same', () => {
    const current = plan('Not for attempted CPR', '2026-10-10');
    const old = plan('For attempted CPR', '2023-05-02', oh.id);
    expect(found([current, { ...old, standing: 'past' }])).toEqual([]);
    expect(found([current, plan('Not for attempted CPR', '2025', oh.id)])).toEqual([]);
  });

  it('tell Priya’s due date from the one that has passed', () => {
    const due = (date: string, source: string) =>
      entry('pregnancy', 'Pregnant', { due: on(date), source });
    expect(found([due('2027-02-14', ouh.id), due('2025-03-02', gp.id)])).toHaveLength(1);
    expect(found([due('2027-02-14', ouh.id), due('2027-02', gp.id)])).toEqual([]);
  });
});

describe('who was compared', () => {
  const names = (part: Partial<Summary>) => {
    const { compared, notCompared } = compare(summaryOf([], part));
    return [compared, notCompared].map((each) => each.map(({ source }) => source.tag));
  };

  it('are sources that keep anything to compare and gave all of it', () => {
    const sources = [
      report(gp, 'answered'),
      report(ouh, 'nothing-recorded'),
      report(oh, 'timeout'),
      { ...report(sc, 'answered'), keeps: ['contact' as const] },
    ];
    expect(names({ sources })).toEqual([['GP', 'OUH'], ['OH']]);
  });

  it('are not those that do not know the patient, or left a section out', () => {
    const sources = [report(gp, 'answered'), report(ouh, 'not-known')];
    const gaps = [{ source: gp.id, section: 'allergy', reason: 'withheld' } as const];
    expect(names({ sources, gaps })).toEqual([[], ['GP', 'OUH']]);
  });
});
