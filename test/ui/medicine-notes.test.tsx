/** What a source adds to a medicine settles what is done: it stands wherever the medicine does. */
import { within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { open, section } from './all-answered.tsx';
import { oh, on, ouh } from './fixtures.ts';
import { heard } from './heard.ts';
import { medication } from './items.ts';

const hospital = { source: ouh.id };
const code = { system: 'https://dmd.nhs.uk', code: '1', display: null };
const apixaban = { codes: [code], dose: '5 mg twice daily' };
const told = 'As told by the patient';

describe('what a source adds to a medicine', () => {
  const critical = () => section('Critical medicines').getAllByRole('listitem').slice(1).map(heard);
  const sides = () => {
    const [first] = section('Differences').getAllByRole('listitem');
    return within(first ?? document.body)
      .getAllByRole('listitem')
      .map(heard);
  };

  it('Harold: stands on its line in the first look', () => {
    open(medication('Warfarin', { source: oh.id, dose: '15 mg daily', note: told }));
    expect(critical()[0]).toBe(`Oxford Health 15 mg daily · ${told}`);
  });

  it('Harold: stands among the differences, with all that Medicines says of it', () => {
    open(
      medication('Warfarin', {
        ...{ source: oh.id, dose: '15 mg daily', note: told, form: 'oral solution' },
        ...{ course: 'Acute', quantity: '30 mL', author: 'Dr Amina Mensah' },
      }),
      medication('Warfarin', { ...hospital, dose: '15 mg weekly' }),
    );
    expect(sides()).toContain(
      `Oxford Health 15 mg daily · oral solution · Acute · 30 mL · by Dr Amina Mensah · ${told}`,
    );
  });

  it('Margaret: is said with whose word it is, on a line of several sources', () => {
    open(
      medication('Apixaban 5 mg tablets', { ...apixaban, ...hospital }),
      medication('Apixaban 5 mg tablets', {
        ...{ ...apixaban, source: oh.id, date: on('2020') },
        note: 'Time critical: give within 30 minutes',
      }),
    );
    expect(critical()[0]).toBe(
      'Oxford University Hospitals Oxford Health 5 mg twice daily · OH: Time critical: give within 30 minutes',
    );
  });

  it('is said once where all say it', () => {
    open(
      medication('Apixaban 5 mg tablets', { ...apixaban, ...hospital, note: told }),
      medication('Apixaban 5 mg tablets', { ...apixaban, source: oh.id, note: told }),
    );
    expect(critical()[0]).toMatch(new RegExp(`daily · ${told}$`));
  });

  it('keeps two strengths apart where it is said of one', () => {
    open(
      medication('Warfarin 1 mg tablets', { dose: 'as per INR' }),
      medication('Warfarin 3 mg tablets', { dose: 'as per INR', note: told }),
    );
    expect(critical()).toEqual([
      'Hollow Way Medical Centre 1 mg tablets: as per INR',
      `Hollow Way Medical Centre 3 mg tablets: as per INR · ${told}`,
    ]);
  });

  it('takes no room for a repeat, which goes on as listed; what is none is said', () => {
    open(
      medication('Warfarin', { dose: 'as per INR', course: 'Repeat' }),
      medication('Insulin', { dose: '4 units', course: 'Delayed prescription' }),
    );
    expect(critical().join('; ')).toMatch(/as per INR;.*4 units · Delayed prescription/);
  });

  it.each([
    'Repeat',
    'repeat',
    'Repeat dispensing',
    'Repeat, Prescribed at GP practice',
    'Continuous long term therapy',
  ])('takes no room for %j alone', (course) => {
    open(medication('Warfarin', { dose: '3 mg', course }));
    expect(critical().join('; ')).toMatch(/3 mg$/);
  });

  it.each([
    'Repeat - suspended',
    'Repeat dispensing, stopped by GP',
    'Continuous until surgery',
    'Repeated short courses',
  ])('tells %j, which is more than a repeat', (course) => {
    open(medication('Warfarin', { dose: '3 mg', course }));
    expect(critical().join('; ')).toMatch(new RegExp(`3 mg · ${course}$`));
  });

  it('keeps a line that says the same dose from being cut short', () => {
    const lines = Array.from({ length: 14 }, (_, at) =>
      medication('Warfarin', { dose: '3 mg', note: at === 13 ? told : null }),
    );
    open(...lines, medication('Warfarin', { ...hospital, dose: '5 mg' }));
    expect(critical().join('; ')).toContain(told);
    expect(sides().join('; ')).toContain(told);
  });
});
