/**
 * The decision to look: permission to view, or break glass. Never the consent to share, which
 * the GP practice holds and nobody here can override.
 * Source: domain notes sections 3 and 4; THO v3-ActReason TREAT and BTG.
 */
import type { ComparedField } from './demographic-match.ts';

export const breakGlassReasons = [
  'unconscious',
  'lacks-capacity',
  'not-reachable',
  'risk-in-asking',
  'other',
] as const;
export type BreakGlassReason = (typeof breakGlassReasons)[number];

/** Who may decide for someone else; next of kin alone may not. */
export type ProxyKind = 'attorney' | 'deputy' | 'parental-responsibility';

export type Permission =
  | { readonly type: 'patient-agreed' }
  | { readonly type: 'young-person-agreed' }
  | { readonly type: 'agreed-earlier'; readonly askedBy: string; readonly askedAt: string }
  | { readonly type: 'proxy-agreed'; readonly proxy: ProxyKind };

export type BreakGlass = {
  readonly type: 'break-glass';
  readonly reason: BreakGlassReason;
  /** One sentence; read by the privacy team, never printed in the log others see. */
  readonly justification: string;
  /** The length check asked once more and the clinician went on. */
  readonly short: boolean;
};

export type AccessDecision = {
  readonly basis: Permission | BreakGlass;
  /** Differences in the demographics the clinician confirmed are the same person. */
  readonly confirmed: readonly ComparedField[];
};

declare const receipt: unique symbol;

/**
 * Proof that the exchange recorded this access. Made only from the exchange's answer to the
 * record; nothing that asks for clinical data can be built without one.
 */
export type AccessReceipt = {
  readonly [receipt]: true;
  readonly consentId: string;
  readonly basis: 'permission' | 'break-glass';
  /** When the exchange recorded it, by its own clock (FHIR instant). */
  readonly recordedAt: string;
  /** When it stops counting (FHIR instant), null where the exchange gave none. */
  readonly until: string | null;
};

/** @param facts what the exchange's answer said; call this nowhere but where it was parsed */
export function receiptOf(facts: {
  readonly consentId: string;
  readonly basis: 'permission' | 'break-glass';
  readonly recordedAt: string;
  readonly until: string | null;
}): AccessReceipt {
  return facts as AccessReceipt;
}

/** Counted in characters that carry meaning, so that "........" is short. */
export function isShortJustification(text: string, atLeast: number): boolean {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length < atLeast;
}
