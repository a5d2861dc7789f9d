/** A clinician at the sandbox without a browser: presses the host's button, then speaks as the app. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { scenarios } from '../../mocks/scenarios/catalogue.ts';
import type { Sandbox } from '../../mocks/sandbox.ts';
import { codeSystem, identifierSystem, ocs } from '../../src/fhir/systems.ts';

type Host = 'gp' | 'epr';
type Identifier = { readonly system: string; readonly value: string };

const scope =
  'launch openid fhirUser online_access patient/Patient.rs patient/Encounter.rs ' +
  'user/Practitioner.rs user/PractitionerRole.rs user/Organization.rs';
const tokenShape = z.object({ access_token: z.string() });
const traceShape = z.object({
  entry: z.array(
    z.object({ resource: z.object({ resourceType: z.string(), id: z.string().optional() }) }),
  ),
});
const trailShape = z.object({
  events: z.array(z.object({ type: z.string(), user: z.string() })),
});

/** One launch of one patient by one user; every call goes over HTTP as the app's would. */
export async function launchAs(
  sandbox: Sandbox,
  who: { host: Host; user: string; patient: string; variant?: string },
) {
  const { token } = await signIn(sandbox, who);
  const nhsNumber = scenarioOf(who.patient).nhsNumber;
  const ask = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${token}`);
    return fetch(`${sandbox.exchangeOrigin}/${who.host}/fhir${path}`, { ...init, headers });
  };
  const trace = () =>
    ask('/Patient/_search', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ identifier: `${identifierSystem.nhsNumber}|${nhsNumber}` }),
    });
  return {
    ask,
    trace,
    /** Traces and answers the exchange's opaque id. */
    tracedId: async () => {
      const { entry } = traceShape.parse(await (await trace()).json());
      return entry.find(({ resource }) => resource.resourceType === 'Patient')?.resource.id ?? '';
    },
    record: (patientId: string, actor: Identifier) =>
      ask('', {
        method: 'POST',
        headers: { 'Content-Type': 'application/fhir+json' },
        body: JSON.stringify(permission(patientId, actor)),
      }),
    summary: (patientId: string) => ask(`/Patient/${patientId}/$summary`),
  };
}

/** What the exchange's own trail says, oldest first: the kind of each event. */
export async function trailOf(sandbox: Sandbox): Promise<readonly string[]> {
  const response = await fetch(`${sandbox.exchangeOrigin}/sandbox/audit`);
  return trailShape.parse(await response.json()).events.map(({ type }) => type);
}

function scenarioOf(key: string) {
  const found = scenarios.find((scenario) => scenario.key === key);
  if (found === undefined) throw new Error(`No scenario ${key}`);
  return found;
}

async function signIn(
  { hostOrigin, appOrigin }: Sandbox,
  who: { host: Host; user: string; patient: string; variant?: string },
): Promise<{ token: string }> {
  const pressed = await fetch(`${hostOrigin}/${who.host}/launch`, {
    method: 'POST',
    body: new URLSearchParams({
      user: who.user,
      patient: scenarioOf(who.patient).host.id ?? '',
      variant: who.variant ?? '',
    }),
    redirect: 'manual',
  });
  const launch = new URL(pressed.headers.get('location') ?? '').searchParams.get('launch') ?? '';
  const verifier = randomBytes(32).toString('base64url');
  const request = new URL(`${hostOrigin}/${who.host}/auth/auth`);
  request.search = new URLSearchParams({
    response_type: 'code',
    client_id: 'ocs-launch',
    redirect_uri: `${appOrigin}/index.html`,
    scope,
    state: randomUUID(),
    aud: `${hostOrigin}/${who.host}/fhir`,
    launch,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const authorised = await fetch(request, { redirect: 'manual' });
  const code = new URL(authorised.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const redeemed = await fetch(`${hostOrigin}/${who.host}/auth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: 'ocs-launch',
      redirect_uri: `${appOrigin}/index.html`,
      code,
      code_verifier: verifier,
    }),
  });
  return { token: tokenShape.parse(await redeemed.json()).access_token };
}

/** The transaction that records "the patient agreed, today" (contract.md 2.3). */
function permission(patientId: string, identifier: Identifier) {
  const urn = `urn:uuid:${randomUUID()}`;
  const concept = (system: string, code: string) => ({ coding: [{ system, code }] });
  const patient = { reference: `Patient/${patientId}` };
  const consent = {
    resourceType: 'Consent',
    status: 'active',
    identifier: [{ system: identifierSystem.uri, value: urn }],
    scope: concept(codeSystem.consentScope, 'patient-privacy'),
    category: [concept(codeSystem.loinc, '59284-0')],
    patient,
    dateTime: new Date().toISOString(),
    policy: [{ uri: ocs.permissionPolicy }],
    performer: [patient],
    provision: {
      type: 'permit',
      purpose: [{ system: codeSystem.actReason, code: 'TREAT' }],
      actor: [
        {
          role: concept(codeSystem.participationType, 'IRCP'),
          reference: { type: 'Practitioner', identifier },
        },
      ],
    },
    sourceReference: { reference: '#answers' },
    contained: [
      {
        resourceType: 'QuestionnaireResponse',
        id: 'answers',
        status: 'completed',
        questionnaire: ocs.questionnaire,
        item: [
          { linkId: 'attestation', answer: [{ valueBoolean: true }] },
          {
            linkId: 'answer',
            answer: [{ valueCoding: { system: ocs.accessReason, code: 'patient-agreed' } }],
          },
        ],
      },
    ],
  };
  const request = {
    method: 'POST',
    url: 'Consent',
    ifNoneExist: `identifier=${identifierSystem.uri}|${urn}`,
  };
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [{ fullUrl: urn, resource: consent, request }],
  };
}
