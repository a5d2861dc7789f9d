import { describe, expect, it } from 'vitest';
import { compare, differencesOf } from '../../../src/domain/summary/differences.ts';
import type { Item } from '../../../src/domain/summary/item.ts';
import type { Summary } from '../../../src/domain/summary/summary.ts';
import { gp, oh, on, ouh, report } from '../../ui/fixtures.ts';
import { gracesItems, medication } from '../../ui/items.ts';
import { found, ofKind, summaryOf } from './found.ts';

const sct = (code: string) => [{ system: 'http://snomed.info/sct', code, display: null }];
const hospital = { source: ouh.id };
const community = { source: oh.id };
describe('Grace', () => {
  it('is allergic to penicillin by the hospital, with no known drug allergy by her practice', () => {
    expect(found(gracesItems())).toContain('none-known-by-one Penicillin: K84001, RTH');
  });

  it('has warfarin stopped by the hospital and issued by the practice', () => {
    expect(found(gracesItems())).toContain('stopped-by-one Warfarin: RTH, K84001');
  });

  it('has apixaban that is not on her practice’s list, with the date of the list', () => {
    const [apixaban] = compare(summaryOf(gracesItems())).differences.filter(
      ({ kind }) => kind === 'not-on-practice-list',
    );
    expect(apixaban).toMatchObject({
      title: 'Apixaban',
      sides: [
        { source: 'RTH', item: { title: 'Apixaban 2.5 mg tablets' } },
        { source: 'K84001', item: null, listDate: on('2026-10-28') },
      ],
    });
  });

  it('takes warfarin in two strengths, which is no disagreement', () => {
    const asPerInr = { dose: 'as per INR' };
    const practice = [
      medication('Warfarin 1mg tablets', asPerInr),
      medication('Warfarin 3mg tablets', asPerInr),
    ];
    expect(found(practice)).toEqual([]);
    const same = practice.map(({ title }) => medication(title, { ...asPerInr, ...hospital }));
    expect(found([...practice, ...same])).toEqual([]);
    expect(found([...practice, ...same.slice(1)])).toEqual([]);
  });

  it('takes bisoprolol in two doses, which is one', () => {
    const both = [
      medication('Bisoprolol 5 mg tablets', { dose: '5 mg daily' }),
      medication('Bisoprolol 2.5 mg tablets', { ...hospital, dose: '2.5 mg daily' }),
    ];
    expect(found(both)).toEqual(['dose Bisoprolol: K84001, RTH']);
  });
});

describe('a dose', () => {
  it('weekly by one and daily by another differs: Harold’s methotrexate', () => {
    const weekly = medication('Methotrexate 2.5mg tablets', {
      ...hospital,
      dose: '15 mg once weekly, on Mondays (six tablets)',
    });
    const daily = medication('Methotrexate', { ...community, dose: '15 mg daily' });
    expect(found([weekly, daily], { practice: null })).toEqual(['dose Methotrexate: RTH, RNU']);
  });

  it('in two parts by one and in one of them by another differs: Liam’s clozapine', () => {
    const day = medication('Clozapine', { ...community, dose: '150 mg morning' });
    const night = medication('Clozapine', { ...community, dose: '250 mg night' });
    const alone = medication('Clozapine', { ...hospital, dose: '150 mg morning' });
    expect(ofKind('dose', [day, night, alone])).toHaveLength(1);
  });

  it('by another route differs, and one that nobody states does not', () => {
    const oral = medication('Diclofenac', { dose: '50 mg daily', route: 'Oral' });
    const rectal = medication('Diclofenac', { ...hospital, dose: '50 mg daily', route: 'Rectal' });
    expect(ofKind('dose', [oral, rectal])).toHaveLength(1);
    expect(found([oral, { ...rectal, route: null, dose: null }])).toEqual([]);
  });

  it('written alike but for spaces, case and "Take" does not differ', () => {
    const ours = medication('Ramipril 5mg capsules', { dose: 'Take 5mg  daily' });
    expect(found([ours, medication('Ramipril 5 mg', { ...hospital, dose: '5 mg Daily' })])).toEqual(
      [],
    );
  });

  it('of what is no longer taken is not compared', () => {
    const old = medication('Ramipril 10mg', {
      ...hospital,
      status: 'stopped',
      dose: '10 mg daily',
    });
    const line = medication('Ramipril 5mg', { dose: '5 mg daily' });
    expect(ofKind('dose', [line, old])).toEqual([]);
  });
});

describe('stopped by one', () => {
  it('is Priya’s valproate, a practice’s repeat that the hospital stopped', () => {
    const repeat = medication('Sodium valproate 500mg tablets', { dose: '500 mg twice daily' });
    const stopped = medication('sodium valproate', {
      ...hospital,
      status: 'stopped',
      date: on('2024-03-11'),
    });
    expect(found([repeat, stopped])).toEqual(['stopped-by-one Sodium valproate: K84001, RTH']);
  });

  it('says not-taken too, but not what nobody states', () => {
    const line = medication('Ramipril 5mg', { dose: '5 mg daily' });
    const theirs = (status: 'not-taken' | 'not-stated') =>
      medication('Ramipril', { ...hospital, status });
    expect(found([line, theirs('not-taken')])).toHaveLength(1);
    expect(found([line, theirs('not-stated')])).toEqual([]);
  });

  it('is not a course that ran its time', () => {
    const line = medication('Amoxicillin 500mg capsules', { dose: 'one three times a day' });
    const over = medication('Amoxicillin', { ...hospital, status: 'completed' });
    expect(found([line, over])).toEqual([]);
  });

  it('is not a strength stopped for another by the same source', () => {
    const dose = '2.5 mg daily';
    const items = [
      medication('Ramipril 2.5mg', { dose }),
      medication('Ramipril 5mg', { ...hospital, status: 'stopped' }),
      medication('Ramipril 2.5mg', { ...hospital, dose }),
    ];
    expect(found(items)).toEqual([]);
  });

  it('finds a brand by the code it shares with its drug', () => {
    const codes = sct('13513711000001107');
    const items = [
      medication('Eliquis 2.5mg tablets', { codes }),
      medication('Apixaban 2.5mg tablets', { ...hospital, codes, status: 'stopped' }),
    ];
    expect(ofKind('stopped-by-one', items)).toHaveLength(1);
  });
});

describe('not on the practice’s list', () => {
  const gel = medication('Testosterone 50mg/5g gel', { ...hospital, dose: '50 mg daily' });
  const missing = (part: Partial<Summary>, items: readonly Item[] = [gel]) =>
    ofKind('not-on-practice-list', items, part);

  it('is said of a list that arrived whole, an empty one included', () => {
    expect(missing({})).toEqual(['not-on-practice-list Testosterone: RTH, not K84001']);
    expect(missing({ sources: [report(gp, 'nothing-recorded')] })).toHaveLength(1);
  });

  it.each([
    'asking',
    'timeout',
    'failed',
    'interrupted',
    'answered-withheld',
    'not-known',
  ] as const)('is never said of a practice that is %s', (state) => {
    expect(missing({ sources: [report(gp, state), report(ouh, 'answered')] })).toEqual([]);
  });

  it('is never said where part of the list is missing, unread or in words alone', () => {
    const of = { source: gp.id, section: 'medication' } as const;
    const text = { ...of, key: 't', title: 'Medicines', onlyText: true };
    expect(missing({ gaps: [{ ...of, reason: 'not-known' }] })).toEqual([]);
    expect(
      missing({ unshown: [{ ...of, key: 'x', what: 'Medicine', because: 'malformed' }] }),
    ).toEqual([]);
    expect(missing({ texts: [{ ...text, narrative: { xhtml: '<p/>', saysMore: true } }] })).toEqual(
      [],
    );
  });

  it('is never said where nobody knows the practice, or it keeps no medicines', () => {
    expect(missing({ practice: null })).toEqual([]);
    expect(missing({ practice: 'K99999' })).toEqual([]);
    expect(missing({ sources: [{ ...report(gp, 'answered'), keeps: ['problem'] }] })).toEqual([]);
  });

  it.each(['Testosterone 20mg/g gel', 'Testosterone undecanoate', 'Tostran (testosterone) 2% gel'])(
    'is not said where the list has %s',
    (title) => expect(missing({}, [gel, medication(title)])).toEqual([]),
  );

  it('is not said of what was stopped', () => {
    expect(missing({}, [{ ...gel, status: 'stopped' }])).toEqual([]);
  });
});

describe('one item', () => {
  it('names the differences it is a side of', () => {
    const items = gracesItems();
    const summary = summaryOf(items);
    const kinds = items.map((item) => differencesOf(summary, item).map(({ kind }) => kind));
    expect(
      items.flatMap(({ title }, at) =>
        kinds[at]?.length ? [`${title}: ${kinds[at].join()}`] : [],
      ),
    ).toEqual([
      'Penicillin: none-known-by-one',
      'no known drug allergy: none-known-by-one',
      'Warfarin 1 mg tablets: stopped-by-one',
      'Apixaban 2.5 mg tablets: not-on-practice-list',
      'Warfarin: stopped-by-one',
    ]);
  });
});
