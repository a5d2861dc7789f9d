/**
 * What has been answered so far, and what it amounts to. Pure, so that the rules of the gate can
 * be read in one place. Source: domain notes sections 3 and 4.
 */
import {
  type AccessDecision,
  type BreakGlassReason,
  isShortJustification,
  type ProxyKind,
} from '../../domain/access.ts';
import { yearsOld } from '../../domain/age.ts';
import type { ClinicalDate } from '../../domain/clinical-date.ts';
import type { ComparedField } from '../../domain/demographic-match.ts';
import { type DecidingAge, gateErrors } from '../wording/gate.ts';

export type Answer =
  'patient-agreed' | 'agreed-earlier' | 'proxy-agreed' | 'break-glass' | 'refused';

export type Draft = {
  readonly answer: Answer | null;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly proxy: ProxyKind | null;
  readonly reason: BreakGlassReason | null;
  readonly justification: string;
  readonly samePerson: boolean;
  /** The short justification was asked about; the next press goes through. */
  readonly askedOnceMore: boolean;
};

export const emptyDraft: Draft = {
  answer: null,
  askedBy: '',
  askedAt: '',
  proxy: null,
  reason: null,
  justification: '',
  samePerson: false,
  askedOnceMore: false,
};

/** Where an answer is missing; each has an element of this name to move to. */
export type FieldId =
  'answer' | 'same-person' | 'asked-by' | 'asked-at' | 'proxy' | 'reason' | 'justification';
export type FieldError = { readonly field: FieldId; readonly message: string };

export type Judged =
  | { readonly type: 'refuse' }
  | { readonly type: 'decide'; readonly decision: AccessDecision }
  | { readonly type: 'ask-once-more' }
  | { readonly type: 'incomplete'; readonly errors: readonly FieldError[] };

/** What of the patient and the policy an answer depends on. */
export type GateRules = {
  readonly age: DecidingAge;
  readonly toConfirm: readonly ComparedField[];
  readonly minimumJustification: number;
};

/** Under 16, 16 and 17, or adult; where the age is not known the adult words apply. */
export function decidingAge(birthDate: ClinicalDate | null, now: ClinicalDate): DecidingAge {
  const years = birthDate === null ? null : yearsOld(birthDate, now);
  if (years === null || years >= 18) return 'adult';
  return years >= 16 ? 'sixteen-or-seventeen' : 'under-sixteen';
}

/**
 * Who may decide for a patient of this age. A lasting power of attorney can only be given by an
 * adult, and the Court of Protection appoints deputies from 16 (Mental Capacity Act 2005, s. 2(5)
 * and s. 9(2)(c)).
 */
export function proxiesFor(age: DecidingAge): readonly ProxyKind[] {
  switch (age) {
    case 'adult':
      return ['attorney', 'deputy'];
    case 'sixteen-or-seventeen':
      return ['parental-responsibility', 'deputy'];
    case 'under-sixteen':
      return ['parental-responsibility'];
  }
}

/** The button was pressed: what happens? A refusal never needs anything else filled in. */
export function judge(draft: Draft, rules: GateRules): Judged {
  if (draft.answer === 'refused') return { type: 'refuse' };
  const errors = errorsIn(draft, rules);
  if (errors.length > 0) return { type: 'incomplete', errors };
  const basis = basisOf(draft, rules);
  if (basis === null) return { type: 'incomplete', errors: [noAnswer] };
  if (basis.type === 'break-glass' && basis.short && !draft.askedOnceMore) {
    return { type: 'ask-once-more' };
  }
  return { type: 'decide', decision: { basis, confirmed: rules.toConfirm } };
}

const noAnswer: FieldError = { field: 'answer', message: gateErrors.noAnswer };

function errorsIn(draft: Draft, rules: GateRules): readonly FieldError[] {
  const missing = (field: FieldId, message: string, isMissing: boolean): FieldError[] =>
    isMissing ? [{ field, message }] : [];
  const said = (text: string) => text.trim() !== '';
  const { answer } = draft;
  return [
    ...missing(
      'same-person',
      gateErrors.samePerson,
      rules.toConfirm.length > 0 && !draft.samePerson,
    ),
    ...missing('answer', gateErrors.noAnswer, answer === null),
    ...missing('asked-by', gateErrors.askedBy, answer === 'agreed-earlier' && !said(draft.askedBy)),
    ...missing('asked-at', gateErrors.askedAt, answer === 'agreed-earlier' && !said(draft.askedAt)),
    ...missing(
      'proxy',
      gateErrors.proxy,
      answer === 'proxy-agreed' && proxyOf(draft, rules) === null,
    ),
    ...missing('reason', gateErrors.reason, answer === 'break-glass' && draft.reason === null),
    ...missing(
      'justification',
      gateErrors.justification,
      answer === 'break-glass' && !said(draft.justification),
    ),
  ];
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
    case 'break-glass': {
      if (draft.reason === null) return null;
      const justification = draft.justification.trim();
      const short = isShortJustification(justification, rules.minimumJustification);
      return { type: 'break-glass', reason: draft.reason, justification, short };
    }
    case 'refused':
    case null:
      return null;
  }
}

/** The answers behind a decision, so that a failed recording loses nothing that was typed. */
export function draftOf(decision: AccessDecision): Draft {
  const { basis } = decision;
  const kept = { ...emptyDraft, samePerson: decision.confirmed.length > 0 };
  switch (basis.type) {
    case 'patient-agreed':
    case 'young-person-agreed':
      return { ...kept, answer: 'patient-agreed' };
    case 'agreed-earlier':
      return { ...kept, answer: basis.type, askedBy: basis.askedBy, askedAt: basis.askedAt };
    case 'proxy-agreed':
      return { ...kept, answer: basis.type, proxy: basis.proxy };
    case 'break-glass': {
      const { type: answer, reason, justification, short } = basis;
      return { ...kept, answer, reason, justification, askedOnceMore: short };
    }
  }
}
