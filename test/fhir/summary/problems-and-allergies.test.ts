import { describe, expect, it } from 'vitest';
import { clinicalSystem } from '../../../src/fhir/clinical-systems.ts';
import { codeSystem } from '../../../src/fhir/systems.ts';
import { one, sections, shown, status, subject } from './sample.ts';

const clinical = (code: string) => status(clinicalSystem.conditionClinical, code);
const verified = (code: string) => status(clinicalSystem.conditionVerification, code);
const condition = { resourceType: 'Condition', subject, code: { text: 'Asthma' } };
const allergyStatus = (code: string) => status(clinicalSystem.allergyClinical, code);
const allergy = {
  resourceType: 'AllergyIntolerance',
  patient: subject,
  clinicalStatus: allergyStatus('active'),
};
const noKnown = (code: string) => ({
  coding: [{ system: codeSystem.snomed, code, display: 'No known' }],
});

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
      { what: 'Problem: entered in error', because: 'entered-in-error' },
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
    ['Oculogyric crisis within an hour', 'Oculogyric crisis (severe) within an hour'],
    ['OCULOGYRIC CRISIS, after 10 mg', 'Oculogyric crisis (severe), after 10 mg'],
    ['Oculogyric crisis', 'Oculogyric crisis (severe)'],
    ['Oculogyric crisislike', 'Oculogyric crisis (severe): Oculogyric crisislike'],
    ['Settled with procyclidine', 'Oculogyric crisis (severe): Settled with procyclidine'],
  ])('says of “%s” the reaction’s name once, its severity beside it', (description, said) => {
    const reaction = [
      { manifestation: [{ text: 'Oculogyric crisis' }], description, severity: 'severe' },
    ];
    const item = one({ ...allergy, code: { text: 'Drug' }, reaction }, sections.allergies);
    expect(item).toMatchObject({ reactions: [said] });
  });

  it.each([
    [{ description: 'Wheals', severity: 'mild' }, ['Wheals (mild)']],
    [{ severity: 'mild' }, ['Reaction not described (mild)']],
    [{}, []],
  ])('says of a reaction without a name what there is: %j', (sent, reactions) => {
    const item = one({ ...allergy, code: { text: 'Drug' }, reaction: [sent] }, sections.allergies);
    expect(item).toMatchObject({ reactions });
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
    const coding = [{ system: clinicalSystem.absentUnknown, code }];
    expect(one({ ...allergy, code: { coding } }, sections.allergies)).toMatchObject({ assertion });
  });

  it('a doubted “no known allergies” asserts nothing', () => {
    const verificationStatus = status(clinicalSystem.allergyVerification, 'unconfirmed');
    const item = one(
      { ...allergy, code: noKnown('716186003'), verificationStatus },
      sections.allergies,
    );
    expect(item).toMatchObject({ assertion: 'not-known' });
  });

  it('a refuted allergy is not active', () => {
    const verificationStatus = status(clinicalSystem.allergyVerification, 'refuted');
    expect(
      one({ ...allergy, code: { text: 'Latex' }, verificationStatus }, sections.allergies),
    ).toMatchObject({ status: 'past', certainty: 'Refuted' });
  });

  it('an allergy is shown as one in whatever section it stands', () => {
    expect(one({ ...allergy, code: { text: 'Latex' } }, '104605-1').kind).toBe('allergy');
  });
});
