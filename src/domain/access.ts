/**
 * The decision to look: permission to view, or break glass. Never the consent to share, which
 * the GP practice holds and nobody here can override.
 * Source: domain notes sections 3 and 4; THO v3-ActReason TREAT and BTG.
 */
import type { ComparedField } from './demographic-match.ts';
import type { PatientRef } from './person.ts';

/** Why nobody who may decide can be asked, or why it does not count. Domain notes section 4. */
export const breakGlassReasons = [
  'unconscious',
  'lacks-capacity',
  'not-reachable',
  'risk-in-asking',
  'other',
  'public-interest',
  'required-by-statute',
  'required-by-court-order',
  'certifying-death',
] as const;
export type BreakGlassReason = (typeof breakGlassReasons)[number];

/** Reached from a refusal: someone else is at risk, or the law requires it. Off by default. */
export const overridingReasons = [
  'public-interest',
  'required-by-statute',
  'required-by-court-order',
] as const satisfies readonly BreakGlassReason[];

/** The one reason for which a policy may open the record of someone who has died. */
export const deathReason = 'certifying-death' satisfies BreakGlassReason;

/** How a reason may be reached on the gate. */
export function reachOf(reason: BreakGlassReason): 'cannot-ask' | 'overriding' | 'death' {
  if (reason === deathReason) return 'death';
  return overridingReasons.some((each) => each === reason) ? 'overriding' : 'cannot-ask';
}

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
  /** `UserRole.id` of the role the user opens the record in. */
  readonly role: string;
};

/** The two flagged ways on: a namesake of the patient, and a death that was notified wrongly. */
export type Declaration = 'not-me' | 'patient-is-alive';

/**
 * A record opened again on a decision that still stands: the page was reloaded within its launch,
 * or permission was given earlier in this host encounter.
 */
export type Reopening = {
  readonly type: 'same-launch' | 'same-encounter';
  /** The exchange's id of the Consent it rests on. */
  readonly consentId: string;
};

/** An own, current Consent as the exchange keeps it. */
export type OwnPermit = {
  readonly consentId: string;
  readonly basis: Permission | BreakGlass;
  readonly confirmed: readonly ComparedField[];
  readonly declared: readonly Declaration[];
  /** Role key as recorded, to be found again among the user's roles. */
  readonly roleKey: string;
  /** The host's encounter, by the exchange's word; null where the token named none. */
  readonly encounterId: string | null;
  /** When the exchange recorded it (FHIR instant). */
  readonly recordedAt: string;
  /** When it stops counting (FHIR instant), null where the exchange gave none. */
  readonly until: string | null;
};

declare const receipt: unique symbol;

/**
 * Proof that the exchange recorded this access. Made only from the exchange's answer to the
 * record; nothing that asks for clinical data can be built without one.
 */
export type AccessReceipt = {
  readonly [receipt]: true;
  readonly consentId: string;
  /** The decision that was recorded, for whom, and by whom (`User.fhirUser`). */
  readonly decisionId: string;
  readonly patient: PatientRef;
  readonly user: string;
  readonly basis: 'permission' | 'break-glass';
  /** When the exchange recorded it, by its own clock (FHIR instant). */
  readonly recordedAt: string;
  /** When it stops counting (FHIR instant), null where the exchange gave none. */
  readonly until: string | null;
};

/** @param facts what the exchange's answer said; call this nowhere but where it was parsed */
export function receiptOf(facts: Omit<AccessReceipt, typeof receipt>): AccessReceipt {
  return facts as AccessReceipt;
}

/** Counted in characters that carry meaning, so that "........" is short. */
export function isShortJustification(text: string, atLeast: number): boolean {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length < atLeast;
}
