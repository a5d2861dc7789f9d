/** What people are employed as, by the codes that the app and the exchange judge them by. */
import type { Identifier } from 'fhir/r4';
import { codeSystem, exchangeSystem, identifierSystem } from '../../../src/fhir/systems.ts';

/** The EPR's own list of jobs, which no national table knows. */
const eprJobRoleSystem = 'https://epr.example.org/CodeSystem/job-role';

export type StaffRole = {
  readonly id: string;
  /** 12 digits, `sds-role-profile-id`; absent where the host knows no national role. */
  readonly profileId?: string;
  readonly system: string;
  readonly code: string;
  readonly display: string;
  /** What the job is called where it is not the user's only one. */
  readonly jobTitle?: string;
  /** Where it is held, if not at the host's own organisation. */
  readonly at?: Workplace;
};

export type Workplace = { readonly id: string; readonly odsCode: string; readonly name: string };

const accessRoles = {
  R8000: ['S8000:G8000:R8000', 'Clinical Practitioner Access Role'],
  R8001: ['S8000:G8000:R8001', 'Nurse Access Role'],
  R8003: ['S8000:G8000:R8003', 'Health Professional Access Role'],
  R8014: ['S8002:G8003:R8014', 'Social Worker Access Role'],
  R8004: ['S8000:G8000:R8004', 'Healthcare Student Access Role'],
  // The first segment says clinical; only the last one counts (domain.md 7).
  R8009: ['S8000:G8001:R8009', 'Receptionist Access Role'],
  R1070: ['S8000:G8000:R1070', 'Paramedic'],
  R0001: ['S0010:G0020:R0001', 'Privacy Officer'],
} as const;

/** A role with a national code. */
export function nationalRole(
  id: string,
  profileId: string,
  segment: keyof typeof accessRoles,
  more: Pick<StaffRole, 'jobTitle' | 'at'> = {},
): StaffRole {
  const [code, display] = accessRoles[segment];
  return { id, profileId, system: exchangeSystem.sdsJobRole, code, display, ...more };
}

/** A role that only the host has a code for. */
export function hostRole(id: string, code: string, display: string): StaffRole {
  return { id, system: eprJobRoleSystem, code, display };
}

/** A role as a SNOMED CT occupation. */
export function occupation(id: string, code: string, display: string): StaffRole {
  return { id, system: codeSystem.snomed, code, display };
}

/** Staff and professional register numbers. */
const under =
  (system: string) =>
  (value: string): Identifier => ({ system, value });
export const sdsUser = under(identifierSystem.sdsUserId);
export const gmc = under(identifierSystem.gmc);
export const nmc = under(identifierSystem.nmc);
export const gphc = under(identifierSystem.gphc);
export const hcpc = under(identifierSystem.hcpc);
