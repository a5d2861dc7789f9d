/** Who may look: an allow-list judged on the last segment of a job role (domain.md 7). */
import { codeSystem } from '../../src/fhir/systems.ts';

/** One role the exchange read at the host. `code` is the host's; `rCode` the national one. */
export type Role = {
  readonly code?: string;
  readonly rCode?: string;
  readonly profileId?: string;
  /** Every code of the same PractitionerRole: a user may be named as acting in any of them. */
  readonly codes: readonly string[];
  readonly display: string;
  readonly clinical: boolean;
};

/** Clinical practitioner to bank, then the legacy codes: GP, consultant, nurse, midwife… */
const clinicalRoles: ReadonlySet<string> = new Set([
  'R8000',
  'R8001',
  'R8002',
  'R8003',
  'R8005',
  'R8016',
  'R8017',
  'R8024',
  'R0260',
  'R0050',
  'R0620',
  'R0680',
  'R1070',
  'R1290',
]);

/** SNOMED occupations: medical practitioner, nurse, pharmacist, midwife, paramedic, GP. */
const clinicalOccupations: ReadonlySet<string> = new Set([
  '158965000',
  '224535009',
  '46255001',
  '309453006',
  '397897005',
  '62247001',
]);

export const privacyOfficerRole = 'R0001';

/** The R-code of `S8000:G8000:R8000` or of a bare `R8000`; undefined for anything else. */
export function nationalRole(code: string): string | undefined {
  const last = code.split(':').at(-1)?.trim().toUpperCase() ?? '';
  return /^R\d{4}$/.test(last) ? last : undefined;
}

/**
 * Judges one coding. National codes by their last segment; SNOMED by the short list; any other
 * code only through the host's own map, never by its words.
 */
export function judgeRole(
  coding: { readonly system?: string | undefined; readonly code?: string | undefined },
  roleMap: Readonly<Record<string, string>>,
): { readonly rCode?: string; readonly clinical: boolean } {
  const code = coding.code ?? '';
  if (coding.system === codeSystem.snomed) return { clinical: clinicalOccupations.has(code) };
  const mapped = Object.hasOwn(roleMap, code) ? roleMap[code] : undefined;
  const rCode =
    coding.system === codeSystem.sdsJobRole ? nationalRole(code) : nationalRole(mapped ?? '');
  return rCode === undefined ? { clinical: false } : { rCode, clinical: clinicalRoles.has(rCode) };
}
