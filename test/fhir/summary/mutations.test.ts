import { describe, expect, it } from 'vitest';
import { clinicalSystem } from '../../../src/fhir/clinical-systems.ts';
import type { Item } from '../../../src/domain/summary/item.ts';
import { bundle, patient, told, without } from './documents.ts';
import { about, active, facts } from './facts.ts';

const denials = [
  ...['entered-in-error', 'refuted', 'resolved', 'inactive', 'stopped', 'completed'],
  ...['not-taken', 'not-done', 'cancelled', 'revoked', 'rejected', 'draft', 'noshow'],
];

function read(resource: object) {
  const sent = [patient, { resource: { ...about, ...resource } }];
  return told(bundle(sent, { type: 'collection' }));
}

/** Would a reader take it for something that holds, with nothing said against it? */
function isPlain(item: Item): boolean {
  switch (item.kind) {
    case 'problem':
    case 'allergy':
      return item.status === 'active';
    case 'medication':
      return item.status === 'current';
    case 'immunisation':
      return item.given === 'given';
    case 'result':
    case 'vital':
    case 'document':
      return item.status === null;
    default:
      return item.standing === 'current';
  }
}

/** What takes a fact back, in whichever element this resource has for that. */
function denied(fact: (typeof facts)[number], denial: string): object[] {
  if (fact.resourceType === 'RelatedPerson') return [{ ...fact, active: false }];
  if (fact.resourceType === 'Goal') return [{ ...fact, lifecycleStatus: denial }];
  if (!('clinicalStatus' in fact)) return [{ ...fact, status: denial }];
  return ['clinicalStatus', 'verificationStatus'].flatMap((key) => [
    { ...fact, [key]: { coding: [{ code: denial }] } },
    { ...fact, [key]: { text: denial } },
  ]);
}

const masked = {
  extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' },
  ],
};

describe.each(facts.map((fact) => [fact.resourceType, fact] as const))('%s', (type, fact) => {
  it('is a plain fact as it stands', () => {
    expect(read(fact).items.map(isPlain)).toEqual([true]);
  });

  it.each(denials)('%s: is never an active fact, and never disappears', (denial) => {
    if (type === 'Immunization' && denial === 'completed') return;
    for (const resource of denied(fact, denial)) {
      const { items, unshown } = read(resource);
      expect(items.filter(isPlain)).toEqual([]);
      expect(items.length + unshown.length).toBe(1);
    }
  });

  it('entered in error is no item at all', () => {
    if (type === 'RelatedPerson') return;
    for (const resource of denied(fact, 'entered-in-error').slice(-1)) {
      const { items, unshown } = read(resource);
      expect(items).toEqual([]);
      expect(unshown).toMatchObject([{ because: 'entered-in-error' }]);
    }
  });

  it('with its status masked, it is not active', () => {
    const rest = without(fact, 'status', 'lifecycleStatus', 'active', 'clinicalStatus');
    const isCoded = 'clinicalStatus' in fact;
    const resource = { ...rest, [isCoded ? 'clinicalStatus' : '_status']: masked };
    const { items, unshown } = read(resource);
    expect(items.filter(isPlain)).toEqual([]);
    expect(items.length + unshown.length).toBe(1);
  });

  it('with a modifier anywhere, nothing of it is shown', () => {
    const modifierExtension = [{ url: 'https://example.org/negated', valueBoolean: true }];
    for (const more of [
      { modifierExtension },
      { extension: [{ url: 'x', extension: [{ modifierExtension }] }] },
      { implicitRules: 'https://example.org/rules' },
    ]) {
      expect(read({ ...fact, ...more })).toMatchObject({
        items: [],
        unshown: [{ because: 'not-understood' }],
      });
    }
  });
});

describe('what it is, masked', () => {
  const hidden = {
    coding: [{ system: clinicalSystem.dataAbsent, code: 'masked', display: 'Masked' }],
  };

  it.each([
    [{ resourceType: 'Condition', clinicalStatus: active, code: hidden }, 'problem'],
    [{ resourceType: 'AllergyIntolerance', code: hidden }, 'allergy'],
    [
      {
        resourceType: 'MedicationStatement',
        status: 'active',
        medicationCodeableConcept: hidden,
      },
      'medication',
    ],
    [{ resourceType: 'Immunization', status: 'completed', vaccineCode: hidden }, 'immunisation'],
    [{ resourceType: 'Observation', status: 'final', code: hidden }, 'result'],
    [{ resourceType: 'Flag', status: 'active', code: hidden }, 'alert'],
    [{ resourceType: 'Procedure', status: 'completed', code: hidden }, 'procedure'],
  ])('is no fact called “Masked”, but a gap: %j', (resource, section) => {
    expect(read(resource)).toMatchObject({ items: [], gaps: [{ section, reason: 'withheld' }] });
    const key = 'vaccineCode' in resource ? 'vaccineCode' : 'code';
    const bare = { ...resource, medicationCodeableConcept: masked, [key]: masked };
    expect(read(bare).items).toEqual([]);
  });
});
