/** Allergies, and the coded assertions that there is none (FHIR AllergyIntolerance). */
import type { AllergyIntolerance, CodeableConcept } from 'fhir/r4';
import { clinicalSystem } from '../../../src/fhir/clinical-systems.ts';
import { author, type Writer } from './writer.ts';

type Allergy = {
  readonly code: CodeableConcept;
  readonly type?: AllergyIntolerance['type'];
  readonly category?: 'food' | 'medication' | 'environment' | 'biologic';
  readonly criticality?: AllergyIntolerance['criticality'];
  readonly onset?: string;
  readonly recorded: string;
  readonly reaction?: {
    readonly manifestation: CodeableConcept;
    readonly severity?: 'mild' | 'moderate' | 'severe';
    readonly onset?: string;
    readonly description?: string;
  };
  readonly verification?: 'confirmed' | 'unconfirmed' | 'refuted' | 'entered-in-error';
  readonly note?: string;
  readonly by?: string;
};

/**
 * One allergy entry, or one assertion such as 409137002 with no reaction or category.
 * Clinical status is left out where the entry was made in error (FHIR ait-2).
 */
export function allergy(writer: Writer, facts: Allergy): AllergyIntolerance {
  const verification = facts.verification ?? 'confirmed';
  return {
    resourceType: 'AllergyIntolerance',
    id: writer.nextId('allergy'),
    meta: writer.meta(facts.recorded),
    ...(verification === 'entered-in-error'
      ? {}
      : {
          clinicalStatus: { coding: [{ system: clinicalSystem.allergyClinical, code: 'active' }] },
        }),
    verificationStatus: {
      coding: [{ system: clinicalSystem.allergyVerification, code: verification }],
    },
    ...(facts.type === undefined ? {} : { type: facts.type }),
    ...(facts.category === undefined ? {} : { category: [facts.category] }),
    ...(facts.criticality === undefined ? {} : { criticality: facts.criticality }),
    code: facts.code,
    patient: writer.subject,
    ...(facts.onset === undefined ? {} : { onsetDateTime: facts.onset }),
    recordedDate: facts.recorded,
    ...(facts.by === undefined ? {} : { recorder: author(facts.by) }),
    ...(facts.note === undefined ? {} : { note: [{ text: facts.note }] }),
    ...(facts.reaction === undefined ? {} : { reaction: [reactionOf(facts.reaction)] }),
  };
}

function reactionOf(facts: NonNullable<Allergy['reaction']>) {
  return {
    manifestation: [facts.manifestation],
    ...(facts.severity === undefined ? {} : { severity: facts.severity }),
    ...(facts.onset === undefined ? {} : { onset: facts.onset }),
    ...(facts.description === undefined ? {} : { description: facts.description }),
  };
}
