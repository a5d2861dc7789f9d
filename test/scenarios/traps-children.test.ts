/** Patients 4 and 5: the twins and Chloe Barton. */
import { describe, expect, it } from 'vitest';
import {
  all,
  allergies,
  codesOf,
  letterTexts,
  medicine,
  record,
  results,
  scenario,
  variant,
} from './find.ts';

const vaccinesAt = (key: string, source: 'hollow-way' | 'oxford-health') =>
  all(key, source, 'Immunization').map(({ vaccineCode }) => vaccineCode.text ?? '');

describe('Ayaan and Aryan Malik', () => {
  it('are twins: same family name, birth date and address, different numbers', () => {
    const [ayaan, aryan] = [scenario('ayaan').host, scenario('aryan').host];
    expect(ayaan.birthDate).toBe('2022-09-09');
    expect(aryan.birthDate).toBe(ayaan.birthDate);
    expect(aryan.address).toEqual(ayaan.address);
    expect([scenario('ayaan').nhsNumber, scenario('aryan').nhsNumber]).toEqual([
      '9990000042',
      '9990000050',
    ]);
  });

  it('differ: peanut anaphylaxis for Ayaan, an amoxicillin rash for Aryan', () => {
    const first = allergies('ayaan', 'hollow-way')[0];
    expect(codesOf(first?.code)).toEqual(['91935009']);
    expect(codesOf(first?.reaction?.[0]?.manifestation[0])).toEqual(['39579001']);
    const second = allergies('aryan', 'hollow-way')[0];
    expect(codesOf(second?.code)).toEqual(['294505008']);
    expect(codesOf(second?.reaction?.[0]?.manifestation[0])).toEqual(['271807003']);
  });

  it('give Ayaan a 150 microgram auto-injector and a weight of 16.2 kg on 02-Nov', () => {
    expect(medicine('ayaan', 'hollow-way', 'Adrenaline').dose).toMatch(/^150 micrograms/);
    const [weight] = results('ayaan', 'ouh', '29463-7');
    expect([weight?.valueQuantity?.value, weight?.valueQuantity?.unit]).toEqual([16.2, 'kg']);
    expect(weight?.effectiveDateTime).toMatch(/^2026-11-02/);
  });

  it('have Ayaan’s MMR at Oxford Health and not at the practice', () => {
    expect(vaccinesAt('ayaan', 'hollow-way').length).toBeGreaterThan(5);
    expect(vaccinesAt('ayaan', 'hollow-way').filter((name) => name.startsWith('MMR'))).toEqual([]);
    expect(vaccinesAt('ayaan', 'oxford-health')).toHaveLength(1);
    expect(vaccinesAt('ayaan', 'oxford-health')[0]).toMatch(/^MMR/);
  });

  it('are on a child-protection plan since 04-Aug', () => {
    for (const key of ['ayaan', 'aryan']) {
      const [plan] = all(key, 'social-care', 'CarePlan');
      expect([plan?.title, plan?.period?.start]).toEqual(['Child protection plan', '2026-08-04']);
      expect(all(key, 'social-care', 'Flag')[0]?.category?.[0]?.coding?.[0]?.code).toBe('safety');
    }
  });

  it('have, in the variant, exactly one of Aryan’s resources among Ayaan’s', () => {
    const mixed = variant('ayaan', 'aryan-in-ayaan').records?.ouh;
    const own = record('ayaan', 'ouh');
    const foreign = (mixed?.resources ?? []).filter((one) => !own.resources.includes(one));
    expect(mixed?.localId).toBe(own.localId);
    expect(foreign).toHaveLength(1);
    expect(JSON.stringify(foreign)).toContain(`Patient/${record('aryan', 'ouh').localId}`);
  });
});

describe('Chloe Barton', () => {
  it('is fifteen today', () => {
    expect(scenario('chloe').host.birthDate).toBe('2011-03-19');
  });

  it('has asthma, salbutamol and withheld items at the practice', () => {
    expect(record('chloe', 'hollow-way').withheld).toBe('confidential-items');
    const problems = all('chloe', 'hollow-way', 'Condition').flatMap(({ code }) => codesOf(code));
    expect(problems).toContain('195967001');
    expect(medicine('chloe', 'hollow-way', 'Salbutamol').name).toContain('100micrograms/dose');
  });

  it('has fluoxetine 20 mg daily and a safety plan at Oxford Health only', () => {
    expect(medicine('chloe', 'oxford-health', 'Fluoxetine').dose).toBe('20 mg daily');
    expect(all('chloe', 'oxford-health', 'CarePlan').map(({ title }) => title)).toEqual([
      'Safety plan',
    ]);
    expect(JSON.stringify(record('chloe', 'hollow-way'))).not.toMatch(/[Ff]luoxetine/);
  });

  it('has labels that say “Oxford Health” and no more', () => {
    const { resources } = record('chloe', 'oxford-health');
    const titles = all('chloe', 'oxford-health', 'DocumentReference').map(
      ({ description }) => description,
    );
    expect(titles).toEqual(['Clinic letter']);
    expect(all('chloe', 'oxford-health', 'Encounter')[0]?.type?.[0]?.text).toBe('Review');
    const letterhead = letterTexts(resources).map((text) => text.split('\n').slice(0, 2));
    expect(letterhead).toEqual([['CLINIC LETTER', 'Oxford Health']]);
  });
});
