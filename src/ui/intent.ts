/** What a screen may ask for, and what it is told of the deployer's policy. */
import type { AccessDecision, BreakGlassReason, Declaration } from '../domain/access.ts';
import type { CriticalMedicines } from '../domain/summary/medicines.ts';
import type { Terms } from '../domain/terms.ts';
import type { ToldAnswer } from '../domain/told.ts';

/** A choice of the user, in the words of the flow; `app` turns it into an event. */
export type Intent =
  | { readonly type: 'decide'; readonly decision: AccessDecision }
  /** Permission given earlier in this encounter still stands. */
  | {
      readonly type: 'confirm-permission';
      readonly decision: Pick<AccessDecision, 'confirmed' | 'role'>;
    }
  | { readonly type: 'declare'; readonly declaration: Declaration }
  /** The question before the gate is left unanswered, or answered with no. */
  | { readonly type: 'decline-question' }
  | { readonly type: 'answer-terms'; readonly answer: 'accepted' | 'put-off' }
  | { readonly type: 'answer-told'; readonly consentId: string; readonly answer: ToldAnswer }
  | { readonly type: 'review-again' }
  | { readonly type: 'retry-record' }
  | { readonly type: 'refuse-permission' }
  | { readonly type: 'close-gate' }
  | { readonly type: 'acknowledge-late' }
  /** @property item the item's key; @property file which of its files, from 0 */
  | { readonly type: 'open-document'; readonly item: string; readonly file: number }
  | { readonly type: 'close-document' }
  | { readonly type: 'print' }
  | { readonly type: 'close-print' }
  | { readonly type: 'ask-again' }
  | { readonly type: 'end' };

export type Send = (intent: Intent) => void;

/** The part of smart-config.json that screens need. */
export type ScreenPolicy = {
  /** Letters and digits below which a justification is asked for once more. */
  readonly minimumJustification: number;
  /** The reasons this deployer offers, in the order shown. */
  readonly breakGlassReasons: readonly BreakGlassReason[];
  /** What a first look must show, by class. */
  readonly criticalMedicines: CriticalMedicines;
  /** The terms in force. */
  readonly terms: Terms;
  /** What users call the system they launched from, e.g. "Hollow Way EMIS". */
  readonly hostName: string;
  /** What users call the exchange, e.g. "Care Summary". */
  readonly exchangeName: string;
};
