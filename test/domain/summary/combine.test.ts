import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf, uncombined } from '../../../src/domain/summary/combine.ts';
import type { Item, Medication } from '../../../src/domain/summary/item.ts';
import type { SectionKind } from '../../../src/domain/summary/section-kind.ts';
import { gp, oh, on, ouh, sc } from '../../ui/fixtures.ts';
import {
  allergy,
  entry,
  immunisation,
  letter,
  medication,
  problem,
  result,
} from '../../ui/items.ts';

const sct = (code: string, display: string | null = null) => [
  { system: 'http://snomed.info/sct', code, display },
];
const loinc = (code: string) => [{ system: 'http://loinc.org', code, display: null }];

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
    const ours = problem('Asthma', { ...asthma, date: on('2004') });
    const theirs = problem('Asthma disorder', { ...asthma, ...hospital, date: on('2019-03') });
    expect(rowsOf({ items: [ours, theirs] }, 'problem')).toEqual([
      { key: theirs.key, items: [theirs, ours], because: 'same-code-and-status' },
    ]);
  });

  it.each([
    ['status', { status: 'past' }],
    ['certainty', { certainty: 'Suspected' }],
    ['code', { codes: sct('233678006') }],
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

describe('a code that stands for many things', () => {
  it('makes no two allergies one: a degraded drug allergy is what its words say', () => {
    const degraded = { codes: sct('196461000000101', 'Transfer-degraded drug allergy') };
    const both = [
      allergy('Trimethoprim', degraded),
      allergy('Codeine', { ...degraded, ...hospital }),
    ];
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
    const theirs = medication('bisoprolol 5 mg tablet', {
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
    ['dose left unsaid', { dose: null }],
  ];
  it.each(differing)('with another %s is two', (_, part) => {
    const theirs = medication('Bisoprolol 5mg tablets', { ...bisoprolol, ...hospital, ...part });
    expect(rows('medication', ours, theirs)).toEqual(apart);
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

describe('a result', () => {
  const potassium = {
    codes: loinc('2823-3'),
    value: '4.6 mmol/L',
    date: on('2026-11-20T09:14:00Z'),
  };

  it('of the same code, value and moment is one, wherever its time zone was', () => {
    const theirs = result('Serum potassium', {
      ...potassium,
      ...hospital,
      date: on('2026-11-20T10:14:00+01:00'),
    });
    expect(rows('result', result('Potassium', potassium), theirs)).toEqual([
      [2, 'same-code-value-and-time'],
    ]);
  });

  it('dated to its day is that of the day’s one moment, and of none where there are two', () => {
    const dated = result('Potassium', { ...potassium, ...hospital, date: on('2026-11-20') });
    const morning = result('Potassium', potassium);
    const evening = result('Potassium', {
      ...potassium,
      source: oh.id,
      date: on('2026-11-20T19:00:00Z'),
    });
    expect(rows('result', morning, dated)).toEqual([[2, 'same-code-value-and-time']]);
    expect(rows('result', morning, dated, evening)).toHaveLength(3);
  });

  it.each([
    ['another value', { value: '4.7 mmol/L' }],
    ['another day', { date: on('2026-11-21T09:14:00Z') }],
    ['a day that is not known', { date: on('2026-11') }],
    ['a status that is not final', { status: 'Provisional' }],
    ['a comment', { note: 'haemolysed' }],
  ] as const)('with %s is two', (_, part) => {
    const theirs = result('Potassium', { ...potassium, ...hospital, ...part });
    expect(rows('result', result('Potassium', potassium), theirs)).toEqual(apart);
  });

  it('keeps each source’s own range and flag: Sam’s haemoglobin is high to one alone', () => {
    const haemoglobin = { codes: loinc('718-7'), value: '168 g/L', date: on('2026-11-02') };
    const normal = result('Haemoglobin', {
      ...haemoglobin,
      ...hospital,
      range: '130 to 170 g/L',
      flag: { words: 'Normal', normal: true },
    });
    const high = result('Haemoglobin', {
      ...haemoglobin,
      range: '120 to 150 g/L',
      flag: { words: 'High', normal: false },
    });
    expect(rows('result', normal, high)).toEqual(apart);
  });

  it('is not another of the same request, though the laboratory gives both its number', () => {
    const request = { identifiers: ['urn:lab|4711'], date: potassium.date };
    const sodium = result('Sodium', { ...request, value: '139 mmol/L' });
    expect(
      rows('result', result('Potassium', { ...request, value: '4.6 mmol/L' }), sodium),
    ).toEqual(apart);
  });
});

describe('the rest', () => {
  const flu = { codes: sct('822851000000102'), date: on('2026-10-01') };

  it('a vaccination of one day is one; given to one and refused by another is two', () => {
    const ours = immunisation('Influenza vaccination', flu);
    const theirs = { ...flu, ...hospital };
    expect(rows('immunisation', ours, immunisation('Flu vaccine', theirs))).toEqual([
      [2, 'same-code-and-day'],
    ]);
    const refused = immunisation('Flu vaccine', { ...theirs, given: 'not-given' });
    expect(rows('immunisation', ours, refused)).toEqual(apart);
  });

  it('copies of one thing in one source are one by their identifier', () => {
    const identifiers = ['urn:visit|7'];
    const visits = [
      entry('encounter', 'Clinic', { identifiers }),
      entry('encounter', 'Clinic', { identifiers }),
    ];
    expect(rows('encounter', ...visits)).toEqual([[2, 'same-identifier']]);
  });

  it('two visits of one day are two, coded alike', () => {
    const visit = { codes: sct('185349003') };
    const both = [
      entry('encounter', 'Consultation', visit),
      entry('encounter', 'Consultation', { ...visit, ...hospital }),
    ];
    expect(rows('encounter', ...both)).toEqual(apart);
  });

  it('a plan with another decision, on the same form and day, is two', () => {
    const plan = { codes: sct('1187671000000104'), identifiers: ['urn:plan|1'] };
    const both = [
      entry('emergency-plan', 'ReSPECT', { ...plan, value: 'For attempted CPR' }),
      entry('emergency-plan', 'ReSPECT', { ...plan, ...hospital, value: 'Not for attempted CPR' }),
    ];
    expect(rows('emergency-plan', ...both)).toEqual(apart);
  });

  it('one file is one letter, under whatever title', () => {
    const file = {
      url: null,
      contentType: 'application/pdf',
      title: null,
      size: 3,
      hash: 'aGFzaA==',
      data: null,
    };
    const both = [
      letter('Discharge summary', { attachments: [file] }),
      letter('Letter', { ...hospital, attachments: [file] }),
    ];
    expect(rows('document', ...both)).toEqual([[2, 'same-identifier']]);
  });

  it('everything stands for itself for whoever asks to see it uncombined', () => {
    const asthma = { codes: sct('195967001') };
    const items = [problem('Asthma', asthma), problem('Asthma', { ...asthma, ...hospital })];
    expect(uncombined({ items }, 'problem').map((row) => row.items)).toEqual(
      items.map((one) => [one]),
    );
  });
});

const sources = [gp.id, ouh.id, oh.id, sc.id];
const anyMedicine = fc
  .record({
    source: fc.constantFrom(...sources),
    dose: fc.constantFrom('5 mg daily', 'Take 5mg daily', '10 mg daily', null),
    status: fc.constantFrom('current' as const, 'stopped' as const),
    identifiers: fc.constantFrom([], ['rx|1'], ['rx|1', 'rx|2'], ['rx|2']),
    date: fc.constantFrom(on('2026'), on('2026-10-28'), null),
  })
  .map((part) => medication('Ramipril 5mg capsules', part));
const anyResult = fc
  .record({
    source: fc.constantFrom(...sources),
    value: fc.constantFrom('4.6 mmol/L', '6.1 mmol/L'),
    date: fc.constantFrom(on('2026-11-20'), on('2026-11-20T09:14:00Z'), on('2026-11-20T19:00Z')),
  })
  .map((part) => result('Potassium', { codes: loinc('2823-3'), ...part }));
const anyItems = fc.array(fc.oneof(anyMedicine, anyResult), { maxLength: 30 });

describe('whatever arrives', () => {
  it('stands in one row and no more, and nothing is made up', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const shown = (['medication', 'result'] as const).flatMap((kind) =>
          rowsOf({ items }, kind).flatMap((row): readonly Item[] => row.items),
        );
        expect(shown).toHaveLength(items.length);
        expect(new Set(shown)).toEqual(new Set(items));
      }),
    );
  });

  it('is combined alike in whatever order it arrives', () => {
    const partition = (items: readonly Item[]) =>
      (['medication', 'result'] as const).flatMap((kind) =>
        rowsOf({ items }, kind).map((row) =>
          row.items
            .map(({ key }) => key)
            .sort()
            .join(' '),
        ),
      );
    fc.assert(
      fc.property(anyItems, fc.infiniteStream(fc.nat()), (items, chance) => {
        const shuffled = items
          .map((item) => ({ item, at: chance.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ item }) => item);
        expect([...partition(shuffled)].sort()).toEqual([...partition(items)].sort());
      }),
    );
  });

  it('is listed alike in whatever order the sources answer', () => {
    const listed = (items: readonly Item[]) =>
      rowsOf({ items }, 'medication').map((row) => row.items.map(({ key }) => key));
    fc.assert(
      fc.property(anyItems, (items) => {
        const answered = (order: readonly string[]) =>
          order.flatMap((source) => items.filter((item) => item.source === source));
        expect(listed(answered([...sources].reverse()))).toEqual(listed(answered(sources)));
      }),
    );
  });
});
