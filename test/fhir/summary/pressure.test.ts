/** A blood pressure as everybody writes it, where nothing else is said of it. */
import { describe, expect, it } from 'vitest';
import { codeSystem } from '../../../src/fhir/systems.ts';
import { one, sections, subject } from './sample.ts';

const loinc = 'http://loinc.org';
const part = (code: string, text: string, value: number, more = {}) => ({
  code: { coding: [{ system: loinc, code }], text },
  valueQuantity: { value, unit: 'mmHg' },
  ...more,
});
const systolic = part('8480-6', 'Systolic blood pressure', 128);
const diastolic = part('8462-4', 'Diastolic blood pressure', 70);
const sent = (part: typeof systolic, value: object) => ({ code: part.code, ...value });
const mmHg = (value: number) => ({ value, unit: 'mmHg' });
const between = (low: number, high: number) => ({
  valueRange: { low: mmHg(low), high: mmHg(high) },
});
const toOne = (value: number) => ({
  valueRatio: { numerator: mmHg(value), denominator: { value: 1 } },
});
const apart = 'Systolic blood pressure 128 mmHg, Diastolic blood pressure 70 mmHg';

const valueOf = (...component: readonly object[]) =>
  one(
    {
      ...{ resourceType: 'Observation', status: 'final', subject },
      ...{ code: { text: 'Blood pressure' }, component },
    },
    sections.vitals,
  );

describe('a blood pressure', () => {
  it('is one value, with its parts behind it', () => {
    expect(valueOf(systolic, diastolic)).toMatchObject({
      value: '128/70 mmHg',
      parts: [{ value: '128 mmHg' }, { value: '70 mmHg' }],
    });
  });

  it('is the same whichever of them comes first, and by SNOMED CT', () => {
    const snomed = (code: string, text: string, value: number) => ({
      ...part(code, text, value),
      code: { coding: [{ system: codeSystem.snomed, code }], text },
    });
    const other = [snomed('271650006', 'Diastolic', 70), snomed('271649006', 'Systolic', 128.5)];
    expect(valueOf(...other)).toMatchObject({ value: '128.5/70 mmHg' });
  });

  it.each([
    ['another part', [systolic, diastolic, part('8478-0', 'Mean', 89)], `${apart}, Mean 89 mmHg`],
    ['one part alone', [systolic], 'Systolic blood pressure 128 mmHg'],
    [
      'another unit',
      [systolic, { ...diastolic, valueQuantity: { value: 9, unit: 'kPa' } }],
      'Systolic blood pressure 128 mmHg, Diastolic blood pressure 9 kPa',
    ],
    [
      'a limit',
      [{ ...systolic, valueQuantity: { value: 60, comparator: '<', unit: 'mmHg' } }, diastolic],
      'Systolic blood pressure < 60 mmHg, Diastolic blood pressure 70 mmHg',
    ],
    [
      'a position',
      [part('8480-6', 'Standing systolic blood pressure', 128), diastolic],
      'Standing systolic blood pressure 128 mmHg, Diastolic blood pressure 70 mmHg',
    ],
    [
      'ranges',
      [sent(systolic, between(120, 140)), sent(diastolic, between(70, 140))],
      'Systolic blood pressure 120 to 140 mmHg, Diastolic blood pressure 70 to 140 mmHg',
    ],
    [
      'ratios',
      [sent(systolic, toOne(128)), sent(diastolic, toOne(70))],
      'Systolic blood pressure 128 mmHg : 1, Diastolic blood pressure 70 mmHg : 1',
    ],
    [
      'words that begin with a number',
      [
        sent(systolic, { valueString: '128 to 140 mmHg' }),
        sent(diastolic, { valueString: '70 to 140 mmHg' }),
      ],
      'Systolic blood pressure 128 to 140 mmHg, Diastolic blood pressure 70 to 140 mmHg',
    ],
    ['words that look like it', [sent(systolic, { valueString: '128 mmHg' }), diastolic], apart],
    [
      'bare numbers',
      [sent(systolic, { valueInteger: 128 }), sent(diastolic, { valueInteger: 70 })],
      'Systolic blood pressure 128, Diastolic blood pressure 70',
    ],
    ['a flag', [{ ...systolic, interpretation: [{ text: 'High' }] }, diastolic], apart],
    ['a range', [systolic, { ...diastolic, referenceRange: [{ text: 'under 80' }] }], apart],
    ['other codes', [part('1-1', 'Systolic blood pressure', 128), diastolic], apart],
  ])('is left as it was sent with %s', (_, component, value) => {
    expect(valueOf(...component)).toMatchObject({ value });
  });
});
