import { describe, expect, it } from 'vitest';
import { codeSystem } from '../../../src/fhir/systems.ts';
import { one, sections, shown, status, subject } from './sample.ts';

const clinical = (code: string) => status(codeSystem.conditionClinical, code);
const verified = (code: string) => status(codeSystem.conditionVerification, code);
const condition = { resourceType: 'Condition', subject, code: { text: 'Asthma' } };
const allergyStatus = (code: string) => status(codeSystem.allergyClinical, code);
const allergy = {
  resourceType: 'AllergyIntolerance',
  patient: subject,
  clinicalStatus: allergyStatus('active'),
};
const noKnown = (code: string) => ({
  coding: [{ system: codeSystem.snomed, code, display: 'No known' }],
});
const request = {
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  subject,
  medicationCodeableConcept: { text: 'Warfarin 1mg tablets' },
};
const observation = {
  resourceType: 'Observation',
  status: 'final',
  subject,
  code: { text: 'Potassium' },
};
const mmol = { unit: 'mmol/L', system: codeSystem.ucum, code: 'mmol/L' };

describe('problems', () => {
  it('a refuted diagnosis is never active, and says that it was refuted', () => {
    const item = one(
      { ...condition, clinicalStatus: clinical('active'), verificationStatus: verified('refuted') },
      sections.problems,
    );
    expect(item).toMatchObject({ status: 'past', certainty: 'Refuted' });
  });

  it.each(['resolved', 'inactive', 'remission'])('a %s problem is past', (code) => {
    expect(one({ ...condition, clinicalStatus: clinical(code) }, sections.problems)).toMatchObject({
      status: 'past',
    });
  });

  it('a problem without a status is neither active nor past', () => {
    expect(one(condition, sections.problems)).toMatchObject({ status: 'not-stated' });
    expect(one(condition, sections.past)).toMatchObject({ status: 'past' });
  });

  it('an onset of 1998 stays 1998', () => {
    expect(one({ ...condition, onsetDateTime: '1998' }, sections.problems).date).toEqual({
      precision: 'year',
      iso: '1998',
    });
  });

  it('shows the author’s words before any code, and the code on demand', () => {
    const code = {
      text: 'Bad chest',
      coding: [{ system: codeSystem.snomed, code: '195967001', display: 'Asthma' }],
    };
    const item = one({ ...condition, code }, sections.problems);
    expect(item.title).toBe('Bad chest');
    expect(item.codes).toEqual([
      { system: codeSystem.snomed, code: '195967001', display: 'Asthma' },
    ]);
  });

  it('an entry made in error is no fact, and is counted', () => {
    const { items, unshown } = shown(
      { ...condition, verificationStatus: verified('entered-in-error') },
      sections.problems,
    );
    expect(items).toEqual([]);
    expect(unshown).toMatchObject([
      { what: 'Problem: entered in error', because: 'not-in-this-view' },
    ]);
  });

  it('a modifier nobody here understands keeps the whole item off the screen, and says so', () => {
    const modifierExtension = [{ url: 'https://example.org/not', valueBoolean: true }];
    const { items, unshown } = shown({ ...condition, modifierExtension }, sections.problems);
    expect(items).toEqual([]);
    expect(unshown).toMatchObject([{ because: 'not-understood' }]);
    const deep = { ...condition, stage: [{ summary: { text: 'II' }, modifierExtension }] };
    expect(shown(deep, sections.problems).items).toEqual([]);
  });

  it('a resource that does not say whom it is about is not shown', () => {
    const { items, unshown } = shown(
      { resourceType: 'Condition', code: { text: 'Asthma' } },
      sections.problems,
    );
    expect(items).toEqual([]);
    expect(unshown).toMatchObject([{ because: 'malformed' }]);
  });
});

describe('allergies', () => {
  it('shows reaction and severity in the author’s words', () => {
    const reaction = [{ manifestation: [{ text: 'Anaphylaxis' }], severity: 'severe' }];
    const item = one(
      { ...allergy, code: { text: 'Penicillin' }, criticality: 'high', reaction },
      sections.allergies,
    );
    expect(item).toMatchObject({
      assertion: 'allergy',
      status: 'active',
      severity: 'High risk',
      reactions: ['Anaphylaxis (severe)'],
    });
  });

  it.each([
    ['716186003', 'no-known-allergy'],
    ['409137002', 'no-known-of-kind'],
    ['1287211007', 'not-known'],
  ])('SNOMED %s asserts %s and is no allergy', (code, assertion) => {
    expect(one({ ...allergy, code: noKnown(code) }, sections.allergies)).toMatchObject({
      assertion,
    });
  });

  it.each([
    ['no-known-allergies', 'no-known-allergy'],
    ['no-known-medication-allergies', 'no-known-of-kind'],
    ['no-allergy-info', 'not-known'],
  ])('IPS %s asserts %s', (code, assertion) => {
    const coding = [{ system: codeSystem.absentUnknown, code }];
    expect(one({ ...allergy, code: { coding } }, sections.allergies)).toMatchObject({ assertion });
  });

  it('a doubted “no known allergies” asserts nothing', () => {
    const verificationStatus = status(codeSystem.allergyVerification, 'unconfirmed');
    const item = one(
      { ...allergy, code: noKnown('716186003'), verificationStatus },
      sections.allergies,
    );
    expect(item).toMatchObject({ assertion: 'not-known' });
  });

  it('a refuted allergy is not active', () => {
    const verificationStatus = status(codeSystem.allergyVerification, 'refuted');
    expect(
      one({ ...allergy, code: { text: 'Latex' }, verificationStatus }, sections.allergies),
    ).toMatchObject({ status: 'past', certainty: 'Refuted' });
  });

  it('an allergy is shown as one in whatever section it stands', () => {
    expect(one({ ...allergy, code: { text: 'Latex' } }, '104605-1').kind).toBe('allergy');
  });
});

describe('medicines', () => {
  it.each([
    ['active', 'current'],
    ['stopped', 'stopped'],
    ['cancelled', 'stopped'],
    ['completed', 'stopped'],
    ['on-hold', 'not-stated'],
    ['unknown', 'not-stated'],
  ])('a %s prescription is %s', (sent, expected) => {
    expect(one({ ...request, status: sent }, sections.medications)).toMatchObject({
      status: expected,
    });
  });

  it('says when it was last issued', () => {
    const item = one({ ...request, authoredOn: '2026-06-14' }, sections.medications);
    expect(item).toMatchObject({ lastIssued: { iso: '2026-06-14' }, stopped: null });
  });

  it('“do not give” is never current', () => {
    const item = one({ ...request, doNotPerform: true }, sections.medications);
    expect(item).toMatchObject({ status: 'not-taken', note: 'Do not give' });
  });

  it('finds the product in a contained Medication', () => {
    const contained = [
      { resourceType: 'Medication', id: 'm', code: { text: 'Apixaban 2.5mg tablets' } },
    ];
    const item = one(
      {
        ...request,
        medicationCodeableConcept: undefined,
        contained,
        medicationReference: { reference: '#m' },
      },
      sections.medications,
    );
    expect(item.title).toBe('Apixaban 2.5mg tablets');
  });

  it('puts a structured dose into words only when all of it is understood', () => {
    const dose = { doseQuantity: { value: 2.5, unit: 'mg' } };
    const twice = { repeat: { frequency: 2, period: 1, periodUnit: 'd' } };
    const dosed = (timing: object) =>
      one(
        { ...request, dosageInstruction: [{ timing, doseAndRate: [dose] }] },
        sections.medications,
      );
    expect(dosed(twice)).toMatchObject({ dose: '2.5 mg, twice a day' });
    expect(dosed({ repeat: { ...twice.repeat, periodMax: 3 } })).toMatchObject({
      dose: null,
      note: 'The dose was sent in a form that can not be shown: ask the source',
    });
  });

  it('says weekly methotrexate with its day', () => {
    const repeat = { frequency: 1, period: 1, periodUnit: 'wk', dayOfWeek: ['mon'] };
    const dosageInstruction = [
      { timing: { repeat }, doseAndRate: [{ doseQuantity: { value: 15, unit: 'mg' } }] },
    ];
    expect(one({ ...request, dosageInstruction }, sections.medications)).toMatchObject({
      dose: '15 mg, once a week on Monday',
    });
  });

  it('never cuts a dose: one that is too long is not shown at all', () => {
    const dosageInstruction = [{ text: `10 mg ${'x'.repeat(2000)}` }];
    const { items, unshown } = shown({ ...request, dosageInstruction }, sections.medications);
    expect(items).toEqual([]);
    expect(unshown).toMatchObject([{ because: 'malformed' }]);
  });
});

describe('results', () => {
  it('shows value, unit, the source’s range and its flag as sent', () => {
    const item = one(
      {
        ...observation,
        valueQuantity: { value: 6.1, ...mmol },
        referenceRange: [{ low: { value: 3.5, ...mmol }, high: { value: 5.3, ...mmol } }],
        interpretation: [{ coding: [{ system: codeSystem.interpretation, code: 'H' }] }],
        note: [{ text: 'Sample haemolysed' }],
      },
      sections.results,
    );
    expect(item).toMatchObject({
      value: '6.1 mmol/L',
      range: '3.5 to 5.3 mmol/L',
      flag: 'High',
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
    [{ value: 2.9, unit: '1', code: '1', system: codeSystem.ucum }, '2.9'],
    [{ value: 60, code: 'ug/h', system: codeSystem.ucum }, '60 micrograms/hour'],
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
    expect(items).toEqual([]);
    expect(unshown).toMatchObject([{ because: 'not-in-this-view' }]);
  });
});

describe('immunisations and documents', () => {
  const immunization = {
    resourceType: 'Immunization',
    patient: subject,
    vaccineCode: { text: 'MMR' },
  };

  it.each([
    ['completed', 'given'],
    ['not-done', 'not-given'],
  ])('a %s immunisation is %s', (sent, given) => {
    expect(
      one(
        { ...immunization, status: sent, protocolApplied: [{ doseNumberPositiveInt: 1 }] },
        sections.immunisations,
      ),
    ).toMatchObject({ given, dose: 'Dose 1' });
  });

  it('a superseded letter says so', () => {
    const letter = {
      resourceType: 'DocumentReference',
      subject,
      status: 'superseded',
      description: 'Clinic letter',
      date: '2026-10-01',
    };
    expect(one(letter, sections.documents)).toMatchObject({
      kind: 'document',
      status: 'Superseded',
      title: 'Clinic letter',
    });
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
