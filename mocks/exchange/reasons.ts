/** Why a record is opened, in our codes, the standard ones and words (domain.md 3 and 4). */
import type { CodeableConcept, Coding } from 'fhir/r4';
import { codeSystem, exchangeSystem, ocs } from '../../src/fhir/systems.ts';

/** What a Consent is for: the patient's treatment, a break glass, or a duty of the law's own. */
export const purposes = ['TREAT', 'BTG', 'required-by-statute', 'required-by-court-order'] as const;
export type Purpose = (typeof purposes)[number];

type Reason = {
  /** As on screen. */
  readonly words: string;
  readonly purpose: Purpose;
  /** Standard codes, only where they mean the same. */
  readonly mapped?: readonly Coding[];
};

const override = (code: string): Coding => ({ system: codeSystem.actReason, code });
const scrAlert = (code: string): Coding => ({ system: exchangeSystem.scrAlertReason, code });

const permissions = {
  'patient-agreed': { words: 'The patient agreed', purpose: 'TREAT' },
  'young-person-agreed': { words: 'The young person understands and agreed', purpose: 'TREAT' },
  'agreed-earlier': { words: 'Agreed earlier in this episode', purpose: 'TREAT' },
  'proxy-agreed': { words: 'Someone who can decide for them agreed', purpose: 'TREAT' },
} as const satisfies Readonly<Record<string, Reason>>;

const breakGlass = {
  unconscious: {
    words: 'Unconscious or cannot communicate, and care is urgent',
    purpose: 'BTG',
    mapped: [override('OVRER'), scrAlert('5')],
  },
  'lacks-capacity': {
    words: 'Lacks capacity. Viewing is in their best interests',
    purpose: 'BTG',
    mapped: [override('OVRINCOMP'), scrAlert('5')],
  },
  'not-reachable': {
    words: 'Not here or cannot be reached, and care cannot wait',
    purpose: 'BTG',
    mapped: [scrAlert('5')],
  },
  'risk-in-asking': {
    words: 'Asking could put someone at serious risk',
    purpose: 'BTG',
    mapped: [scrAlert('1')],
  },
  other: { words: 'Another reason', purpose: 'BTG', mapped: [scrAlert('6')] },
  'public-interest': {
    words: 'Public interest',
    purpose: 'BTG',
    mapped: [override('OVRTPS'), scrAlert('1')],
  },
  'required-by-statute': {
    words: 'Required by statute',
    purpose: 'required-by-statute',
    mapped: [scrAlert('2')],
  },
  'required-by-court-order': {
    words: 'Required by court order',
    purpose: 'required-by-court-order',
    mapped: [scrAlert('3')],
  },
  'certifying-death': { words: 'Certifying this death', purpose: 'BTG' },
} as const satisfies Readonly<Record<string, Reason>>;

export type PermissionAnswer = keyof typeof permissions;
export type BreakGlassReason = keyof typeof breakGlass;

export const isPermission = (code: string | undefined): code is PermissionAnswer =>
  code !== undefined && Object.hasOwn(permissions, code);
export const isBreakGlassReason = (code: string | undefined): code is BreakGlassReason =>
  code !== undefined && Object.hasOwn(breakGlass, code);

const reasons: Readonly<Record<PermissionAnswer | BreakGlassReason, Reason>> = {
  ...permissions,
  ...breakGlass,
};

/** The purpose that goes with a reason: a duty of the law is no break glass (domain.md 4). */
export const purposeOf = (reason: PermissionAnswer | BreakGlassReason): Purpose =>
  reasons[reason].purpose;

/** A purpose as the standards code it, else as we do. */
export const purposeCoding = (code: Purpose): Coding => ({
  system: code === 'TREAT' || code === 'BTG' ? codeSystem.actReason : ocs.accessReason,
  code,
});

/** What the log will say of why: the purpose, then the reason in codes and words. */
export function purposesOfEvent(reason: PermissionAnswer | BreakGlassReason): CodeableConcept[] {
  const { purpose, words, mapped = [] } = reasons[reason];
  const ours = { system: ocs.accessReason, code: reason };
  return [{ coding: [purposeCoding(purpose)] }, { coding: [ours, ...mapped], text: words }];
}

/** Why something was refused or given up, in one of our codes. */
export const refusalPurpose = (code: string): CodeableConcept[] => [
  { coding: [{ system: ocs.accessReason, code }] },
];
