/** What happened, in the past tense. Replies of ports and choices of the user. */
import type { AccessDecision, AccessReceipt, Declaration } from '../domain/access.ts';
import type { AccessLogEntry } from '../domain/access-log.ts';
import type { HostPatient } from '../domain/person.ts';
import type { ReviewEntry } from '../domain/review.ts';
import type { SourceReport } from '../domain/source.ts';
import type { DocumentReading } from '../domain/summary/document-content.ts';
import type { SummaryPart } from '../domain/summary/summary.ts';
import type { ToldAnswer } from '../domain/told.ts';
import type { Standing, TraceOutcome } from '../domain/trace.ts';
import type { KnownUser, Organisation } from '../domain/user.ts';
import type { ClosedReason } from './closed.ts';
import type { Failure, Stage } from './failure.ts';
import type { HostSession, LaunchKey } from './state.ts';

/** Whether the record may stay open. */
export type RecheckVerdict = 'holds' | 'dissent' | 'ended';

/** What is still asked where permission stands: which role, and any difference in the names. */
export type ConfirmedPermission = Pick<AccessDecision, 'confirmed' | 'role'> & {
  readonly decisionId: string;
};

type Happened =
  | { readonly type: 'authorised'; readonly session: HostSession }
  | { readonly type: 'identified'; readonly user: KnownUser; readonly host: HostPatient }
  /** One for each role of the user, in their order; null where the host knows of none. */
  | {
      readonly type: 'organisations-read';
      readonly organisations: readonly (Organisation | null)[];
    }
  | { readonly type: 'traced'; readonly outcome: TraceOutcome }
  | { readonly type: 'standing-read'; readonly standing: Standing }
  | {
      readonly type: 'decided';
      readonly decision: AccessDecision;
      readonly decisionId: string;
    }
  /** Permission given earlier in this encounter still holds, says the clinician. */
  | { readonly type: 'permission-confirmed'; readonly decision: ConfirmedPermission }
  | { readonly type: 'declared'; readonly declaration: Declaration }
  | { readonly type: 'question-declined' }
  | { readonly type: 'terms-answered'; readonly answer: 'accepted' | 'put-off' }
  | { readonly type: 'terms-recorded' }
  | { readonly type: 'terms-failed'; readonly failure: Failure }
  | { readonly type: 'told-answered'; readonly consentId: string; readonly answer: ToldAnswer }
  | { readonly type: 'told-recorded'; readonly consentId: string }
  | { readonly type: 'told-failed'; readonly consentId: string }
  | { readonly type: 'permission-refused' }
  | { readonly type: 'gate-closed' }
  | { readonly type: 'recorded'; readonly decisionId: string; readonly receipt: AccessReceipt }
  | { readonly type: 'record-failed'; readonly decisionId: string; readonly failure: Failure }
  | { readonly type: 'record-refused'; readonly decisionId: string; readonly reason: ClosedReason }
  | { readonly type: 'record-retried' }
  | { readonly type: 'part-arrived'; readonly attempt: number; readonly part: SummaryPart }
  | { readonly type: 'source-reported'; readonly attempt: number; readonly report: SourceReport }
  | { readonly type: 'summary-finished'; readonly attempt: number }
  | { readonly type: 'summary-interrupted'; readonly attempt: number }
  | { readonly type: 'summary-asked-again' }
  | { readonly type: 'reading-began' }
  | { readonly type: 'late-acknowledged' }
  | { readonly type: 'document-asked'; readonly item: string; readonly file: number }
  | {
      readonly type: 'document-read';
      readonly item: string;
      readonly file: number;
      readonly reading: DocumentReading;
    }
  | {
      readonly type: 'document-failed';
      readonly item: string;
      readonly file: number;
      readonly failure: Failure;
    }
  | { readonly type: 'document-closed' }
  | { readonly type: 'print-asked'; readonly printId: string }
  | { readonly type: 'print-recorded'; readonly printId: string; readonly at: string }
  | { readonly type: 'print-failed'; readonly printId: string; readonly failure: Failure }
  | { readonly type: 'print-closed' }
  | { readonly type: 'log-read'; readonly entries: readonly AccessLogEntry[] }
  | { readonly type: 'log-failed'; readonly failure: Failure }
  | { readonly type: 'recheck-due' }
  | { readonly type: 'rechecked'; readonly verdict: RecheckVerdict }
  | { readonly type: 'review-read'; readonly entries: readonly ReviewEntry[] }
  | { readonly type: 'review-failed'; readonly failure: Failure }
  | { readonly type: 'review-asked-again' }
  | { readonly type: 'call-failed'; readonly stage: Stage; readonly failure: Failure }
  | { readonly type: 'refused'; readonly reason: ClosedReason }
  | { readonly type: 'refusal-recorded' }
  | { readonly type: 'ended-by-user' };

/** Every event carries its launch's key. */
export type Event = Happened & { readonly key: LaunchKey };
