/** A restricted patient seen from two hosts: one whose policy shuts, one whose policy opens. */
import type { FhirResource } from 'fhir/r4';
import { leila } from '../../mocks/scenarios/patients/leila.ts';
import { sourceProfiles } from '../../mocks/scenarios/sources.ts';
import type { Scenario } from '../../mocks/scenarios/types.ts';
import { identifierSystem } from '../../src/fhir/systems.ts';
import { breakGlassItems, consentBody, transactionOf } from './decisions.ts';
import { exchangeHost, fhirBase } from './fake-host.ts';
import { ndjson } from './lines.ts';
import { bundleShape, createSetting } from './setting.ts';

const hospital: FhirResource = {
  resourceType: 'Organization',
  id: 'org',
  identifier: [{ system: identifierSystem.odsOrganisation, value: sourceProfiles.ouh.odsCode }],
  name: sourceProfiles.ouh.name,
};

/** The practice shuts by default; the hospital opens without location. */
export async function restrictedSetting(scenario: Scenario = leila) {
  const epr = {
    ...exchangeHost,
    key: 'epr',
    policy: { restricted: 'open-without-location' },
  } as const;
  const setting = await createSetting({ hosts: [exchangeHost, epr], scenarios: [scenario] });
  const { host } = setting;
  const patient = scenario.host.id ?? '';
  host.resources.set(`Patient/${patient}`, scenario.host);
  for (const [token, user] of [
    ['practice-nurse', 'nurse-two'],
    ['hospital-doctor', 'gp-one'],
  ] as const) {
    host.tokens.set(token, {
      client_id: 'ocs-launch',
      exp: Date.parse('2026-11-22T11:00:00Z') / 1000,
      patient,
      sub: `sub-${user}`,
      fhirUser: `${fhirBase}/Practitioner/${user}`,
    });
  }
  const at =
    (key: 'gp' | 'epr', token: string) =>
    async (path: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${token}`);
      return setting.exchange.fetch(
        new Request(`https://exchange.test/${key}/fhir${path}`, { ...init, headers }),
      );
    };
  const practice = at('gp', 'practice-nurse');
  const elsewhere = at('epr', 'practice-nurse');
  return {
    setting,
    /** A nurse of the patient's own practice, through the host that shuts. */
    practice,
    /** The same nurse, through the host that opens: somebody else's row in the log. */
    nurseOpens: async () => {
      const id = await traceAt(elsewhere, scenario.nhsNumber);
      return recordAt(elsewhere, id, 'nurse-two');
    },
    /** From here on the users of this host work at the hospital. */
    hospital: () => {
      host.resources.set('Organization/org', hospital);
      return at('epr', 'hospital-doctor');
    },
  };
}

export type Caller = (path: string, init?: RequestInit) => Promise<Response>;

export const traceBytes = (call: Caller, number: string): Promise<Response> =>
  call('/Patient/_search', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      identifier: `${identifierSystem.nhsNumber}|${number}`,
    }).toString(),
  });

/** Traces and returns the opaque id. */
export async function traceAt(call: Caller, number: string): Promise<string> {
  const bundle = bundleShape.parse(await (await traceBytes(call, number)).json());
  const found = bundle.entry.find(({ resource }) => resource.resourceType === 'Patient');
  return found?.resource.id ?? '';
}

/** A break glass, so that the log has a justification to hold back. */
export function recordAt(call: Caller, id: string, user = 'gp-one'): Promise<Response> {
  const consent = consentBody(id, { user, breakGlass: true, items: breakGlassItems });
  return call('', {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(transactionOf(consent, consent.identifier[0]?.value ?? '')),
  });
}

export const streamOf = async (call: Caller, id: string): Promise<string> =>
  (await call(`/Patient/${id}/$summary`, ndjson)).text();
export const documentOf = async (call: Caller, id: string): Promise<string> =>
  (await call(`/Patient/${id}/$summary`)).text();
