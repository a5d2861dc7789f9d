import { describe, expect, it } from 'vitest';
import { rowsOf, uncombined } from '../../../src/domain/summary/combine.ts';
import type { Item } from '../../../src/domain/summary/item.ts';
import type { SectionKind } from '../../../src/domain/summary/section-kind.ts';
import { oh, on, ouh } from '../../ui/fixtures.ts';
import { entry, immunisation, letter, problem, result } from '../../ui/items.ts';

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

  it.each([
    ['over', { standing: 'past' }],
    ['in other words', { status: 'On hold' }],
    ['to be reviewed on another day', { due: on('2027-11-01') }],
  ] as const)('an alert that is %s to one of two is two', (_, part) => {
    const alert = { codes: sct('129839007'), due: on('2026-12-01') };
    const both = [
      entry('alert', 'At risk of falls', alert),
      entry('alert', 'At risk of falls', { ...alert, ...hospital, ...part }),
    ];
    expect(rows('alert', ...both)).toEqual(apart);
  });

  it('a letter that one source withdrew is two', () => {
    const identifiers = ['urn:letter|1'];
    const both = [
      letter('Discharge summary', { identifiers }),
      letter('Discharge summary', { identifiers, ...hospital, status: 'Superseded' }),
    ];
    expect(rows('document', ...both)).toEqual(apart);
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
