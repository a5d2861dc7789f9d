import { describe, expect, it } from 'vitest';
import { clinicalSystem } from '../../../src/fhir/clinical-systems.ts';
import { one, sections, shown, subject } from './sample.ts';

const condition = { resourceType: 'Condition', subject, code: { text: 'Asthma' } };
const observation = {
  resourceType: 'Observation',
  status: 'final',
  subject,
  code: { text: 'Potassium' },
};
const mmol = { unit: 'mmol/L', system: clinicalSystem.ucum, code: 'mmol/L' };

describe('results', () => {
  it('shows value, unit, the source’s range and its flag as sent', () => {
    const item = one(
      {
        ...observation,
        valueQuantity: { value: 6.1, ...mmol },
        referenceRange: [{ low: { value: 3.5, ...mmol }, high: { value: 5.3, ...mmol } }],
        interpretation: [{ coding: [{ system: clinicalSystem.interpretation, code: 'H' }] }],
        note: [{ text: 'Sample haemolysed' }],
      },
      sections.results,
    );
    expect(item).toMatchObject({
      value: '6.1 mmol/L',
      range: '3.5 to 5.3 mmol/L',
      flag: { words: 'High', normal: false },
      status: null,
      note: 'Sample haemolysed',
    });
  });

  it('computes no flag from a range', () => {
    const item = one(
      {
        ...observation,
        valueQuantity: { value: 9.9, ...mmol },
        referenceRange: [{ high: { value: 5.3, ...mmol } }],
      },
      sections.results,
    );
    expect(item).toMatchObject({ flag: null });
  });

  it('a preliminary result says so', () => {
    expect(
      one({ ...observation, status: 'preliminary', valueString: 'x' }, sections.results),
    ).toMatchObject({ status: 'Preliminary' });
  });

  it.each([
    [{ value: 25, unit: 'µg' }, '25 micrograms'],
    [{ value: 0.5, unit: 'mg' }, '0.5 mg'],
    [{ value: 2.9, unit: '1', code: '1', system: clinicalSystem.ucum }, '2.9'],
    [{ value: 60, code: 'ug/h', system: clinicalSystem.ucum }, '60 micrograms/hour'],
    [{ value: 5, comparator: '<', unit: 'mg/L' }, '< 5 mg/L'],
    [{ value: 7.5, unit: '%' }, '7.5%'],
  ])('writes %j as %s', (valueQuantity, expected) => {
    expect(one({ ...observation, valueQuantity }, sections.results)).toMatchObject({
      value: expected,
    });
  });

  it('a number that can not be written plainly is not shown', () => {
    const { items, unshown } = shown(
      { ...observation, valueQuantity: { value: 1e30, unit: 'g' } },
      sections.results,
    );
    expect(items).toEqual([]);
    expect(unshown).toMatchObject([{ because: 'not-understood' }]);
  });

  it('shows the parts of a blood pressure together', () => {
    const part = (text: string, value: number) => ({
      code: { text },
      valueQuantity: { value, unit: 'mmHg' },
    });
    const component = [part('Systolic', 182), part('Diastolic', 96)];
    expect(one({ ...observation, component }, sections.results)).toMatchObject({
      value: 'Systolic 182 mmHg, Diastolic 96 mmHg',
    });
  });

  it('does not pass vital signs off as results', () => {
    const { items, unshown } = shown({ ...observation, valueString: 'x' }, sections.vitals);
    expect(items).toMatchObject([{ kind: 'vital', value: 'x' }]);
    expect(unshown).toEqual([]);
  });
});

describe('what sources type', () => {
  it('cannot turn round or hide the words next to it', () => {
    const item = one(
      { ...condition, code: { text: 'No\u202E asthma\u0000\u200B here' } },
      sections.problems,
    );
    expect(item.title).toBe('No asthma here');
  });

  it('is cut where it is endless, and the cut shows', () => {
    const item = one({ ...condition, code: { text: 'a'.repeat(100_000) } }, sections.problems);
    expect(item.title).toHaveLength(500);
    expect(item.title.endsWith('…')).toBe(true);
  });
});
