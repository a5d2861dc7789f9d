/** The Consent transactions an app sends, and their forgeries. */
import { codeSystem, identifierSystem, ocs } from '../../src/fhir/systems.ts';
import { fhirBase } from './fake-host.ts';
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

export type DecisionWords = {
  readonly id?: string;
  readonly user?: string;
  readonly breakGlass?: boolean;
  readonly items?: readonly ReturnType<typeof item>[];
};

export const permissionItems = [
  item('attestation', { valueBoolean: true }),
  item('answer', coded('patient-agreed')),
];
export const breakGlassItems = [
  item('attestation', { valueBoolean: true }),
  item('answer', coded('break-glass')),
  item('reason', coded('unconscious')),
  item('justification', { valueString: 'Found collapsed; no history from anyone.' }),
];

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
      purpose: [{ system: codeSystem.actReason, code: breakGlass ? 'BTG' : 'TREAT' }],
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
