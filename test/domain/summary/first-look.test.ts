import { describe, expect, it } from 'vitest';
import { firstLook, hasPassed } from '../../../src/domain/summary/first-look.ts';
import type { Entry, Item, Result } from '../../../src/domain/summary/item.ts';
import { emptySummary } from '../../../src/domain/summary/summary.ts';
import { now, oh, on, ouh } from '../../ui/fixtures.ts';
import { entry, gracesItems, medication, result } from '../../ui/items.ts';

const critical = [{ name: 'Anticoagulants', words: ['warfarin', 'apixaban'] }];
const look = (...items: readonly Item[]) => firstLook({ ...emptySummary, items }, critical, now);
const titles = (rows: readonly { readonly items: readonly Item[] }[]) =>
  rows.map(({ items }) => items.map(({ title }) => title).join(', '));

describe('the first look at plans', () => {
  const plan = (title: string, date: string, part: Partial<Entry> = {}) =>
    entry('emergency-plan', title, { date: on(date), ...part });
  const resuscitation = { role: 'resuscitation' } as const;

  it('has resuscitation first, every version, newest first: Margaret’s two', () => {
    const { plans } = look(
      plan('Emergency health care plan', '2026-11-01'),
      plan('ReSPECT 2023', '2023-05-02', { ...resuscitation, source: oh.id }),
      plan('ReSPECT 2026', '2026-10-10', { ...resuscitation, source: ouh.id }),
      entry('care-plan', 'DNACPR', { ...resuscitation, date: on('2025') }),
    );
    expect(titles(plans)).toEqual([
      'ReSPECT 2026',
      'DNACPR',
      'ReSPECT 2023',
      'Emergency health care plan',
    ]);
  });

  it.each(['past', 'not-done', 'planned'] as const)('has none that is %s', (standing) => {
    expect(look(plan('ReSPECT', '2026', { ...resuscitation, standing })).plans).toEqual([]);
  });
});

describe('the first look at the rest', () => {
  it('has Grace’s two anticoagulants, of all her drugs', () => {
    const grace = look(...gracesItems());
    expect(grace.critical.map(({ name }) => name)).toEqual(['Apixaban', 'Warfarin']);
    expect(grace.drugs).toBe(3);
  });

  it('has no critical drug that everybody stopped', () => {
    expect(look(medication('Warfarin', { status: 'stopped' })).critical).toEqual([]);
    expect(look(medication('Warfarin', { status: 'not-stated' })).critical).toHaveLength(1);
  });

  it('has alerts that hold, and no others', () => {
    const standings = ['current', 'past', 'planned', 'not-done', 'not-stated'] as const;
    const alerts = standings.map((standing) => entry('alert', standing, { standing }));
    expect(titles(look(...alerts).alerts)).toEqual(['current']);
  });

  it('has the pregnancy that is not over, and tells whose due date has passed: Priya', () => {
    const due = (date: string, part: Partial<Entry> = {}) =>
      entry('pregnancy', 'Pregnant', { due: on(date), ...part });
    const { pregnancy } = look(
      due('2027-02-14'),
      due('2025-03-02'),
      due('2020', { standing: 'past' }),
    );
    expect(pregnancy).toHaveLength(2);
    expect(
      [on('2025-03-02'), on('2025'), on('2026-11-21')].map((day) => hasPassed(day, now)),
    ).toEqual([true, true, true]);
    expect(
      [on('2027-02-14'), on('2026-11-22'), on('2026-11'), on('2026')].some((day) =>
        hasPassed(day, now),
      ),
    ).toBe(false);
  });

  it('has admissions and attendances of thirty days, and those that go on', () => {
    const stay = (title: string, date: string, part: Partial<Entry> = {}) =>
      entry('encounter', title, { role: 'admission', standing: 'past', date: on(date), ...part });
    const { admissions } = look(
      stay('Goes on', '2026-06-01', { standing: 'current' }),
      stay('Left lately', '2026-09-01', { ended: on('2026-11-12') }),
      stay('Long ago', '2026-09-01', { ended: on('2026-09-12') }),
      stay('Attended', '2026-11-20', { role: 'emergency-attendance' }),
      stay('Never came', '2026-11-20', { standing: 'not-done' }),
      entry('encounter', 'Clinic', { date: on('2026-11-20') }),
    );
    expect(titles(admissions)).toEqual(['Attended', 'Left lately', 'Goes on']);
  });

  it('has the care coordinator of now', () => {
    const role = 'care-coordinator';
    const { coordinators } = look(
      entry('contact', 'Jo', { role }),
      entry('contact', 'Bo', { role, standing: 'past' }),
      entry('contact', 'Mo', { role: 'next-of-kin' }),
    );
    expect(titles(coordinators)).toEqual(['Jo']);
  });
});

describe('key results', () => {
  const high = { flag: { words: 'High', normal: false } };
  const value = (title: string, date: string, amount: string, part: Partial<Result> = {}) =>
    result(title, { date: on(date), value: amount, ...part });
  const seen = (...items: readonly Item[]) =>
    look(...items).results.map(({ newest, before }) => {
      const [item] = newest.items;
      return `${item.title} ${item.value ?? ''} (${before?.value ?? 'none before'})`;
    });

  it('are each test once, with the value before it: Grace’s potassium', () => {
    expect(seen(...gracesItems())).toEqual([
      'eGFR 38 mL/min/1.73 m² (none before)',
      'Potassium 4.6 mmol/L (6.1 mmol/L)',
    ]);
  });

  it('are the flagged ones before the others, six at most, of the last twelve months', () => {
    const days = ['01', '02', '03', '04', '05', '06', '07'];
    const tests = days.map((day) => value(`Test ${day}`, `2026-11-${day}`, '1'));
    const found = seen(
      ...tests,
      value('Flagged', '2025-11-22', '9', high),
      value('Too old', '2025-11-21', '9', high),
      value('Not measured', '2026-11-21', '', { value: null }),
    );
    expect(found).toHaveLength(6);
    expect(found.slice(0, 2)).toEqual(['Flagged 9 (none before)', 'Test 07 1 (none before)']);
  });

  it('have nothing before them in another unit', () => {
    const measured = (date: string, unit: string) =>
      value('Glucose', date, `5 ${unit}`, {
        measure: { value: 5, unit, unitCode: null, comparator: null, low: null, high: null },
      });
    const [newest, other] = [measured('2026-11-20', 'mmol/L'), measured('2026-11-01', 'mg/dL')];
    expect(seen(newest, other)).toEqual(['Glucose 5 mmol/L (none before)']);
    expect(seen(newest, other, measured('2026-10-01', 'mmol/l'))).toEqual([
      'Glucose 5 mmol/L (5 mmol/l)',
    ]);
  });
});
