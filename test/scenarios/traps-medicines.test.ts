/** Patients 6 to 8: Priya Nair, Liam O'Rourke, Harold Finch. */
import { describe, expect, it } from 'vitest';
import { sourceProfiles } from '../../mocks/scenarios/sources.ts';
import { all, allergies, codesOf, medicine, medicines, record, results, scenario } from './find.ts';

describe('Priya Nair', () => {
  it('is due 14-Feb-2027 at OUH and was due 02-Mar-2025 at the practice', () => {
    expect(results('priya', 'ouh', '11778-8').map((one) => one.valueDateTime)).toEqual([
      '2027-02-14',
    ]);
    expect(results('priya', 'hollow-way', '11778-8').map((one) => one.valueDateTime)).toEqual([
      '2025-03-02',
    ]);
  });

  it('is 28 weeks today by that due date', () => {
    const daysLeft = (Date.UTC(2027, 1, 14) - Date.UTC(2026, 10, 22)) / 86_400_000;
    expect((280 - daysLeft) / 7).toBe(28);
    const notes = all('priya', 'ouh', 'Condition').map(({ note }) => note?.[0]?.text ?? '');
    expect(notes.join()).toContain('28 weeks on 22-Nov-2026');
  });

  it('has valproate on repeat at the practice, stopped by OUH on 11-Mar-2024', () => {
    const repeat = medicine('priya', 'hollow-way', 'Sodium valproate');
    expect([repeat.status, repeat.dose]).toEqual(['active', '500 mg twice daily']);
    const stopped = medicine('priya', 'ouh', 'Sodium valproate');
    expect([stopped.status, stopped.end]).toEqual(['stopped', '2024-03-11']);
    expect(medicine('priya', 'ouh', 'Lamotrigine').dose).toBe('150 mg twice daily');
  });

  it('has enoxaparin 40 mg daily from the hospital only', () => {
    expect(medicine('priya', 'ouh', 'Enoxaparin').dose).toMatch(/^40 mg daily/);
    const gp = medicines('priya', 'hollow-way').map(({ name }) => name);
    expect(gp.length).toBeGreaterThan(0);
    expect(gp.filter((name) => name.startsWith('Enoxaparin'))).toEqual([]);
  });

  it('is RhD negative and had anti-D on 16-Nov', () => {
    expect(results('priya', 'ouh', '10331-7').map((one) => one.valueCodeableConcept?.text)).toEqual(
      ['RhD negative'],
    );
    expect(medicine('priya', 'ouh', 'Anti-D').date).toBe('2026-11-16');
  });

  it('needs a Malayalam interpreter', () => {
    expect(scenario('priya').demographics.communication?.[0]?.language.coding?.[0]?.code).toBe(
      'ml',
    );
    const flags = all('priya', 'ouh', 'Flag').map(({ code }) => code.text);
    expect(flags.join()).toContain('Malayalam');
  });
});

describe("Liam O'Rourke", () => {
  it('is “Liam ORourke” on the host and William, usually Liam, to the demographics service', () => {
    const { host, demographics } = scenario('liam');
    expect([host.name?.[0]?.given?.[0], host.name?.[0]?.family]).toEqual(['Liam', 'ORourke']);
    expect(demographics.name?.map(({ use, given, family }) => [use, given?.[0], family])).toEqual([
      ['official', 'William', "O'Rourke"],
      ['usual', 'Liam', "O'Rourke"],
    ]);
  });

  it('has clozapine at Oxford Health only, and a depot stopped in 2022', () => {
    expect(medicine('liam', 'oxford-health', 'Clozapine').dose).toBe(
      '150 mg morning; 250 mg night',
    );
    const depot = medicine('liam', 'oxford-health', 'Zuclopenthixol');
    expect([depot.status, depot.end?.slice(0, 4)]).toEqual(['stopped', '2022']);
    const elsewhere = [...medicines('liam', 'hollow-way'), ...medicines('liam', 'ouh')];
    expect(elsewhere.filter(({ name }) => name.startsWith('Cloz'))).toEqual([]);
    expect(elsewhere.length).toBeGreaterThan(0);
  });

  it('was given ciprofloxacin on 18-Nov and stopped smoking on 01-Nov', () => {
    const ciprofloxacin = medicine('liam', 'hollow-way', 'Ciprofloxacin');
    expect([ciprofloxacin.dose, ciprofloxacin.date]).toEqual(['500 mg twice daily', '2026-11-18']);
    const smoking = results('liam', 'hollow-way', '72166-2').at(-1);
    expect(codesOf(smoking?.valueCodeableConcept)).toEqual(['8517006']);
    expect(smoking?.note?.[0]?.text).toContain('01-Nov-2026');
  });

  it('has neutrophils of 2.9, 2.1, 1.6 and a provisional 1.3, in two spellings of the unit', () => {
    const counts = [
      ...results('liam', 'oxford-health', '751-8'),
      ...results('liam', 'ouh', '751-8'),
    ]
      .sort((a, b) => (a.effectiveDateTime ?? '').localeCompare(b.effectiveDateTime ?? ''))
      .map(({ valueQuantity, status }) => [valueQuantity?.value, valueQuantity?.unit, status]);
    expect(counts).toEqual([
      [2.9, '10*9/L', 'final'],
      [2.1, '10^9/L', 'final'],
      [1.6, '10*9/L', 'final'],
      [1.3, '10^9/L', 'preliminary'],
    ]);
  });

  it('was asked by the nurse at 09:10', () => {
    expect(scenario('liam').encounters.epr?.reasonCode?.[0]?.text).toMatch(/Ben Carver.*09:10/);
  });
});

describe('Harold Finch', () => {
  it('is registered at a practice that has not agreed to share', () => {
    expect(scenario('harold').practice).toBe('bury-knowle');
    expect(sourceProfiles['bury-knowle'].agreedToShare).toBe(false);
    expect(scenario('harold').hosts).toEqual(['epr']);
    expect(scenario('harold').records['hollow-way']).toBeUndefined();
  });

  it('has methotrexate 15 mg weekly on Monday at OUH and daily at Oxford Health', () => {
    expect(medicine('harold', 'ouh', 'Methotrexate').dose).toBe(
      '15 mg weekly, Monday (six 2.5 mg tablets)',
    );
    expect(medicine('harold', 'oxford-health', 'Methotrexate').dose).toBe('15 mg daily');
    const repeat = all('harold', 'ouh', 'MedicationStatement')[0]?.dosage?.[0]?.timing?.repeat;
    expect([repeat?.periodUnit, repeat?.dayOfWeek]).toEqual(['wk', ['mon']]);
  });

  it('has folic acid on Friday and adalimumab every fortnight', () => {
    expect(medicine('harold', 'ouh', 'Folic acid').dose).toBe('5 mg weekly, Friday');
    expect(medicine('harold', 'ouh', 'Adalimumab').dose).toMatch(/^40 mg fortnightly/);
  });

  it('has OUH allergies that are only “nilknown”, no entry; the real one stays at the practice', () => {
    expect(record('harold', 'ouh').emptySections).toEqual([
      { section: '48765-2', emptyReason: 'nilknown' },
    ]);
    expect(allergies('harold', 'ouh')).toEqual([]);
    expect(allergies('harold', 'oxford-health')).toEqual([]);
    expect(allergies('harold', 'bury-knowle')).toHaveLength(1);
  });
});
