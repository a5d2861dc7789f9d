/** What a screen may ask for, and what it is told of the deployer's policy. */
import type { AccessDecision, BreakGlassReason } from '../domain/access.ts';

/** A choice of the user, in the words of the flow; `app` turns it into an event. */
export type Intent =
  | { readonly type: 'decide'; readonly decision: AccessDecision }
  | { readonly type: 'retry-record' }
  | { readonly type: 'refuse-permission' }
  | { readonly type: 'close-gate' }
  | { readonly type: 'ask-again' }
  | { readonly type: 'end' };

export type Send = (intent: Intent) => void;

/** The part of smart-config.json that screens need. */
export type ScreenPolicy = {
  /** Letters and digits below which a justification is asked for once more. */
  readonly minimumJustification: number;
  /** The reasons this deployer offers, in the order shown. */
  readonly breakGlassReasons: readonly BreakGlassReason[];
  /** What users call the system they launched from, e.g. "Hollow Way EMIS". */
  readonly hostName: string;
  /** What users call the exchange, e.g. "Care Summary". */
  readonly exchangeName: string;
};
