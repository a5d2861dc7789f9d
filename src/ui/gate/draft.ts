/** What has been answered so far. What it amounts to is in `judge.ts`. */
import {
  type AccessDecision,
  type BreakGlassReason,
  type ProxyKind,
  reachOf,
} from '../../domain/access.ts';

export type Answer =
  | 'patient-agreed'
  | 'agreed-earlier'
  | 'proxy-agreed'
  | 'break-glass'
  | 'refused'
  /** Refused, and someone is at risk of serious harm or the law requires it. */
  | 'overriding'
  /** The one answer for which the record of someone who has died may be opened. */
  | 'certifying';

export type Draft = {
  readonly answer: Answer | null;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly proxy: ProxyKind | null;
  readonly reason: BreakGlassReason | null;
  readonly justification: string;
  readonly samePerson: boolean;
  /** `UserRole.id`; asked only of who holds several roles. */
  readonly role: string | null;
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
  role: null,
  askedOnceMore: false,
};

/** Where an answer is missing; each has an element of this name to move to. */
export type FieldId =
  | 'answer'
  | 'same-person'
  | 'asked-by'
  | 'asked-at'
  | 'proxy'
  | 'reason'
  | 'justification'
  | 'role';
export type FieldError = { readonly field: FieldId; readonly message: string };

/** The answers behind a decision, so that a failed recording loses nothing that was typed. */
export function draftOf(decision: AccessDecision): Draft {
  const { basis, confirmed, role } = decision;
  const kept = { ...emptyDraft, role, samePerson: confirmed.length > 0 };
  switch (basis.type) {
    case 'patient-agreed':
    case 'young-person-agreed':
      return { ...kept, answer: 'patient-agreed' };
    case 'agreed-earlier':
      return { ...kept, answer: basis.type, askedBy: basis.askedBy, askedAt: basis.askedAt };
    case 'proxy-agreed':
      return { ...kept, answer: basis.type, proxy: basis.proxy };
    case 'break-glass': {
      const { reason, justification, short } = basis;
      return { ...kept, answer: answerOf(reason), reason, justification, askedOnceMore: short };
    }
  }
}

function answerOf(reason: BreakGlassReason): Answer {
  switch (reachOf(reason)) {
    case 'cannot-ask':
      return 'break-glass';
    case 'overriding':
      return 'overriding';
    case 'death':
      return 'certifying';
  }
}
