import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/domain/summary/combine.ts';
import type { Item, Medication } from '../../../src/domain/summary/item.ts';
import type { SectionKind } from '../../../src/domain/summary/section-kind.ts';
import { on, ouh } from '../../ui/fixtures.ts';
import { allergy, medication, problem } from '../../ui/items.ts';

const sct = (code: string, display: string | null = null) => [
  { system: 'http://snomed.info/sct', code, display },
];

/** How many items stand in each row, and why. */
function rows(kind: SectionKind, ...items: readonly Item[]) {
  return rowsOf({ items }, kind).map((row) => [row.items.length, row.because]);
}
const apart = [
  [1, null],
  [1, null],
];
const hospital = { source: ouh.id };

describe('one problem', () => {
  const asthma = { codes: sct('195967001') };

  it('by two sources is one row with both, the newest first', () => {
    const ours = problem('Asthma', { ...asthma, date: on('2019') });
    const theirs = problem('asthma', { ...asthma, ...hospital, date: on('2019-03') });
    expect(rowsOf({ items: [ours, theirs] }, 'problem')).toEqual([
      { key: ours.key, items: [theirs, ours], because: 'same-code-and-status' },
    ]);
  });

  it.each([
    ['status', { status: 'past' }],
    ['certainty', { certainty: 'Suspected' }],
    ['code', { codes: sct('233678006') }],
    ['words', { title: 'Query: asthma excluded?' }],
    ['note', { note: 'Childhood only' }],
    ['onset', { date: on('1998') }],
    ['coding system', { codes: [{ system: 'urn:local', code: '195967001', display: null }] }],
  ] as const)('with another %s is two', (_, part) => {
    const theirs = problem('Asthma', { ...asthma, ...hospital, ...part });
    expect(rows('problem', problem('Asthma', asthma), theirs)).toEqual(apart);
  });

  it('without a code is one for each source, whatever the words', () => {
    expect(rows('problem', problem('Asthma'), problem('Asthma', hospital))).toEqual(apart);
  });

  it('of the left is not that of the right, though the code is the same', () => {
    const wrist = { codes: sct('263102004') };
    expect(
      rows(
        'problem',
        problem('Fracture of left wrist', wrist),
        problem('Fracture of right wrist', { ...wrist, ...hospital }),
      ),
    ).toEqual(apart);
  });

  it('listed twice by one source is never guessed to be one', () => {
    const items = [problem('Asthma', asthma), problem('Asthma', asthma)];
    expect(rows('problem', ...items)).toEqual(apart);
    const third = problem('Asthma', { ...asthma, ...hospital });
    expect(rows('problem', ...items, third)).toHaveLength(3);
  });
});

describe('one problem by its onset', () => {
  const broken = { codes: sct('263102004') };
  const onsets = (...dates: readonly (string | null)[]) =>
    dates.map((date, at) =>
      problem('Fracture', { ...broken, source: `s${at}`, date: date === null ? null : on(date) }),
    );

  it.each([
    ['the same', ['2019-03-04', '2019-03-04'], 1],
    ['each as far as its source knows it', ['2019', '2019-03', '2019-03-04'], 1],
    ['known to one', ['2019', null], 1],
    ['another', ['2015', '2024'], 2],
    ['another within the year, and the year', ['2019', '2019-03', '2019-05'], 3],
  ] as const)('%s', (_, dates, count) => {
    expect(rows('problem', ...onsets(...dates))).toHaveLength(count);
  });
});

describe('a code that stands for many things', () => {
  it('makes no two allergies one: a degraded drug allergy is what its words say', () => {
    const degraded = { codes: sct('196461000000101', 'Transfer-degraded drug allergy') };
    const both = [
      allergy('Trimethoprim', degraded),
      allergy('Codeine', { ...degraded, ...hospital }),
    ];
    expect(rows('allergy', ...both)).toEqual(apart);
  });

  it('is no subject beside others either', () => {
    const codes = [...sct('196461000000101'), ...sct('294505008')];
    const both = [allergy('Amoxicillin', { codes }), allergy('Codeine', { codes, ...hospital })];
    expect(rows('allergy', ...both)).toEqual(apart);
  });
});

describe('one allergy', () => {
  const penicillin = { codes: sct('91936005') };

  it('is one row though each source tells of another reaction', () => {
    const ours = allergy('Penicillin', { ...penicillin, reactions: ['rash'] });
    const theirs = allergy('Penicillin', {
      ...penicillin,
      ...hospital,
      reactions: ['anaphylaxis'],
    });
    expect(rows('allergy', ours, theirs)).toEqual([[2, 'same-substance']]);
  });

  it('that is over for one source is not folded into one that is not', () => {
    const over = allergy('Penicillin', { ...penicillin, ...hospital, status: 'past' });
    expect(rows('allergy', allergy('Penicillin', penicillin), over)).toEqual(apart);
  });
});

describe('one medicine', () => {
  const bisoprolol = {
    codes: [{ system: 'https://dmd.nhs.uk', code: '318590006', display: null }],
    dose: 'Take 5 mg once daily',
    route: 'Oral',
  };
  const ours = medication('Bisoprolol 5mg tablets', bisoprolol);

  it('of the same product, dose and route is one, in whichever of its names dm+d is written', () => {
    const theirs = medication('bisoprolol 5 mg tablets', {
      ...hospital,
      codes: sct('318590006'),
      dose: '5mg  once daily.',
      route: 'oral',
    });
    expect(rows('medication', ours, theirs)).toEqual([[2, 'same-product-dose-route-and-timing']]);
  });

  it('without a code is one where the product is written alike', () => {
    const plain = { ...bisoprolol, codes: [] };
    const two = [
      medication('Bisoprolol 5mg tablets', plain),
      medication('Bisoprolol 5 mg tablets', { ...plain, ...hospital }),
    ];
    expect(rows('medication', ...two)).toEqual([[2, 'same-product-dose-route-and-timing']]);
  });

  const differing: readonly (readonly [string, Partial<Medication>])[] = [
    ['dose', { dose: '2.5 mg once daily' }],
    ['timing', { dose: '5 mg once weekly' }],
    ['route', { route: 'Rectal' }],
    ['form', { form: 'Oral solution' }],
    ['status', { status: 'stopped' }],
    ['strength, under one code of the drug', { title: 'Bisoprolol 2.5mg tablets' }],
    ['release, under one code of the drug', { title: 'Bisoprolol 5mg modified-release tablets' }],
    ['brand, under one code of the drug', { title: 'Cardicor 5mg tablets' }],
    ['unit, under one code of the drug', { title: 'Bisoprolol 5 microgram tablets' }],
    ['proviso', { proviso: 'On hold' }],
    ['last day', { until: on('2026-11-01') }],
    ['dose left unsaid', { dose: null }],
  ];
  it.each(differing)('with another %s is two', (_, part) => {
    const theirs = medication('Bisoprolol 5mg tablets', { ...bisoprolol, ...hospital, ...part });
    expect(rows('medication', ours, theirs)).toEqual(apart);
  });

  it('of which neither source states the dose is two: nobody knows that it is the same', () => {
    const unsaid = { ...bisoprolol, dose: null };
    expect(
      rows(
        'medication',
        medication('Bisoprolol 5mg tablets', unsaid),
        medication('Bisoprolol 5mg tablets', { ...unsaid, ...hospital }),
      ),
    ).toEqual(apart);
  });

  it('shared by its identifier, and stopped in one copy, is two', () => {
    const identifiers = ['urn:rx|1'];
    const copy = { ...bisoprolol, identifiers };
    expect(
      rows(
        'medication',
        medication('Bisoprolol 5mg tablets', copy),
        medication('Bisoprolol 5mg tablets', { ...copy, ...hospital, status: 'stopped' }),
      ),
    ).toEqual(apart);
  });
});
