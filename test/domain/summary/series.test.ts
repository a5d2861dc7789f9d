import { describe, expect, it } from 'vitest';
import type { Measure, Result, Vital } from '../../../src/domain/summary/item.ts';
import { keyResults } from '../../../src/domain/summary/key-results.ts';
import { seriesIn, seriesOf } from '../../../src/domain/summary/series.ts';
import { unitKey } from '../../../src/domain/summary/unit.ts';
import { on, ouh } from '../../ui/fixtures.ts';
import { result } from '../../ui/items.ts';

const loinc = (code: string) => ({ system: 'http://loinc.org', code, display: null });
const sct = (code: string) => ({ system: 'http://snomed.info/sct', code, display: null });

function measure(value: number, unit: string, part: Partial<Measure> = {}): Measure {
  return { value, comparator: null, unit, unitCode: null, low: null, high: null, ...part };
}

function reading(title: string, value: number, unit: string, part: Partial<Result> = {}): Result {
  const codes = [loinc('751-8')];
  return result(title, {
    codes,
    value: `${value} ${unit}`,
    measure: measure(value, unit),
    ...part,
  });
}

const lines = (...items: readonly (Result | Vital)[]) =>
  seriesIn({ items }).map(({ title, unit, points }) => [
    title,
    unit,
    ...points.map((point) => point.measure.value),
  ]);

describe('a unit', () => {
  it.each([
    ['10*9/L', '10^9/L', 'x10^9/L', '×10⁹/L', 'x 10*9/l', '10⁹/L', '10E9/L'],
    ['mmol/L', 'mmol/l', 'millimol/litre', ' mmol / L '],
    ['ug/L', 'mcg/L', 'µg/L', 'μg/l', 'micrograms/L', 'microgram/litre'],
    [
      'mL/min/{1.73_m2}',
      'mL/min/1.73m2',
      'ml/min/1.73 m²',
      'mL/min/1.73 m^2',
      'mL/min/1.73sq m',
      'mL/min/(173.10*-2.m2)',
    ],
    ['m[IU]/L', 'mIU/L', 'miu/l'],
    ['mm[Hg]', 'mmHg'],
    ['/min', 'bpm', '{beats}/min', 'beats/min', 'beats/minute'],
    ['Cel', '°C', 'degrees C'],
    ['%', 'percent', 'per cent'],
    ['kg/m2', 'kg/m²'],
    ['U/L', 'units/L'],
    ['', ' '],
  ])('has many spellings: %s', (...spelt) => {
    expect(new Set(spelt.map((unit) => unitKey({ unit, unitCode: null }))).size).toBe(1);
  });

  it.each([
    ['mg/L', 'g/L'],
    ['mg/L', 'ug/L'],
    ['mU/L', 'MU/L'],
    ['mmol/L', 'umol/L'],
    ['10*9/L', '10*12/L'],
    ['mmol/mol', '%'],
    ['IU/L', 'U/L'],
    ['', '%'],
    ['mL/min', 'mL/min/1.73m2'],
    ['g/L', 'g/dL'],
  ])('%s is not %s', (one, other) => {
    expect(unitKey({ unit: one, unitCode: null })).not.toBe(
      unitKey({ unit: other, unitCode: null }),
    );
  });

  it('is what its code says, where it has one', () => {
    expect(unitKey({ unit: 'Kelvin-ish', unitCode: '10*9/L' })).toBe(
      unitKey({ unit: 'x10^9/L', unitCode: null }),
    );
  });
});

describe('a series', () => {
  it('joins Liam’s neutrophils in two spellings of one unit, the provisional one included', () => {
    const neutrophils = [
      reading('Neutrophils', 1.6, '10^9/L', { date: on('2026-10-26') }),
      reading('Neutrophil count', 2.9, '10*9/L', { date: on('2026-08-03') }),
      reading('Neutrophils', 1.3, '10*9/L', { date: on('2026-11-20'), status: 'Provisional' }),
    ];
    expect(lines(...neutrophils)).toEqual([['Neutrophils', '10*9/L', 2.9, 1.6, 1.3]]);
    const [series] = seriesIn({ items: neutrophils });
    expect(series?.points.at(-1)?.item.status).toBe('Provisional');
  });

  it('mixes no units: one test in two is two series', () => {
    const items = ['g/L', 'g/dL'].flatMap((unit) =>
      ['2026-01-01', '2026-02-01'].map((day) => reading('Albumin', 40, unit, { date: on(day) })),
    );
    expect(lines(...items)).toHaveLength(2);
    expect(lines(...items.slice(1, 3))).toEqual([]);
  });

  it('knows a test by a code that another result gives with its own', () => {
    const both = [loinc('2823-3'), sct('1000651000000109')];
    const [first, second] = ['2026-01-01', '2026-02-01'].map(on);
    expect(
      lines(
        reading('Potassium', 4, 'mmol/L', { codes: both, date: first ?? null }),
        reading('K', 5, 'mmol/L', { codes: both.slice(1), date: second ?? null }),
      ),
    ).toEqual([['K', 'mmol/L', 4, 5]]);
  });

  it('joins nothing by a code that two tests share', () => {
    const many = sct('15220000');
    const dates = ['2026-01-01', '2026-02-01', '2026-03-01'].map(on);
    const coded = [[loinc('2823-3'), many], [loinc('2951-2'), many], [many]];
    const items = coded.map((codes, at) =>
      reading('Test', at, 'mmol/L', { codes, date: dates[at] ?? null }),
    );
    expect(lines(...items)).toEqual([]);
  });

  it('knows what has no code by exactly the same title', () => {
    const of = (title: string, day: string) =>
      reading(title, 1, 'g/L', { codes: [], date: on(day) });
    expect(lines(of('CRP', '2026-01-01'), of('crp', '2026-02-01'))).toHaveLength(1);
    expect(lines(of('CRP', '2026-01-01'), of('CRP, high sensitivity', '2026-02-01'))).toEqual([]);
  });

  it('of a blood pressure is two: each part is its own', () => {
    const pressure = (day: string, systolic: number): Result => {
      const part = (title: string, code: string, value: number) => ({
        ...{ title, codes: [loinc(code)], value: `${value} mmHg`, range: null, flag: null },
        measure: measure(value, 'mmHg'),
      });
      const parts = [part('Systolic', '8480-6', systolic), part('Diastolic', '8462-4', 80)];
      return result('Blood pressure', { codes: [loinc('85354-9')], date: on(day), parts });
    };
    const items = [pressure('2026-01-01', 120), pressure('2026-02-01', 130)];
    expect(lines(...items)).toEqual([
      ['Systolic', 'mmHg', 120, 130],
      ['Diastolic', 'mmHg', 80, 80],
    ]);
    expect(items[0] && seriesOf({ items }, items[0])?.title).toBe('Systolic');
  });

  it('keeps "<" with its value, and leaves out what was entered in error or has no day', () => {
    const low = { measure: measure(5, 'mg/L', { comparator: 'less than' }) };
    const items = [
      reading('CRP', 5, 'mg/L', { date: on('2026-01-01'), ...low }),
      reading('CRP', 9, 'mg/L', { date: on('2026-02-01'), status: 'Entered in error' }),
      reading('CRP', 7, 'mg/L', { date: on('2026-03') }),
      reading('CRP', 8, 'mg/L', { date: on('2026-04-01') }),
    ];
    expect(lines(...items)).toEqual([['CRP', 'mg/L', 5, 8]]);
    expect(seriesIn({ items })[0]?.points[0].measure.comparator).toBe('less than');
  });

  it('keeps each source’s own range at its own point: Sam’s haemoglobin', () => {
    const range = (low: number, high: number) => ({ measure: measure(168, 'g/L', { low, high }) });
    const items = [
      reading('Haemoglobin', 168, 'g/L', { range: '120 to 150 g/L', ...range(120, 150) }),
      reading('Haemoglobin', 168, 'g/L', { source: ouh.id, ...range(130, 170) }),
    ];
    const [series] = seriesIn({ items });
    expect(series?.points.map((each) => [each.measure.low, each.measure.high])).toEqual([
      [120, 150],
      [130, 170],
    ]);
  });

  it('is none for a single value, or for words', () => {
    const alone = reading('CRP', 5, 'mg/L');
    expect(seriesOf({ items: [alone] }, alone)).toBeNull();
    expect(lines(result('Culture', { value: 'No growth' }), result('Culture'))).toEqual([]);
  });
});

describe('a value that its source took back', () => {
  const at = (value: number, day: string, status: string | null = null) =>
    reading('Platelets', value, '10*9/L', { date: on(day), status });

  it.each(['Cancelled', 'Entered in error'])('(%s) is no point of a series', (status) => {
    const items = [at(210, '2026-01-01'), at(220, '2026-02-01'), at(4, '2026-03-01', status)];
    expect(lines(...items)).toEqual([['Platelets', '10*9/L', 210, 220]]);
  });

  it.each(['Cancelled', 'Entered in error'])(
    '(%s) is no latest result, nor the one before it',
    (status) => {
      const items = [
        at(210, '2026-01-01'),
        at(5, '2026-02-01', status),
        at(220, '2026-03-01'),
        at(4, '2026-04-01', status),
      ];
      const [found] = keyResults({ items }, on('2026-11-22'));
      expect(found?.newest.items[0].measure?.value).toBe(220);
      expect(found?.before?.measure?.value).toBe(210);
    },
  );
});
