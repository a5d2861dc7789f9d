import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/domain/summary/item.ts';
import { timelineOf } from '../../../src/domain/summary/timeline.ts';
import { on, ouh } from '../../ui/fixtures.ts';
import { entry, medication, problem } from '../../ui/items.ts';

const day = (at: number) => new Date(at).toISOString().slice(0, 10);
const shown = (...items: readonly Item[]) =>
  timelineOf({ items }).events.map(
    ({ lane, item, from, to, isSpan }) =>
      `${lane} ${item.title} ${day(from)}${isSpan ? ` to ${to === null ? 'now' : day(to)}` : ''}`,
  );
const admitted = { role: 'admission', date: on('2026-11-01') } as const;

describe('the timeline', () => {
  it('shows spans and moments, newest first', () => {
    expect(
      shown(
        problem('Asthma', { date: on('2004') }),
        entry('encounter', 'Ward', { ...admitted, standing: 'past', ended: on('2026-11-12') }),
        entry('encounter', 'Clinic', { standing: 'past', date: on('2026-11-15') }),
        medication('Ramipril', { started: on('2020-05'), date: on('2021') }),
      ),
    ).toEqual([
      'visit Clinic 2026-11-15',
      'admission Ward 2026-11-01 to 2026-11-12',
      'medicine Ramipril 2020-05-01 to now',
      'diagnosis Asthma 2004-01-01 to now',
    ]);
  });

  it('lets nothing go on that is over, or that nobody says goes on', () => {
    expect(
      shown(
        entry('encounter', 'Ward', { ...admitted, standing: 'past' }),
        problem('Pneumonia', { status: 'past', date: on('2019-01-10') }),
        medication('Senna', { status: 'not-stated', date: on('2018-01-01') }),
        medication('Haloperidol', { status: 'stopped', date: on('2017-01-01') }),
      ),
    ).toEqual([
      'admission Ward 2026-11-01',
      'diagnosis Pneumonia 2019-01-10',
      'medicine Senna 2018-01-01',
      'medicine Haloperidol 2017-01-01',
    ]);
  });

  it('leaves out what did not happen, was refuted or was never taken', () => {
    expect(
      shown(
        entry('encounter', 'Clinic', { standing: 'not-done' }),
        entry('encounter', 'Clinic', { standing: 'planned' }),
        problem('Myocardial infarction', { status: 'past', certainty: 'Refuted' }),
        medication('Statin', { status: 'not-taken' }),
      ),
    ).toEqual([]);
  });

  it('counts what has no date, and shows once what two sources say alike', () => {
    const codes = [{ system: 'http://snomed.info/sct', code: '195967001', display: null }];
    const items = [
      problem('Eczema', { date: null }),
      problem('Asthma', { codes }),
      problem('Asthma', { codes, source: ouh.id }),
    ];
    expect(shown(...items)).toHaveLength(1);
    expect(timelineOf({ items }).undated).toBe(1);
  });
});
