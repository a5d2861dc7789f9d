import { describe, expect, it } from 'vitest';
import { clinicalSystem } from '../../../src/fhir/clinical-systems.ts';
import { codeSystem } from '../../../src/fhir/systems.ts';
import { one, sections, shown, status, subject } from './sample.ts';

const foreign = 'urn:example:verification';
const condition = { resourceType: 'Condition', subject, code: { text: 'Asthma' } };
const allergy = { resourceType: 'AllergyIntolerance', patient: subject, code: { text: 'Latex' } };
const kinds = [
  [condition, sections.problems, clinicalSystem.conditionVerification],
  [allergy, sections.allergies, clinicalSystem.allergyVerification],
] as const;

describe.each(kinds)('verification of %j', (resource, section, system) => {
  const verified = (verificationStatus: object) =>
    shown({ ...resource, verificationStatus }, section);

  it.each([
    ['code under another system', status(foreign, 'refuted')],
    ['text alone', { text: 'Refuted' }],
    ['display alone', { coding: [{ system, display: 'Refuted' }] }],
    ['text against the code', { ...status(system, 'confirmed'), text: 'refuted' }],
  ])('refuted, by %s, is never active', (_, verificationStatus) => {
    expect(verified(verificationStatus).items).toMatchObject([
      { status: 'past', certainty: expect.stringContaining('Refuted') as unknown },
    ]);
  });

  it.each([
    ['a code under another system', status(foreign, 'entered-in-error')],
    ['text', { text: 'Entered in error' }],
  ])('entered in error, by %s, is no fact', (_, verificationStatus) => {
    const { items, unshown } = verified(verificationStatus);
    expect(items).toEqual([]);
    expect(unshown).toMatchObject([{ because: 'entered-in-error' }]);
  });

  it.each([
    ['an unknown code', status(system, 'something-new')],
    ['a known code under another system', status(foreign, 'confirmed')],
    [
      'an unknown code beside a known one',
      {
        coding: [
          { system, code: 'confirmed' },
          { system, code: 'x' },
        ],
      },
    ],
    [
      'two that contradict, one foreign',
      {
        coding: [
          { system, code: 'confirmed' },
          { system: foreign, code: 'unconfirmed' },
        ],
      },
    ],
    ['words nobody defined', { text: 'Ruled out' }],
    ['nothing that can be read', {}],
  ])('%s is not understood, and nothing of it is shown', (_, verificationStatus) => {
    const { items, unshown } = verified(verificationStatus);
    expect(items).toEqual([]);
    expect(unshown).toMatchObject([{ because: 'not-understood' }]);
  });

  it.each([
    [
      'with a translation',
      {
        coding: [
          { system, code: 'confirmed' },
          { system: codeSystem.snomed, code: '410605003' },
        ],
      },
    ],
    ['with words of its own', { ...status(system, 'confirmed'), text: 'Seen on biopsy' }],
    ['in words', { text: 'Confirmed' }],
  ])('confirmed %s goes without saying', (_, verificationStatus) => {
    expect(verified(verificationStatus).items).toMatchObject([{ certainty: null }]);
  });
});

describe.each([
  [condition, sections.problems, clinicalSystem.conditionClinical],
  [allergy, sections.allergies, clinicalSystem.allergyClinical],
] as const)('clinical status of %j', (resource, section, system) => {
  it.each([
    ['an unknown code', status(system, 'something-new')],
    ['another system', status('urn:example', 'active')],
    ['words nobody defined', { text: 'Burnt out' }],
  ])('%s is not understood', (_, clinicalStatus) => {
    expect(shown({ ...resource, clinicalStatus }, section)).toMatchObject({
      items: [],
      unshown: [{ because: 'not-understood' }],
    });
  });

  it('a known one counts under its value set’s address and that of older FHIR', () => {
    const name = system.slice(system.lastIndexOf('/') + 1);
    for (const spelt of ['http://hl7.org/fhir/ValueSet/', 'http://hl7.org/fhir/']) {
      const clinicalStatus = status(`${spelt}${name}`, 'inactive');
      expect(one({ ...resource, clinicalStatus }, section)).toMatchObject({ status: 'past' });
    }
  });

  it('a known one is shown', () => {
    const clinicalStatus = status(system, 'resolved');
    expect(one({ ...resource, clinicalStatus }, section)).toMatchObject({ status: 'past' });
  });
});

describe('a status code FHIR does not define is not understood', () => {
  const code = { text: 'Something' };
  const drug = { subject, medicationCodeableConcept: code };
  it.each([
    ['Immunization', { patient: subject, vaccineCode: code }, sections.immunisations, 'completed'],
    ['MedicationStatement', drug, sections.medications, 'active'],
    ['MedicationRequest', { ...drug, intent: 'order' }, sections.medications, 'active'],
    ['Observation', { subject, code }, sections.results, 'final'],
    ['DiagnosticReport', { subject, code, conclusion: 'x' }, sections.results, 'final'],
    ['DocumentReference', { subject, description: 'x' }, sections.documents, 'current'],
  ])('%s', (resourceType, more, section, known) => {
    const resource = { resourceType, ...more };
    expect(shown({ ...resource, status: known }, section).items).toHaveLength(1);
    expect(shown({ ...resource, status: 'never-happened' }, section)).toMatchObject({
      items: [],
      unshown: [{ because: 'not-understood' }],
    });
  });

  it('MedicationRequest.intent, and the status of the product it points to', () => {
    const request = { resourceType: 'MedicationRequest', subject, status: 'active' };
    const intent = { ...request, intent: 'dream', medicationCodeableConcept: code };
    expect(shown(intent, sections.medications)).toMatchObject({
      items: [],
      unshown: [{ because: 'not-understood' }],
    });
    const contained = [{ resourceType: 'Medication', id: 'm', status: 'recalled', code }];
    const product = { contained, medicationReference: { reference: '#m' } };
    expect(shown({ ...request, intent: 'order', ...product }, sections.medications).items).toEqual(
      [],
    );
  });
});
