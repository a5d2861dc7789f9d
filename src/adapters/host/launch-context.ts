import type { ClosedReason } from '../../flow/closed.ts';
import type { HostSession } from '../../flow/state.ts';
import type { HostSettings } from '../settings.ts';
import { isRecord } from './discovery.ts';
import { identifiersInContext } from './fhir-context.ts';
import { missingScope } from './scopes.ts';

export type LaunchContext =
  | { readonly type: 'ok'; readonly session: HostSession }
  | { readonly type: 'refused'; readonly reason: ClosedReason };

/** FHIR R4 `id`. */
export const fhirId = /^[A-Za-z0-9\-.]{1,64}$/;

/**
 * The launch context of a token response (SMART App Launch 2.2, "Launch context arrives with your
 * access token"), judged by what was granted and not by what was asked for.
 * @param response the token response as the host sent it
 */
export function launchContext(response: unknown, settings: HostSettings): LaunchContext {
  const top = isRecord(response) ? response : {};
  const fields = { ...top, ...atThisLocation(top, settings.issuer) };
  const granted: unknown = fields['scope'];
  const missing = missingScope(typeof granted === 'string' ? granted : '', settings.requiredScopes);
  if (missing !== null)
    return { type: 'refused', reason: { type: 'scope-missing', scope: missing } };
  const patientId: unknown = fields['patient'];
  if (typeof patientId !== 'string' || !fhirId.test(patientId)) {
    return { type: 'refused', reason: { type: 'no-patient-in-context' } };
  }
  const encounter: unknown = fields['encounter'];
  return {
    type: 'ok',
    session: {
      patientId,
      encounterId: typeof encounter === 'string' && fhirId.test(encounter) ? encounter : null,
      // Only a plain `false` shrinks the banner: absent or unclear means ours is needed.
      needPatientBanner: fields['need_patient_banner'] !== false,
      nhsNumbersInContext: identifiersInContext(fields['fhirContext'], settings.nhsNumber.systems),
      reopens: null,
    },
  };
}

/**
 * A host that serves several FHIR bases says per location what holds there, and that overrides
 * the top level (SMART App Launch 2.2, "authorization_details").
 */
function atThisLocation(
  response: Readonly<Record<string, unknown>>,
  issuer: string,
): Readonly<Record<string, unknown>> {
  const details: unknown = response['authorization_details'];
  if (!Array.isArray(details)) return {};
  const here = details.find((each: unknown) => {
    const locations: unknown = isRecord(each) ? each['locations'] : null;
    return Array.isArray(locations) && locations.includes(issuer);
  }) as unknown;
  if (!isRecord(here)) return {};
  const overriding = ['scope', 'patient', 'encounter', 'need_patient_banner', 'fhirContext'];
  return Object.fromEntries(overriding.filter((key) => key in here).map((key) => [key, here[key]]));
}
