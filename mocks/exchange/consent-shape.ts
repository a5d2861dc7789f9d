/**
 * The one Consent this exchange accepts (contract.md 2.3), in the exchange's own words.
 * Strict at every level: a member that is not named here is a refusal, not an extra.
 */
import { z } from 'zod';
import { codeSystem, identifierSystem, ocs } from '../../src/fhir/systems.ts';

const short = z.string().min(1).max(200);
const coding = <S extends string, C extends z.ZodType<string>>(system: S, code: C) =>
  z.strictObject({ system: z.literal(system), code, display: short.optional() });
const concept = <S extends string, C extends z.ZodType<string>>(system: S, code: C) =>
  z.strictObject({ coding: z.tuple([coding(system, code)]), text: short.optional() });

const identifier = z.strictObject({ system: short, value: short });
const logical = <T extends string>(type: T) =>
  z.strictObject({ type: z.literal(type), identifier, display: short.optional() });
/** By identifier, or by name alone where the host has no ODS code for it. */
const organization = z.union([
  logical('Organization'),
  z.strictObject({ type: z.literal('Organization'), display: short }),
]);
const patientReference = z.strictObject({
  reference: z.string().regex(/^Patient\/[A-Za-z0-9.-]{1,64}$/),
  type: z.literal('Patient').optional(),
  display: short.optional(),
});

const relationship = z.enum(['attorney', 'deputy', 'parental-responsibility']);
const relatedPerson = z.strictObject({
  resourceType: z.literal('RelatedPerson'),
  id: z.literal('proxy'),
  patient: patientReference,
  relationship: z.tuple([concept(ocs.accessReason, relationship)]),
});

const answer = z.strictObject({
  valueBoolean: z.boolean().optional(),
  valueString: z.string().max(2000).optional(),
  valueCoding: z
    .strictObject({ system: short.optional(), code: short, display: short.optional() })
    .optional(),
  valueDateTime: short.optional(),
});
const item = z.strictObject({
  linkId: short,
  text: z.string().max(500).optional(),
  answer: z.array(answer).min(1).max(20),
});
const questionnaireResponse = z.strictObject({
  resourceType: z.literal('QuestionnaireResponse'),
  id: z.literal('answers'),
  questionnaire: z.literal(ocs.questionnaire),
  status: z.literal('completed'),
  authored: z.iso.datetime({ offset: true }).optional(),
  item: z.array(item).min(1).max(40),
});

const consent = z.strictObject({
  resourceType: z.literal('Consent'),
  meta: z.strictObject({ profile: z.array(z.url()).max(5).optional() }).optional(),
  contained: z
    .array(z.discriminatedUnion('resourceType', [questionnaireResponse, relatedPerson]))
    .min(1)
    .max(2),
  identifier: z.tuple([
    z.strictObject({
      system: z.literal(identifierSystem.uri),
      value: z.string().regex(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    }),
  ]),
  status: z.literal('active'),
  scope: concept(codeSystem.consentScope, z.literal('patient-privacy')),
  category: z.tuple([concept(codeSystem.loinc, z.literal('59284-0'))]),
  patient: patientReference,
  dateTime: z.iso.datetime({ offset: true }),
  performer: z.tuple([
    z.union([
      patientReference,
      z.strictObject({
        reference: z.literal('#proxy'),
        type: short.optional(),
        display: short.optional(),
      }),
      logical('Practitioner'),
    ]),
  ]),
  organization: z.array(organization).max(1).optional(),
  sourceReference: z.strictObject({ reference: z.literal('#answers') }),
  policy: z.tuple([z.strictObject({ uri: z.enum([ocs.permissionPolicy, ocs.breakGlassPolicy]) })]),
  provision: z.strictObject({
    type: z.literal('permit'),
    purpose: z.tuple([
      z.union([
        coding(codeSystem.actReason, z.enum(['TREAT', 'BTG'])),
        coding(ocs.accessReason, z.enum(['required-by-statute', 'required-by-court-order'])),
      ]),
    ]),
    actor: z.tuple([
      z.strictObject({
        role: concept(codeSystem.participationType, z.literal('IRCP')),
        reference: logical('Practitioner'),
      }),
    ]),
  }),
});

export const consentTransaction = z.strictObject({
  resourceType: z.literal('Bundle'),
  type: z.literal('transaction'),
  id: short.optional(),
  meta: z.unknown().optional(),
  entry: z.tuple([
    z.strictObject({
      fullUrl: short,
      resource: consent,
      request: z.strictObject({
        method: z.literal('POST'),
        url: z.literal('Consent'),
        ifNoneExist: short,
      }),
    }),
  ]),
});

export type ConsentBody = z.infer<typeof consent>;
export type AnswerItem = z.infer<typeof item>;
