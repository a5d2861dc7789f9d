/**
 * What the answers amount to. Pure, so that the rules of the gate can be read in one place.
 * Source: domain notes sections 3 and 4.
 */
import {
  type AccessDecision,
  type BreakGlassReason,
  deathReason,
  isShortJustification,
  type ProxyKind,
} from '../../domain/access.ts';
import type { ComparedField } from '../../domain/demographic-match.ts';
import type { ClinicalRoles } from '../../domain/user.ts';
import { gateErrors } from '../wording/answering.ts';
import type { DecidingAge } from '../wording/gate.ts';
import { breaksGlass, reasonsFor } from './answer-kinds.ts';
import type { Draft, FieldError, FieldId } from './draft.ts';
import { proxiesFor } from './who-may-decide.ts';

/** What of the patient, the user and the policy an answer depends on. */
export type GateRules = {
  /** Which question is asked: for permission, whether it still stands, or why, of the dead. */
  readonly asks: 'permission' | 'whether-it-stands' | 'why-of-the-dead';
  readonly age: DecidingAge;
  readonly toConfirm: readonly ComparedField[];
  readonly roles: ClinicalRoles;
  /** The reasons this deployer offers. */
  readonly reasons: readonly BreakGlassReason[];
  readonly minimumJustification: number;
};

export type Judged =
  | { readonly type: 'decide'; readonly decision: AccessDecision }
  | { readonly type: 'confirm'; readonly decision: Pick<AccessDecision, 'confirmed' | 'role'> }
  | { readonly type: 'ask-once-more' }
  | { readonly type: 'incomplete'; readonly errors: readonly FieldError[] };

/** The button was pressed under an answer that would open the record: what happens? */
export function judge(draft: Draft, rules: GateRules): Judged {
  const errors = errorsIn(draft, rules);
  const role = roleOf(draft, rules);
  if (errors.length > 0 || role === null) return { type: 'incomplete', errors };
  const said = { confirmed: rules.toConfirm, role };
  if (rules.asks === 'whether-it-stands') return { type: 'confirm', decision: said };
  const basis = basisOf(draft, rules);
  if (basis === null) return { type: 'incomplete', errors: [noAnswer(rules)] };
  if (basis.type === 'break-glass' && basis.short && !draft.askedOnceMore) {
    return { type: 'ask-once-more' };
  }
  return { type: 'decide', decision: { basis, ...said } };
}

/**
 * What a refused press found and still is missing under other answers. Nothing else is found here:
 * what is missing besides is told by the next press. A no needs nothing filled in.
 */
export function stillMissing(
  errors: readonly FieldError[],
  draft: Draft,
  rules: GateRules,
): readonly FieldError[] {
  if (draft.answer === 'refused') return [];
  const now = errorsIn(draft, rules).map(({ message }) => message);
  return errors.filter(({ message }) => now.includes(message));
}

function noAnswer({ asks }: GateRules): FieldError {
  const { noAnswer: message, noAnswerOfDeath } = gateErrors;
  return { field: 'answer', message: asks === 'why-of-the-dead' ? noAnswerOfDeath : message };
}

function errorsIn(draft: Draft, rules: GateRules): readonly FieldError[] {
  const missing = (field: FieldId, message: string, isMissing: boolean): FieldError[] =>
    isMissing ? [{ field, message }] : [];
  const { answer } = draft;
  return [
    ...missing(
      'same-person',
      gateErrors.samePerson,
      rules.toConfirm.length > 0 && !draft.samePerson,
    ),
    ...(answer === null && rules.asks !== 'whether-it-stands' ? [noAnswer(rules)] : []),
    ...missing('asked-by', gateErrors.askedBy, answer === 'agreed-earlier' && !said(draft.askedBy)),
    ...missing('asked-at', gateErrors.askedAt, answer === 'agreed-earlier' && !said(draft.askedAt)),
    ...missing(
      'proxy',
      gateErrors.proxy,
      answer === 'proxy-agreed' && proxyOf(draft, rules) === null,
    ),
    ...missing(
      'reason',
      answer === 'overriding' ? gateErrors.overridingReason : gateErrors.reason,
      breaksGlass(answer) && reasonOf(draft, rules) === null,
    ),
    ...missing(
      'justification',
      gateErrors.justification,
      breaksGlass(answer) && !said(draft.justification),
    ),
    ...missing('role', gateErrors.role, roleOf(draft, rules) === null),
  ];
}

function said(text: string): boolean {
  return text.trim() !== '';
}

/** A reason chosen under another answer does not count for this one. */
function reasonOf(draft: Draft, rules: GateRules): BreakGlassReason | null {
  if (draft.answer === 'certifying') return deathReason;
  return reasonsFor(draft.answer, rules).find((reason) => reason === draft.reason) ?? null;
}

/** With one role there is nothing to choose. */
function roleOf(draft: Draft, { roles }: GateRules): string | null {
  const [only, ...more] = roles;
  if (more.length === 0) return only.id;
  return roles.find(({ id }) => id === draft.role)?.id ?? null;
}

/** Where only one kind of person may decide there is nothing to choose. */
function proxyOf(draft: Draft, rules: GateRules): ProxyKind | null {
  const kinds = proxiesFor(rules.age);
  if (kinds.length === 1) return kinds[0] ?? null;
  return draft.proxy !== null && kinds.includes(draft.proxy) ? draft.proxy : null;
}

function basisOf(draft: Draft, rules: GateRules): AccessDecision['basis'] | null {
  switch (draft.answer) {
    case 'patient-agreed':
      return { type: rules.age === 'under-sixteen' ? 'young-person-agreed' : 'patient-agreed' };
    case 'agreed-earlier':
      return {
        type: 'agreed-earlier',
        askedBy: draft.askedBy.trim(),
        askedAt: draft.askedAt.trim(),
      };
    case 'proxy-agreed': {
      const proxy = proxyOf(draft, rules);
      return proxy === null ? null : { type: 'proxy-agreed', proxy };
    }
    case 'break-glass':
    case 'overriding':
    case 'certifying': {
      const reason = reasonOf(draft, rules);
      if (reason === null) return null;
      const justification = draft.justification.trim();
      const short = isShortJustification(justification, rules.minimumJustification);
      return { type: 'break-glass', reason, justification, short };
    }
    case 'refused':
    case null:
      return null;
  }
}
