import { describe, expect, it } from 'vitest';
import { drugName } from '../../../src/domain/summary/drug-name.ts';
import type { Item } from '../../../src/domain/summary/item.ts';
import { type CriticalMedicines, drugsOf } from '../../../src/domain/summary/medicines.ts';
import { emptySummary } from '../../../src/domain/summary/summary.ts';
import { gp, on, ouh, report } from '../../ui/fixtures.ts';
import { gracesItems, medication } from '../../ui/items.ts';

const critical: CriticalMedicines = [
  { name: 'Anticoagulants', words: ['warfarin', 'apixaban'] },
  { name: 'Insulins', words: ['insulin'] },
  { name: 'Gold', words: ['gold'] },
];
const sources = [report(gp, 'answered'), report(ouh, 'answered')];
const drugs = (...items: readonly Item[]) =>
  drugsOf({ ...emptySummary, practice: gp.id, sources, items }, critical);

describe('the name of a drug', () => {
  it.each([
    ['Warfarin 1mg tablets', 'Warfarin'],
    ['Warfarin', 'Warfarin'],
    ['Co-beneldopa 25mg/100mg capsules', 'Co-beneldopa'],
    ['Co-beneldopa 25 / 100', 'Co-beneldopa'],
    [
      'Insulin glargine 100 units/ml solution for injection 3ml pre-filled pens',
      'Insulin glargine',
    ],
    ['Insulin glargine (Lantus)', 'Insulin glargine'],
    [
      'Beclometasone 100micrograms/dose / Formoterol 6micrograms/dose inhaler',
      'Beclometasone / Formoterol',
    ],
    ['Testosterone gel', 'Testosterone'],
    ['Zuclopenthixol depot', 'Zuclopenthixol'],
    ['Zuclopenthixol decanoate 200mg/1ml solution for injection', 'Zuclopenthixol decanoate'],
    ['Sodium valproate gastro-resistant tablets', 'Sodium valproate'],
    ['Vitamin B12', 'Vitamin B12'],
    ['0.9% sodium chloride', '0.9% sodium chloride'],
    ['Tablets', 'Tablets'],
  ])('in %s is %s', (title, name) => expect(drugName(title)).toBe(name));
});

describe('medicines by drug', () => {
  it('stand in one place, strengths and sources side by side, merged by nobody', () => {
    const [warfarin, ...others] = drugs(
      medication('Warfarin 1mg tablets', { dose: 'as per INR' }),
      medication('Warfarin 3mg tablets', { dose: 'as per INR' }),
      medication('WARFARIN', { source: ouh.id, status: 'stopped', date: on('2026-11-12') }),
    );
    expect(others).toEqual([]);
    expect(warfarin).toMatchObject({ name: 'WARFARIN', standing: 'current' });
    expect(warfarin?.rows.map(({ items }) => items.map(({ title }) => title))).toEqual([
      ['Warfarin 1mg tablets'],
      ['Warfarin 3mg tablets'],
      ['WARFARIN'],
    ]);
  });

  it('keep salts apart as written, and combinations from their parts', () => {
    const found = drugs(
      medication('Lithium carbonate 400mg'),
      medication('Lithium citrate 520mg/5ml'),
      medication('Beclometasone/formoterol 100/6'),
      medication('Beclometasone 100micrograms/dose / Formoterol 6micrograms/dose inhaler'),
      medication('Formoterol 12micrograms/dose inhaler'),
    );
    expect(found.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['Lithium carbonate', 1],
      ['Lithium citrate', 1],
      ['Beclometasone/formoterol', 2],
      ['Formoterol', 1],
    ]);
  });

  it('are in order: current, then not stated, then ended', () => {
    const found = drugs(
      medication('Ramipril', { status: 'not-taken' }),
      medication('Senna', { status: 'not-stated' }),
      medication('Folic acid', { date: on('2001') }),
      medication('Ramipril', { status: 'stopped' }),
    );
    expect(found.map(({ name, standing }) => [name, standing])).toEqual([
      ['Folic acid', 'current'],
      ['Senna', 'not-stated'],
      ['Ramipril', 'ended'],
    ]);
  });

  it('carry what sources disagree about: Grace’s two anticoagulants', () => {
    const grace = drugs(...gracesItems()).filter((drug) => drug.critical === 'Anticoagulants');
    expect(
      grace.map(({ name, standing, differences }) => [
        name,
        standing,
        differences.map(({ kind }) => kind),
      ]),
    ).toEqual([
      ['Apixaban', 'current', ['not-on-practice-list']],
      ['Warfarin', 'current', ['stopped-by-one']],
    ]);
  });
});

describe('a critical medicine', () => {
  it.each([
    ['Insulin aspart 100units/ml', 'Insulins'],
    ['Biphasic INSULIN', 'Insulins'],
    ['Marigold cream', null],
    ['Warfarin-like', 'Anticoagulants'],
  ])('%s, by whole words: %s', (title, name) => {
    expect(drugs(medication(title))[0]?.critical).toBe(name);
  });

  it('is known by the words of its codes, too', () => {
    const codes = [{ system: 'https://dmd.nhs.uk', code: '1', display: 'Insulin glargine' }];
    expect(drugs(medication('Lantus', { codes }))[0]?.critical).toBe('Insulins');
  });
});
