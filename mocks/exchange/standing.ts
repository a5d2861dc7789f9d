/** Standing (contract.md 2.2): own permits, and the root deny of a dissent asked for live. */
import type { Bundle, Consent, FhirResource } from 'fhir/r4';
import { z } from 'zod';
import { codeSystem } from '../../src/fhir/systems.ts';
import { consentKey, decideStanding } from './access.ts';
import type { Call } from './context.ts';
import { fhirResponse, refusalResponse } from './http.ts';
import { invalid, unavailable } from './outcomes.ts';
import { recordRefusal } from './refusals.ts';
import { askSharing } from './sources/sharing.ts';

const consentShape = z.custom<Consent>(
  (value) => z.looseObject({ resourceType: z.literal('Consent') }).safeParse(value).success,
);

/** The practice's dissent as a Consent whose root provision denies (domain.md 3). */
const denial = (tracedId: string, date: string): Consent => ({
  resourceType: 'Consent',
  id: `dissent-${tracedId}`,
  status: 'active',
  scope: { coding: [{ system: codeSystem.consentScope, code: 'patient-privacy' }] },
  category: [{ coding: [{ system: codeSystem.loinc, code: '59284-0' }] }],
  patient: { reference: `Patient/${tracedId}` },
  dateTime: date,
  policyRule: {
    coding: [{ system: codeSystem.snomed, code: '416409005' }],
    text: 'Dissent to sharing, held by the GP practice',
  },
  provision: { type: 'deny' },
});

/** The opaque id in `patient=Patient/{id}` (or the bare id), or null. */
export function patientParameter(url: URL): string | null {
  const given = url.searchParams.getAll('patient');
  if (given.length !== 1) return null;
  return /^(?:Patient\/)?([A-Za-z0-9.-]{1,64})$/.exec(given[0] ?? '')?.[1] ?? null;
}

/** `GET Consent?patient=&status=active`. */
export async function searchConsents(call: Call): Promise<Response> {
  const { exchange, caller, base, request } = call;
  const url = new URL(request.url);
  const tracedId = patientParameter(url);
  if (tracedId === null || url.searchParams.get('status') !== 'active') {
    return refusalResponse(invalid('search', 'Search with patient and status=active.').refusal);
  }
  const standing = decideStanding(exchange, caller, tracedId);
  if (!standing.ok) {
    recordRefusal(call, standing.refusal);
    return refusalResponse(standing.refusal);
  }
  const sharing = await askSharing(exchange.sources, standing.value.person, request.signal);
  if (sharing === 'unknown') {
    const text = "The practice's sharing register did not answer.";
    return refusalResponse(unavailable('sharing-unknown', text).refusal);
  }
  const now = exchange.clock();
  const key = consentKey(caller, standing.value.patientKey);
  const permits = exchange.store
    .currentConsents(key, now)
    .map(({ body }) => consentShape.parse(JSON.parse(body)));
  const resources =
    sharing === 'dissent' ? [denial(tracedId, now.toISOString()), ...permits] : permits;
  const bundle: Bundle<FhirResource> = {
    resourceType: 'Bundle',
    type: 'searchset',
    total: resources.length,
    entry: resources.map((resource) => ({
      fullUrl: `${base}/Consent/${resource.id ?? ''}`,
      resource,
      search: { mode: 'match' },
    })),
  };
  return fhirResponse(bundle);
}
