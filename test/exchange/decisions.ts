/** The Consent transactions an app sends, and their forgeries. */
import { z } from 'zod';
import { codeSystem, identifierSystem, ocs } from '../../src/fhir/systems.ts';
import { fhirBase } from './fake-host.ts';
import { bundleShape } from './setting.ts';
import type { Setting } from './setting.ts';

const actorOf = (user: string) => ({
  type: 'Practitioner',
  identifier: { system: `${fhirBase}/Practitioner`, value: user },
});

export const item = (linkId: string, answer: Record<string, unknown>) => ({
  linkId,
  answer: [answer],
});
export const coded = (code: string) => ({ valueCoding: { system: ocs.accessReason, code } });

/** The answers of a break glass for one reason. */
export const breakGlassFor = (reason: string) => [
  item('attestation', { valueBoolean: true }),
  item('answer', coded('break-glass')),
  item('reason', coded(reason)),
  item('justification', { valueString: 'Found collapsed; no history from anyone.' }),
];

export type DecisionWords = {
  readonly id?: string;
  readonly user?: string;
  readonly breakGlass?: boolean;
  /** Under the break glass policy, for a duty of the law's own. */
  readonly duty?: 'required-by-statute' | 'required-by-court-order';
  readonly items?: readonly ReturnType<typeof item>[];
};

export const permissionItems = [
  item('attestation', { valueBoolean: true }),
  item('answer', coded('patient-agreed')),
];
export const breakGlassItems = breakGlassFor('unconscious');

/** The Consent as the app writes it. */
export function consentBody(patientId: string, words: DecisionWords = {}) {
  const { id = crypto.randomUUID(), user = 'gp-one', breakGlass = false } = words;
  const patient = { reference: `Patient/${patientId}` };
  const concept = (system: string, code: string) => ({ coding: [{ system, code }] });
  return {
    resourceType: 'Consent',
    status: 'active',
    identifier: [{ system: identifierSystem.uri, value: `urn:uuid:${id}` }],
    scope: concept(codeSystem.consentScope, 'patient-privacy'),
    category: [concept(codeSystem.loinc, '59284-0')],
    patient,
    dateTime: '2026-11-22T10:00:00Z',
    policy: [{ uri: breakGlass ? ocs.breakGlassPolicy : ocs.permissionPolicy }],
    performer: [breakGlass ? actorOf(user) : patient],
    provision: {
      type: 'permit',
      purpose: [
        words.duty === undefined
          ? { system: codeSystem.actReason, code: breakGlass ? 'BTG' : 'TREAT' }
          : { system: ocs.accessReason, code: words.duty },
      ],
      actor: [{ role: concept(codeSystem.participationType, 'IRCP'), reference: actorOf(user) }],
    },
    sourceReference: { reference: '#answers' },
    contained: [
      {
        resourceType: 'QuestionnaireResponse',
        id: 'answers',
        status: 'completed',
        questionnaire: ocs.questionnaire,
        item: words.items ?? (breakGlass ? breakGlassItems : permissionItems),
      },
    ],
  };
}

export const transactionOf = (
  consent: ReturnType<typeof consentBody> | Record<string, unknown>,
  urn: string,
) => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [
    {
      fullUrl: urn,
      resource: consent,
      request: {
        method: 'POST',
        url: 'Consent',
        ifNoneExist: `identifier=${identifierSystem.uri}|${urn}`,
      },
    },
  ],
});

/** Sends one decision; `change` forges the Consent before it goes. */
export function record(
  setting: Setting,
  token: string,
  patientId: string,
  words: DecisionWords = {},
  change: (consent: ReturnType<typeof consentBody>) => Record<string, unknown> = (consent) =>
    consent,
): Promise<Response> {
  const dateTime = setting.time.now.toISOString();
  const consent = { ...consentBody(patientId, words), dateTime };
  const urn = consent.identifier[0]?.value ?? '';
  return setting.call(token, '', {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(transactionOf(change(consent), urn)),
  });
}

/** A change made to a Consent before it is sent. */
export type Forgery = (consent: ReturnType<typeof consentBody>) => Record<string, unknown>;

/** The Consent that a recorded decision became; fails the test where it was refused. */
export async function recordedConsent(answer: Promise<Response>) {
  const { entry } = bundleShape.parse(await (await answer).json());
  return storedConsent.parse(entry[0]?.resource);
}

const storedConsent = z.looseObject({
  id: z.string(),
  provision: z.looseObject({ period: z.object({ start: z.string(), end: z.string() }) }),
});

/** Ends a Consent as the app does. */
export const end = (setting: Setting, token: string, consent: { readonly id: string }) =>
  setting.call(token, `/Consent/${consent.id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify({ ...consent, status: 'inactive' }),
  });
