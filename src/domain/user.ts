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

/**
 * One job the user holds, by the host's word about the job alone. `text` is what the host calls it
 * ("Emergency registrar").
 */
export type HeldRole = {
  readonly id: string;
  readonly codes: readonly RoleCode[];
  readonly text: string;
};

/** The same once its organisation was looked for; null: the host knows of none. */
export type UserRole = HeldRole & { readonly organisation: Organisation | null };

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
  /** GMC, NMC, GPhC or HCPC number, where the host gives one. */
  readonly registration: RegisteredIdentifier | null;
  readonly roles: readonly UserRole[];
};

/**
 * The user before the organisations of their roles were read: enough to judge who may ask, and too
 * little to be recorded.
 */
export type KnownUser = Omit<User, 'roles'> & { readonly roles: readonly HeldRole[] };

const sdsRoleProfile = /^\d{12}$/;

/** What a role is recorded by: its SDS profile, else the host's own code, which means something elsewhere. */
export function roleKey(role: UserRole): string {
  return sdsRoleProfile.test(role.id) ? role.id : (role.codes[0]?.code ?? '');
}

/** Which role codes may open the record; configuration, not code (see smart-config.json). */
export type RolePolicy = {
  /** Last segments of national job role codes, e.g. `R8000`. */
  readonly clinicalCodes: readonly string[];
  /** SNOMED CT occupation codes. */
  readonly clinicalSnomed: readonly string[];
  /** A host's own code, `system|code` or `code`, to a national one. */
  readonly roleMap: Readonly<Record<string, string>>;
  /** Last segments of role codes that see the review feed, and not the record. */
  readonly privacyCodes: readonly string[];
};

export type RoleVerdict<Role extends HeldRole = UserRole> =
  /** Every clinical role held, in the host's order. More than one: the user chooses. */
  | { readonly type: 'clinician'; readonly roles: OneOrMore<Role> }
  | { readonly type: 'privacy-officer'; readonly role: Role }
  | { readonly type: 'not-clinician'; readonly roleText: string }
  | { readonly type: 'no-role' };

export type OneOrMore<Role> = readonly [Role, ...Role[]];
export type ClinicalRoles = OneOrMore<UserRole>;

const snomed = 'http://snomed.info/sct';
const sdsJobRole = 'https://fhir.nhs.uk/CodeSystem/NHSDigital-SDS-JobRoleCode';

/**
 * May this user open the record at all? Judged by allow-list on the last segment of the role
 * code: `S8000:` alone does not make a clinician (a medical secretary is S8000:G8001:R8006).
 * @returns the clinical roles; a role that is unknown or absent never passes
 */
export function judgeRole<Role extends HeldRole>(
  user: { readonly roles: readonly Role[] },
  policy: RolePolicy,
): RoleVerdict<Role> {
  const [first] = user.roles;
  if (!first) return { type: 'no-role' };
  const [clinical, ...more] = user.roles.filter((role) => holds(role, policy, isClinical));
  if (clinical) return { type: 'clinician', roles: [clinical, ...more] };
  const officer = user.roles.find((role) => holds(role, policy, isPrivacyOfficer));
  return officer
    ? { type: 'privacy-officer', role: officer }
    : { type: 'not-clinician', roleText: first.text };
}

type Judge = (code: RoleCode, policy: RolePolicy) => boolean;

function holds({ codes }: HeldRole, policy: RolePolicy, judge: Judge): boolean {
  return codes.some((code) => judge(code, policy));
}

function isClinical(role: RoleCode, policy: RolePolicy): boolean {
  if (role.system === snomed) return policy.clinicalSnomed.includes(role.code);
  const national = nationalCode(role, policy);
  return national !== null && policy.clinicalCodes.includes(national);
}

function isPrivacyOfficer(role: RoleCode, policy: RolePolicy): boolean {
  const national = nationalCode(role, policy);
  return national !== null && policy.privacyCodes.includes(national);
}

/** A host's own code counts only through its map, however much it looks like a national one. */
function nationalCode(role: RoleCode, { roleMap }: RolePolicy): string | null {
  const mapped = own(roleMap, `${role.system}|${role.code}`) ?? own(roleMap, role.code);
  const code = mapped ?? (role.system === sdsJobRole ? role.code : null);
  return code === null ? null : (code.split(':').at(-1)?.trim().toUpperCase() ?? null);
}

/** A role code named `constructor` must not reach the object's prototype. */
function own(map: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
