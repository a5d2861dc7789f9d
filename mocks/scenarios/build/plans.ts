/** Plans, decisions made in advance, people around the patient, consent to share. */
import type { CarePlan, CodeableConcept, Consent, RelatedPerson } from 'fhir/r4';
import { clinicalSystem } from '../../../src/fhir/clinical-systems.ts';
import { codeSystem } from '../../../src/fhir/systems.ts';
import { loinc, snomed } from './coding.ts';
import { author, organisationOf, toInstant, type Writer } from './writer.ts';

type Plan = {
  readonly category: CodeableConcept;
  readonly title: string;
  readonly description: string;
  readonly start: string;
  readonly end?: string;
  readonly recorded: string;
  readonly status?: CarePlan['status'];
  readonly by?: string;
  readonly steps?: readonly string[];
};

/** A care, crisis, safety or protection plan, its steps as written. */
export function carePlan(writer: Writer, facts: Plan): CarePlan {
  return {
    resourceType: 'CarePlan',
    id: writer.nextId('plan'),
    meta: writer.meta(facts.recorded),
    status: facts.status ?? 'active',
    intent: 'plan',
    category: [facts.category],
    title: facts.title,
    description: facts.description,
    subject: writer.subject,
    period: { start: facts.start, ...(facts.end === undefined ? {} : { end: facts.end }) },
    created: facts.recorded,
    author: facts.by === undefined ? organisationOf(writer) : author(facts.by),
    ...(facts.steps === undefined
      ? {}
      : {
          activity: facts.steps.map((description) => ({
            detail: { status: 'in-progress' as const, description },
          })),
        }),
  };
}

type Decision = {
  readonly date: string;
  readonly decision: 'for-cpr' | 'not-for-cpr';
  readonly by: string;
  readonly note: string;
};

const cprDecisions = {
  'for-cpr': snomed('450475007', 'For attempted cardiopulmonary resuscitation'),
  'not-for-cpr': snomed('450476008', 'Not for attempted cardiopulmonary resuscitation'),
} as const;

/** A ReSPECT recommendation as a FHIR Consent with the scope "advance directive". */
export function resuscitationDecision(writer: Writer, facts: Decision): Consent {
  return {
    resourceType: 'Consent',
    id: writer.nextId('respect'),
    meta: writer.meta(facts.date),
    status: 'active',
    scope: {
      coding: [
        { system: codeSystem.consentScope, code: 'adr', display: 'Advanced Care Directive' },
      ],
      text: 'ReSPECT',
    },
    category: [loinc('42348-3', 'Advance healthcare directives')],
    patient: writer.subject,
    dateTime: toInstant(facts.date),
    performer: [author(facts.by)],
    organization: [organisationOf(writer)],
    policyRule: { text: facts.note },
    provision: {
      type: facts.decision === 'for-cpr' ? 'permit' : 'deny',
      code: [cprDecisions[facts.decision]],
    },
  };
}

const sharingCodes = {
  dissent: snomed('416409005', 'Refused consent for upload to local shared electronic record'),
  assent: snomed('417528008', 'Consent given for upload to local shared electronic record'),
} as const;

/**
 * The practice's consent-to-share entry.
 * @param code SNOMED 416409005 dissent, 417528008 assent, where the practice uses no other
 */
export function sharingDecision(
  writer: Writer,
  decision: 'dissent' | 'assent',
  recorded: string,
  code: CodeableConcept = sharingCodes[decision],
): Consent {
  return {
    resourceType: 'Consent',
    id: writer.nextId('sharing'),
    meta: writer.meta(recorded),
    status: 'active',
    scope: {
      coding: [{ system: codeSystem.consentScope, code: 'patient-privacy' }],
    },
    category: [loinc('59284-0', 'Consent Document')],
    patient: writer.subject,
    dateTime: toInstant(recorded),
    organization: [organisationOf(writer)],
    policyRule: { text: 'Local shared electronic record' },
    provision: {
      type: decision === 'dissent' ? 'deny' : 'permit',
      code: [code],
    },
  };
}

type Contact = {
  readonly name: { readonly family: string; readonly given: string };
  readonly relationships: readonly CodeableConcept[];
  readonly phone?: string;
  readonly recorded: string;
};

/** Somebody close to the patient, and what they are to them in life and in law. */
export function relatedPerson(writer: Writer, facts: Contact): RelatedPerson {
  return {
    resourceType: 'RelatedPerson',
    id: writer.nextId('contact'),
    meta: writer.meta(facts.recorded),
    active: true,
    patient: writer.subject,
    relationship: [...facts.relationships],
    name: [{ family: facts.name.family, given: [facts.name.given] }],
    ...(facts.phone === undefined
      ? {}
      : { telecom: [{ system: 'phone' as const, value: facts.phone }] }),
  };
}

const roleCode = (code: string, display: string, text: string): CodeableConcept => ({
  coding: [{ system: clinicalSystem.roleCode, code, display }],
  text,
});

/** What a contact may be. An attorney's power is not next of kin's (domain.md 3). */
export const relationships = {
  nextOfKin: {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/v2-0131',
        code: 'N',
        display: 'Next-of-Kin',
      },
    ],
    text: 'Next of kin',
  },
  emergencyContact: {
    coding: [
      {
        system: 'http://terminology.hl7.org/CodeSystem/v2-0131',
        code: 'C',
        display: 'Emergency Contact',
      },
    ],
    text: 'Emergency contact',
  },
  attorney: roleCode('HPOWATT', 'healthcare power of attorney', 'Health and welfare attorney'),
  daughter: roleCode('DAUC', 'daughter', 'Daughter'),
  son: roleCode('SONC', 'son', 'Son'),
  mother: roleCode('MTH', 'mother', 'Mother, parental responsibility'),
  father: roleCode('FTH', 'father', 'Father, parental responsibility'),
  husband: roleCode('HUSB', 'husband', 'Husband'),
  wife: roleCode('WIFE', 'wife', 'Wife'),
  sister: roleCode('SIS', 'sister', 'Sister'),
  brother: roleCode('BRO', 'brother', 'Brother'),
  careCoordinator: { text: 'Care coordinator' },
} as const satisfies Record<string, CodeableConcept>;
