/** Patients 1 to 3: each trap of the stories, found in the data. */
import { describe, expect, it } from 'vitest';
import {
  all,
  allergies,
  codesOf,
  letterTexts,
  medicine,
  medicines,
  record,
  results,
  scenario,
} from './find.ts';

const values = (key: string, source: 'hollow-way' | 'ouh', loinc: string) =>
  results(key, source, loinc).map((result) => [
    result.effectiveDateTime?.slice(0, 10),
    result.valueQuantity?.value,
  ]);

describe('Grace Okafor', () => {
  it('has two anticoagulants: warfarin on the GP list, apixaban from the hospital', () => {
    const warfarin = medicines('grace', 'hollow-way').filter(({ name }) => name.startsWith('Warf'));
    expect(warfarin.map(({ name, dose, status, date }) => [name, dose, status, date])).toEqual([
      ['Warfarin 1mg tablets', 'As per INR', 'active', '2026-10-28'],
      ['Warfarin 3mg tablets', 'As per INR', 'active', '2026-10-28'],
    ]);
    const stopped = medicine('grace', 'ouh', 'Warfarin');
    expect([stopped.status, stopped.date]).toEqual(['stopped', '2026-11-12']);
    expect(stopped.why).toMatch(/bleed/);
    const apixaban = medicine('grace', 'ouh', 'Apixaban');
    expect([apixaban.status, apixaban.dose]).toEqual(['active', '2.5 mg twice daily']);
  });

  it('has bisoprolol at two doses and ramipril stopped for acute kidney injury', () => {
    expect(medicine('grace', 'hollow-way', 'Bisoprolol').dose).toBe('5 mg daily');
    expect(medicine('grace', 'ouh', 'Bisoprolol').dose).toBe('2.5 mg daily');
    expect(medicine('grace', 'hollow-way', 'Ramipril').status).toBe('active');
    const ramipril = medicine('grace', 'ouh', 'Ramipril');
    expect([ramipril.status, ramipril.why]).toEqual(['stopped', 'Acute kidney injury']);
  });

  it('is allergic to penicillin at OUH and to no drug at the practice', () => {
    const [penicillin] = allergies('grace', 'ouh');
    expect(codesOf(penicillin?.code)).toEqual(['91936005']);
    expect(penicillin?.onsetDateTime).toBe('1998');
    expect(codesOf(penicillin?.reaction?.[0]?.manifestation[0])).toEqual(['39579001']);
    const [none] = allergies('grace', 'hollow-way');
    expect(codesOf(none?.code)).toEqual(['409137002']);
    expect(none?.recordedDate).toMatch(/^2011/);
  });

  it('has a haemolysed potassium of 6.1 and then 4.6', () => {
    expect(values('grace', 'ouh', '2823-3')).toEqual([
      ['2026-11-19', 6.1],
      ['2026-11-20', 4.6],
    ]);
    expect(results('grace', 'ouh', '2823-3')[0]?.note?.[0]?.text).toMatch(/haemolysed/);
  });

  it('has an eGFR falling from 52 through 46 and 41 to 38', () => {
    const egfr = [
      ...values('grace', 'hollow-way', '62238-1'),
      ...values('grace', 'ouh', '62238-1'),
    ];
    expect(egfr.map(([, value]) => value)).toEqual([52, 46, 41, 38]);
  });

  it('has heart failure at OUH only, atrial fibrillation and CKD 3b at the practice', () => {
    const gp = all('grace', 'hollow-way', 'Condition').flatMap(({ code }) => codesOf(code));
    expect(gp).toEqual(expect.arrayContaining(['49436004', '700379002']));
    expect(gp).not.toContain('84114007');
    const ouh = all('grace', 'ouh', 'Condition').flatMap(({ code }) => codesOf(code));
    expect(ouh).toContain('84114007');
  });

  it('has nine active problems at the practice, and one entered in error', () => {
    const problems = all('grace', 'hollow-way', 'Condition');
    const status = (code: string) =>
      problems.filter((one) => codesOf(one.clinicalStatus).includes(code)).length;
    expect(status('active')).toBe(9);
    const wrong = problems.filter((one) =>
      codesOf(one.verificationStatus).includes('entered-in-error'),
    );
    expect(wrong.map(({ clinicalStatus }) => clinicalStatus)).toEqual([undefined]);
  });
});

describe('Daniel Whitlock', () => {
  it('arrived at 02:40 with a coma score of 6', () => {
    const [score] = results('daniel', 'ouh', '9269-2');
    expect([score?.effectiveDateTime, score?.valueQuantity?.value]).toEqual([
      '2026-11-22T02:40:00+00:00',
      6,
    ]);
  });

  it('takes insulin and levetiracetam by the GP list; hydrocortisone was last issued 14-Jun', () => {
    expect(medicine('daniel', 'hollow-way', 'Insulin glargine').dose).toBe('22 units nightly');
    expect(medicine('daniel', 'hollow-way', 'Levetiracetam').dose).toBe('750 mg twice daily');
    expect(medicine('daniel', 'hollow-way', 'Hydrocortisone').date).toBe('2026-06-14');
  });

  it('has Addison’s disease, steroids and a steroid alert at OUH only', () => {
    const gp = all('daniel', 'hollow-way', 'Condition').flatMap(({ code }) => codesOf(code));
    expect(gp).toEqual(expect.arrayContaining(['46635009', '84757009']));
    expect(gp).not.toContain('363732003');
    const ouh = all('daniel', 'ouh', 'Condition').flatMap(({ code }) => codesOf(code));
    expect(ouh).toContain('363732003');
    expect(medicine('daniel', 'ouh', 'Hydrocortisone').dose).toMatch(/10 mg.*5 mg.*5 mg/);
    expect(medicine('daniel', 'ouh', 'Fludrocortisone').dose).toBe('100 micrograms daily');
    expect(
      all('daniel', 'ouh', 'Flag')
        .map(({ code }) => code.text)
        .join(),
    ).toMatch(/[Ss]teroid/);
  });

  it('has the metoclopramide reaction only at Oxford Health, which takes eight seconds', () => {
    expect(record('daniel', 'oxford-health').latencyMs).toBe(8_000);
    const [reaction] = allergies('daniel', 'oxford-health');
    expect(reaction?.code?.text).toBe('Metoclopramide');
    expect(reaction?.reaction?.[0]?.manifestation[0]?.text).toBe('Oculogyric crisis');
    expect(allergies('daniel', 'hollow-way')).toEqual([]);
    expect(allergies('daniel', 'ouh')).toEqual([]);
  });

  it('has an overdose in 2025 and a crisis plan there', () => {
    const overdose = all('daniel', 'oxford-health', 'Condition').find(({ code }) =>
      code?.text?.includes('overdose'),
    );
    expect(overdose?.onsetDateTime).toMatch(/^2025/);
    const plans = all('daniel', 'oxford-health', 'CarePlan');
    expect(plans.map(({ title }) => title)).toEqual(['Crisis plan']);
  });

  it('has a social care record that never answers', () => {
    expect(record('daniel', 'social-care').fault).toBe('timeout');
  });
});

describe('Margaret Elwood', () => {
  it('takes co-beneldopa 25/100 at four named hours', () => {
    const [dosage] = all('margaret', 'hollow-way', 'MedicationRequest').flatMap((request) =>
      request.medicationCodeableConcept?.text?.startsWith('Co-beneldopa')
        ? (request.dosageInstruction ?? [])
        : [],
    );
    expect(dosage?.text).toContain('25/100');
    expect(dosage?.timing?.repeat?.timeOfDay).toEqual([
      '07:00:00',
      '11:00:00',
      '15:00:00',
      '19:00:00',
    ]);
  });

  it('has fentanyl 12 at the practice and 25 at OUH, every 72 hours', () => {
    expect(medicine('margaret', 'hollow-way', 'Fentanyl').dose).toMatch(
      /12 micrograms\/hour.*72 hours/,
    );
    expect(medicine('margaret', 'ouh', 'Fentanyl').dose).toMatch(/25 micrograms\/hour.*72 hours/);
    expect(medicine('margaret', 'hollow-way', 'Rivastigmine').dose).toContain('9.5 mg/24 hours');
  });

  it('had haloperidol stopped on 10-Oct', () => {
    const haloperidol = medicine('margaret', 'ouh', 'Haloperidol');
    expect([haloperidol.status, haloperidol.end]).toEqual(['stopped', '2026-10-10']);
  });

  it('has two resuscitation plans: for CPR in 2023, not for CPR on 10-Oct-2026', () => {
    const decision = (source: 'ouh' | 'oxford-health') =>
      all('margaret', source, 'Consent').map(({ dateTime, provision }) => [
        dateTime?.slice(0, 10),
        codesOf(provision?.code?.[0]),
      ]);
    expect(decision('oxford-health')).toEqual([['2023-05-16', ['450475007']]]);
    expect(decision('ouh')).toEqual([['2026-10-10', ['450476008']]]);
    expect(letterTexts(record('margaret', 'ouh').resources).join()).toContain('NOT recommended');
  });

  it('has a daughter who is attorney and a son who is next of kin, not the other way about', () => {
    const contacts = all('margaret', 'hollow-way', 'RelatedPerson').map(({ relationship }) =>
      (relationship ?? []).map(({ text }) => text),
    );
    expect(contacts).toEqual([
      ['Next of kin', 'Son'],
      ['Health and welfare attorney', 'Daughter'],
    ]);
  });

  it('lives in a care home', () => {
    expect(scenario('margaret').host.address?.[0]?.line?.[0]).toContain('The Withies');
    expect(all('margaret', 'social-care', 'CarePlan')[0]?.title).toContain('Residential care');
  });
});
