/**
 * Who is asking: the clinician as the host's session describes them.
 * Source: domain notes section 7 (SDS user and role identifiers, job role codes).
 */
import type { ClinicalDate } from './clinical-date.ts';
import type { NhsNumber } from './nhs-number.ts';
import type { PersonName } from './person.ts';

export type RegisteredIdentifier = {
  readonly system: string;
  readonly value: string;
};

export type RoleCode = {
  readonly system: string;
  readonly code: string;
};

/** One job the user holds. `text` is what the host calls it ("Emergency registrar"). */
export type UserRole = {
  readonly id: string;
  readonly codes: readonly RoleCode[];
  readonly text: string;
  readonly organisation: Organisation | null;
};

export type Organisation = {
  readonly odsCode: string | null;
  readonly name: string;
};

export type User = {
  /** Absolute URL of the verified `fhirUser`. */
  readonly fhirUser: string;
  readonly displayName: string;
  readonly names: readonly PersonName[];
  readonly birthDate: ClinicalDate | null;
  readonly nhsNumber: NhsNumber | null;
  /** SDS user id, GMC, NMC, GPhC or HCPC number, else the host's own practitioner id. */
  readonly identifier: RegisteredIdentifier;
  readonly roles: readonly UserRole[];
};

/** Which role codes may open the record; configuration, not code (see smart-config.json). */
export type RolePolicy = {
  /** Last segments of national job role codes, e.g. `R8000`. */
  readonly clinicalCodes: readonly string[];
  /** SNOMED CT occupation codes. */
  readonly clinicalSnomed: readonly string[];
  /** A host's own code, `system|code` or `code`, to a national one. */
  readonly roleMap: Readonly<Record<string, string>>;
};

export type RoleVerdict =
  | { readonly type: 'clinician'; readonly role: UserRole }
  | { readonly type: 'not-clinician'; readonly roleText: string }
  | { readonly type: 'no-role' };

const snomed = 'http://snomed.info/sct';

/**
 * May this user open the record at all? Judged by allow-list on the last segment of the role
 * code: `S8000:` alone does not make a clinician (a medical secretary is S8000:G8001:R8006).
 * @returns the first clinical role; a role that is unknown or absent never passes
 */
export function judgeRole(user: User, policy: RolePolicy): RoleVerdict {
  const first = user.roles[0];
  if (!first) return { type: 'no-role' };
  const clinical = user.roles.find((role) => role.codes.some((code) => isClinical(code, policy)));
  return clinical
    ? { type: 'clinician', role: clinical }
    : { type: 'not-clinician', roleText: first.text };
}

function isClinical(role: RoleCode, policy: RolePolicy): boolean {
  if (role.system === snomed && policy.clinicalSnomed.includes(role.code)) return true;
  const mapped =
    own(policy.roleMap, `${role.system}|${role.code}`) ??
    own(policy.roleMap, role.code) ??
    role.code;
  return policy.clinicalCodes.includes(lastSegment(mapped));
}

/** A role code named `constructor` must not reach the object's prototype. */
function own(map: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

function lastSegment(code: string): string {
  return code.split(':').at(-1) ?? '';
}
