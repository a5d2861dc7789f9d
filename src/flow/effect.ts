/** What the app is asked to do next: data, run by `app`, answered by events. */
import type { AccessReceipt } from '../domain/access.ts';
import type { NhsNumber } from '../domain/nhs-number.ts';
import type { PatientRef } from '../domain/person.ts';
import type { Attachment } from '../domain/summary/item.ts';
import type { ToldAnswer } from '../domain/told.ts';
import type { ClosedReason } from './closed.ts';
import type { Asker, Clinician, Decided, HostSession, Verified } from './state.ts';

export type Effect =
  | { readonly type: 'complete-authorisation' }
  | { readonly type: 'read-host'; readonly session: HostSession }
  | { readonly type: 'trace'; readonly nhsNumber: NhsNumber }
  /** Of the roles the user holds: they wait for nothing but the roles. */
  | { readonly type: 'read-organisations' }
  | { readonly type: 'read-standing'; readonly patient: PatientRef; readonly asker: Asker }
  | { readonly type: 'record-terms'; readonly answer: 'accepted' | 'put-off' }
  /** An attempt that is told of although the launch goes on. */
  | { readonly type: 'report'; readonly refusal: Refusal }
  | { readonly type: 'record-told'; readonly consentId: string; readonly answer: ToldAnswer }
  | { readonly type: 'record'; readonly verified: Verified; readonly decided: Decided }
  /** The only effect that asks for clinical data, and it can not be built without a receipt. */
  | {
      readonly type: 'retrieve';
      readonly verified: Verified;
      readonly receipt: AccessReceipt;
      readonly attempt: number;
    }
  | {
      readonly type: 'read-log';
      readonly patient: PatientRef;
      readonly clinician: Clinician;
      readonly receipt: AccessReceipt;
    }
  /** One letter, under the record that opened the summary (contract 2.6). */
  | {
      readonly type: 'read-document';
      readonly item: string;
      readonly file: number;
      readonly attachment: Attachment;
      readonly receipt: AccessReceipt;
    }
  /** Nothing is printed before this is acknowledged. */
  | {
      readonly type: 'record-print';
      readonly printId: string;
      readonly patient: PatientRef;
      readonly receipt: AccessReceipt;
    }
  /** Does what opened the record still hold? (domain notes, section 11) */
  | { readonly type: 'recheck'; readonly patient: PatientRef; readonly receipt: AccessReceipt }
  | { readonly type: 'read-review' }
  /** A decision that another has replaced, should it have been recorded. */
  | { readonly type: 'withdraw'; readonly uncertain: Uncertain }
  /** Reports the app's own refusal, ends what was or may have been recorded, revokes the token, forgets all. */
  | {
      readonly type: 'end';
      readonly receipt: AccessReceipt | null;
      readonly refusal: Refusal | null;
      readonly uncertain: Uncertain | null;
      /** Consents of this user's that stand no more: the patient refused. */
      readonly revoked: readonly string[];
      /** Leave the Consent as it is: permission stands for the encounter. */
      readonly keeps: boolean;
    };

/** A decision of which nobody here knows whether it was recorded: ended, where it was. */
export type Uncertain = {
  readonly decisionId: string;
  readonly patient: PatientRef;
};

/** A refusal the app made itself, for the exchange's log (contract 2.7). */
export type Refusal = {
  readonly reason: ClosedReason;
  /** Null where the patient was not traced. */
  readonly patient: PatientRef | null;
  readonly session: HostSession;
};
