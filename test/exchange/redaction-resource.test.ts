import { describe, expect, it } from 'vitest';
import { placeNet, placesOf } from '../../mocks/exchange/redaction-places.ts';
import { redactResource } from '../../mocks/exchange/redaction-resource.ts';
import type { Resource } from '../../mocks/exchange/part.ts';
import { clinicalSystem } from '../../src/fhir/clinical-systems.ts';
import { codeSystem } from '../../src/fhir/systems.ts';

const known = placesOf({
  resourceType: 'Patient',
  name: [
    { use: 'official', family: 'Haddad', given: ['Leila'] },
    { use: 'old', family: 'Benamar', given: ['Leila'] },
  ],
  telecom: [{ system: 'phone', value: '01632 960177' }],
  address: [{ line: ['Larkspur House, 9 Quarry Steps'], city: 'Bath', postalCode: 'OX40 1KM' }],
  generalPractitioner: [{ display: 'Hollow Way Medical Centre' }],
});
const places = placeNet(known);

const redact = (resource: Resource, medications: readonly Resource[] = []) =>
  redactResource(resource, {
    localPatient: 'p1',
    places,
    opaque: (name) => `x${name.length}`,
    medications: new Map(medications.map((one) => [`Medication/${one.id}`, one])),
  });

const subject = { reference: 'Patient/p1' };
const snomed = (code: string, display: string, text?: string) => ({
  coding: [{ system: codeSystem.snomed, code, display }],
  ...(text === undefined ? {} : { text }),
});
const asthma: Resource = {
  resourceType: 'Condition',
  id: 'c1',
  subject,
  code: snomed('195967001', 'Asthma'),
};
const tablets: Resource = {
  resourceType: 'MedicationRequest',
  id: 'm1',
  status: 'active',
  intent: 'order',
  subject,
  medicationCodeableConcept: { text: 'Levothyroxine sodium 125microgram tablets' },
};

describe('a known string is found', () => {
  it.each([
    ['however it is spaced', 'at LARKSPUR  HOUSE.'],
    ['without spaces', 'larkspurhouse'],
    ['in part of a line', '9 Quarry Steps'],
    ['as an international number', '+44 1632 960177'],
    ['as a short name', 'Hollow Way surgery'],
    ['as a former name', 'Mrs BENAMAR'],
    ['in base64', Buffer.from('Sent to Larkspur House').toString('base64')],
    ['as a word, where it is short', 'Seen in Bath'],
  ])('%s', (_, text) => expect(places(text)).toBe(true));

  it.each(['Leila Haddad', 'Bathing aid', 'Larkspur poisoning', 'House dust mite'])(
    'and not in "%s"',
    (text) => expect(places(text)).toBe(false),
  );
});

describe('of a resource', () => {
  it('only named members stay', () => {
    const kept = redact({
      ...asthma,
      text: { div: 'x' },
      extension: [{ url: 'https://example.org/where', valueString: 'x' }],
      identifier: [{ value: 'x' }],
      encounter: { reference: 'Encounter/e1' },
      recorder: { display: 'x' },
      asserter: { display: 'x' },
      stage: [{ summary: { text: 'x' } }],
      onsetDateTime: '2001',
      onsetString: 'x',
      _onsetDateTime: { extension: [{ url: 'x', valueString: 'x' }] },
      meta: {
        lastUpdated: '2026-01-01T00:00:00Z',
        source: 'x',
        profile: ['x'],
        tag: [{ code: 'x' }],
      },
    });
    expect(kept).toEqual({
      resourceType: 'Condition',
      id: 'x12',
      meta: {
        lastUpdated: '2026-01-01T00:00:00Z',
        security: [
          { system: codeSystem.confidentiality, code: 'R' },
          { system: clinicalSystem.observationValue, code: 'REDACTED' },
        ],
      },
      subject,
      code: asthma['code'],
      onsetDateTime: '2001',
    });
  });

  it('a comment and a conclusion stay as the word that they are withheld', () => {
    expect(redact({ ...asthma, note: [{ text: 'haemolysed' }] })).toMatchObject({
      note: [{ text: 'A comment is withheld: location is protected' }],
    });
    const report = { ...asthma, resourceType: 'DiagnosticReport', status: 'final' };
    expect(redact({ ...report, conclusion: 'Seen at home' })).toMatchObject({
      conclusion: 'The conclusion is withheld: ask the source.',
    });
  });

  it('an author’s words go where they give a place away and a code says the fact', () => {
    const code = snomed('195967001', 'Asthma', 'Asthma, seen at Larkspur House');
    expect(redact({ ...asthma, code })?.['code']).toEqual(snomed('195967001', 'Asthma'));
  });

  it('words alone that give a place away take the whole resource with them', () => {
    expect(redact({ ...asthma, code: { text: 'Stays at Larkspur House' } })).toBeNull();
    expect(redact({ ...asthma, code: snomed('1', 'Lives in Larkspur House') })).toBeNull();
  });

  it('a dose is whole or withheld, and never shortened', () => {
    const dose = (dosage: Record<string, unknown>) =>
      redact({ ...tablets, dosageInstruction: [{ text: '125 micrograms daily' }, dosage] })?.[
        'dosageInstruction'
      ];
    const both = [{ text: '125 micrograms daily' }, { text: '250 micrograms on Sunday' }];
    expect(dose({ text: '250 micrograms on Sunday' })).toEqual(both);
    const lost = [{ text: 'Dose withheld: ask the source.' }];
    expect(dose({ text: 'Deliver to Larkspur House' })).toEqual(lost);
    expect(dose({ text: 'On Sunday', newMember: 1 })).toEqual(lost);
    expect(dose({ text: 'Daily', timing: { repeat: { unknown: 1 } } })).toEqual(lost);
  });
});

describe('a resource is withheld', () => {
  const observation: Resource = { ...asthma, resourceType: 'Observation', status: 'final' };
  it.each<[string, Resource]>([
    ['of a kind that is not named', { ...asthma, resourceType: 'Encounter' }],
    ['with a modifier', { ...asthma, modifierExtension: [{ url: 'x' }] }],
    ['with implicit rules', { ...asthma, implicitRules: 'https://example.org/rules' }],
    ['with a modifier deep inside', { ...asthma, stage: [{ modifierExtension: [] }] }],
    ['labelled very restricted', { ...asthma, meta: { security: [{ code: 'V' }] } }],
    ['whose end is only in words', { ...asthma, abatementString: 'last year' }],
    ['whose result is in words', { ...observation, valueString: 'Lives in a refuge' }],
    [
      'about housing or household',
      { ...observation, category: [{ coding: [{ code: 'social-history' }] }] },
    ],
    [
      'that is an alert in words',
      { ...asthma, resourceType: 'Flag', code: { text: 'Do not ring' } },
    ],
    [
      'that is a consent of another kind',
      { ...asthma, resourceType: 'Consent', scope: { coding: [{ code: 'patient-privacy' }] } },
    ],
    ['that is a medicine nobody names', { ...tablets, medicationCodeableConcept: undefined }],
  ])('%s', (_, resource) => expect(redact(resource)).toBeNull());
});

describe('a reference', () => {
  it('to the patient stays, to another patient stays another’s', () => {
    const other = { reference: 'Patient/p2', display: 'Larkspur House' };
    expect(redact(asthma)?.['subject']).toEqual(subject);
    expect(redact({ ...asthma, subject: other })?.['subject']).toEqual({
      reference: 'Patient/x10',
    });
  });

  it('to a medicine is put in place, unless that was made in error', () => {
    const { medicationCodeableConcept: code, ...rest } = tablets;
    const byReference = { ...rest, medicationReference: { reference: 'Medication/d1' } };
    const drug = (status: string): Resource => ({
      resourceType: 'Medication',
      id: 'd1',
      status,
      code,
    });
    const named = redact(byReference, [drug('active')]);
    expect(named).toMatchObject({ medicationCodeableConcept: code });
    expect(named).not.toHaveProperty('medicationReference');
    expect(redact(byReference, [drug('entered-in-error')])).toBeNull();
    expect(redact(byReference)).toBeNull();
  });
});
