/** What one decision is made of, on its way to the record and back. */
import type { AccessDecision, Declaration, Reopening } from '../../domain/access.ts';
import type { PatientRef } from '../../domain/person.ts';
import type { User, UserRole } from '../../domain/user.ts';
import type { Coding } from '../datatypes.ts';
import { codeSystem, ocs } from '../systems.ts';

export type DecisionFacts = {
  /** Lower-case UUID, made once per decision: a retry carries the same one. */
  readonly decisionId: string;
  readonly decision: AccessDecision;
  readonly patient: PatientRef;
  readonly user: User;
  /** The role the user opens the record in, chosen where they hold several. */
  readonly role: UserRole;
  readonly declared: readonly Declaration[];
  /** The version of the terms this user accepted; null where the exchange asks for none. */
  readonly terms: string | null;
  readonly reopens: Reopening | null;
};

/** Law, not an emergency: codes of our own and never BTG (domain notes, section 4). */
const legalReasons: readonly string[] = ['required-by-statute', 'required-by-court-order'];

/** `provision.purpose`: TREAT, BTG, or the duty in law that is neither. */
export function purposeOf(basis: AccessDecision['basis']): Required<Omit<Coding, 'display'>> {
  if (basis.type !== 'break-glass') return { system: codeSystem.actReason, code: 'TREAT' };
  return legalReasons.includes(basis.reason)
    ? { system: ocs.accessReason, code: basis.reason }
    : { system: codeSystem.actReason, code: 'BTG' };
}

/** BTG or a duty in law: either way the patient was not asked. */
export function isOverride({ system, code }: Coding): boolean {
  if (system === codeSystem.actReason) return code === 'BTG';
  return isLegal({ system, code });
}

export function isLegal({ system, code }: Coding): boolean {
  return system === ocs.accessReason && legalReasons.includes(code ?? '');
}

/** The one policy a basis is recorded under. */
export function policyOf(basis: AccessDecision['basis']): string {
  return basis.type === 'break-glass' ? ocs.breakGlassPolicy : ocs.permissionPolicy;
}
