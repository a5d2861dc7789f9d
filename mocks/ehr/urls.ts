import type { HostKey } from '../scenarios/types.ts';

export const hostKeys: readonly HostKey[] = ['gp', 'epr'];

/** The registered clients. Fixed, because an integrator's own registration is fixed too. */
export const clientIds = { app: 'ocs-launch', exchange: 'ocs-exchange' } as const;

export type HostUrls = {
  readonly issuer: string;
  readonly fhirBase: string;
  readonly authPath: string;
  readonly fhirPath: string;
};

/** The addresses of one SMART host under the server's origin. Pure. */
export function hostUrls(origin: string, host: HostKey): HostUrls {
  const authPath = `/${host}/auth`;
  const fhirPath = `/${host}/fhir`;
  return { issuer: origin + authPath, fhirBase: origin + fhirPath, authPath, fhirPath };
}
