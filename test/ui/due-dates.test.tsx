/** Two dates beside each other: a due date, and when that was recorded. */
import { within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { open, section } from './all-answered.tsx';
import { oh, on, ouh } from './fixtures.ts';
import { heard } from './heard.ts';
import { entry } from './items.ts';

const delivery = (value: string, due: string, date: string, source: string) =>
  entry('pregnancy', 'Estimated date of delivery', {
    ...{ value, due: on(due), date: on(date), source },
  });
const passed = () => delivery('02-Mar-2025', '2025-03-02', '2024-07-30', oh.id);
const coming = () => delivery('14-Feb-2027', '2027-02-14', '2026-07-28', ouh.id);

describe('Priya: two due dates', () => {
  const sides = () => {
    const [first] = section('Differences').getAllByRole('listitem');
    return within(first ?? document.body)
      .getAllByRole('listitem')
      .map(heard);
  };

  it('stand among the differences with when each was recorded, and that one has passed', () => {
    open(passed(), coming());
    expect(sides()).toEqual([
      'Oxford University Hospitals Estimated date of delivery: 14-Feb-2027 · recorded 28 July 2026',
      'Oxford Health Estimated date of delivery: 02-Mar-2025 · the due date has passed · recorded 30 July 2024',
    ]);
  });

  it('are each said once in their own section, and no other date without a word', () => {
    open(passed(), coming());
    const words = section('Pregnancy')
      .getAllByRole('listitem')
      .map((line) => line.textContent);
    expect(words.find((each) => each.includes('2027'))).toMatch(
      /delivery: 14-Feb-2027 recorded 28-Jul-2026/,
    );
    expect(words.find((each) => each.includes('2025'))).toMatch(
      /delivery: 02-Mar-2025 · the due date has passed recorded 30-Jul-2024/,
    );
  });

  it('leaves the date of what is no date as it was', () => {
    open(entry('pregnancy', 'Pregnancy', { value: 'Third', due: on('2027-02-14') }));
    expect(section('Pregnancy').getByRole('listitem')).toHaveTextContent(
      'Pregnancy: Third · due 14-Feb-2027 28-Oct-2026',
    );
  });
});

describe('Margaret: two decisions', () => {
  it('stand among the differences with when each was recorded', () => {
    const decision = (value: string, date: string, source: string) =>
      entry('emergency-plan', 'ReSPECT', {
        ...{ role: 'resuscitation', value, source, date: on(date) },
        note: 'Agreed on 10-Oct-2026',
      });
    open(decision('For CPR', '2023-05-16', oh.id), decision('Not for CPR', '2026-10-10', ouh.id));
    expect(section('Differences').getByText(/Not for CPR/)).toHaveTextContent(
      'ReSPECT: Not for CPR · Agreed on 10-Oct-2026 · recorded 10-Oct-2026',
    );
  });
});
