/** Problems and flags (FHIR Condition, Flag). */
import type { CodeableConcept, Condition, Flag } from 'fhir/r4';
import { clinicalSystem } from '../../../src/fhir/clinical-systems.ts';
import { concept } from './coding.ts';
import { author, organisationOf, type Writer } from './writer.ts';

type Problem = {
  readonly code: CodeableConcept;
  /** FHIR date, possibly partial. */
  readonly onset?: string;
  readonly recorded: string;
  readonly clinical?: 'active' | 'inactive' | 'resolved' | 'remission';
  readonly verification?: 'confirmed' | 'provisional' | 'refuted' | 'entered-in-error';
  readonly ended?: string;
  readonly note?: string;
  readonly by?: string;
};

/** One line of a problem list. Status is left out where the entry was made in error (FHIR con-5). */
export function condition(writer: Writer, facts: Problem): Condition {
  const verification = facts.verification ?? 'confirmed';
  const clinical = facts.clinical ?? 'active';
  return {
    resourceType: 'Condition',
    id: writer.nextId('cond'),
    meta: writer.meta(facts.recorded),
    ...(verification === 'entered-in-error'
      ? {}
      : {
          clinicalStatus: {
            coding: [{ system: clinicalSystem.conditionClinical, code: clinical }],
          },
        }),
    verificationStatus: {
      coding: [{ system: clinicalSystem.conditionVerification, code: verification }],
    },
    category: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/condition-category',
            code: 'problem-list-item',
            display: 'Problem List Item',
          },
        ],
      },
    ],
    code: facts.code,
    subject: writer.subject,
    ...(facts.onset === undefined ? {} : { onsetDateTime: facts.onset }),
    ...(facts.ended === undefined ? {} : { abatementDateTime: facts.ended }),
    recordedDate: facts.recorded,
    ...(facts.by === undefined ? {} : { recorder: author(facts.by) }),
    ...(facts.note === undefined ? {} : { note: [{ text: facts.note }] }),
  };
}

type Alert = {
  readonly code: CodeableConcept;
  readonly category: keyof typeof flagCategories;
  readonly start: string;
  readonly end?: string;
  readonly recorded?: string;
  readonly status?: Flag['status'];
  readonly by?: string;
};

const flagCategory = (code: string, display: string): CodeableConcept => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/flag-category', code, display }],
});

/** HL7's categories, and what NHS systems add to them. */
const flagCategories = {
  clinical: [flagCategory('clinical', 'Clinical')],
  safety: [flagCategory('safety', 'Safety')],
  behavioral: [flagCategory('behavioral', 'Behavioral')],
  admin: [flagCategory('admin', 'Administrative')],
  safeguarding: [flagCategory('safety', 'Safety'), { text: 'Safeguarding' }],
  need: [
    concept(
      clinicalSystem.reasonableAdjustment,
      'NRAF',
      'National Reasonable Adjustments Flag',
      'Reasonable adjustments',
    ),
  ],
} as const satisfies Record<string, readonly CodeableConcept[]>;

/** An alert that the source puts before the reader: steroid dependence, safeguarding, a need. */
export function flag(writer: Writer, facts: Alert): Flag {
  return {
    resourceType: 'Flag',
    id: writer.nextId('flag'),
    meta: writer.meta(facts.recorded ?? facts.start),
    status: facts.status ?? 'active',
    category: [...flagCategories[facts.category]],
    code: facts.code,
    subject: writer.subject,
    period: { start: facts.start, ...(facts.end === undefined ? {} : { end: facts.end }) },
    author: facts.by === undefined ? organisationOf(writer) : author(facts.by),
  };
}
