/** Who may look: an allow-list judged on the last segment of a job role (domain.md 7). */
import { codeSystem, exchangeSystem } from '../../src/fhir/systems.ts';
import type { ExchangeHost } from './options.ts';
import { policyOf } from './options.ts';

/** Where somebody works, as the host names it. */
export type HostOrganisation = { readonly odsCode?: string; readonly name: string };

/** One role the exchange read at the host. `code` is the host's; `rCode` the national one. */
export type Role = {
  readonly code?: string;
  readonly rCode?: string;
  readonly profileId?: string;
  /** Every code of the same PractitionerRole: a user may be named as acting in any of them. */
  readonly codes: readonly string[];
  readonly display: string;
  readonly clinical: boolean;
  /** Where this role is held; another role of the same user may be held elsewhere. */
  readonly organization?: HostOrganisation;
};

export const privacyOfficerRole = 'R0001';

/** The R-code of `S8000:G8000:R8000` or of a bare `R8000`; undefined for anything else. */
export function nationalRole(code: string): string | undefined {
  const last = code.split(':').at(-1)?.trim().toUpperCase() ?? '';
  return /^R\d{4}$/.test(last) ? last : undefined;
}

/** A code named `constructor` must not reach the object's prototype. */
const own = (map: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;

/**
 * Judges one coding by the host's policy. National codes by their last segment; SNOMED by the
 * short list; any other code only through the host's own map, never by its words.
 */
export function judgeRole(
  coding: { readonly system?: string | undefined; readonly code?: string | undefined },
  host: Pick<ExchangeHost, 'policy' | 'roleMap'>,
): { readonly rCode?: string; readonly clinical: boolean } {
  const { clinicalRoles, clinicalSnomed } = policyOf(host);
  const { system = '', code = '' } = coding;
  if (system === codeSystem.snomed) return { clinical: clinicalSnomed.includes(code) };
  const map = host.roleMap ?? {};
  const mapped = own(map, `${system}|${code}`) ?? own(map, code);
  const rCode = nationalRole(system === exchangeSystem.sdsJobRole ? code : (mapped ?? ''));
  return rCode === undefined
    ? { clinical: false }
    : { rCode, clinical: clinicalRoles.includes(rCode) };
}

/** Tells a user's roles apart across calls: which one a Consent was given in. */
export const roleKey = ({ profileId, code, organization }: Role): string =>
  JSON.stringify([profileId ?? '', code ?? '', organization?.odsCode ?? organization?.name ?? '']);
