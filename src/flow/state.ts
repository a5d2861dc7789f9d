/**
 * A launch as a story: requested → authorised → identified → traced → verified → permitted →
 * retrieving → showing → ended, and every way out lands on `closed`.
 *
 * Only `showing` has a summary, and `retrieving` and `showing` can not be built without the
 * receipt of a recorded access: a screen that leaks early does not compile.
 */
import type { AccessDecision, AccessReceipt } from '../domain/access.ts';
import type { AccessLogEntry } from '../domain/access-log.ts';
import type { DemographicMatch } from '../domain/demographic-match.ts';
import type { HostPatient, TracedPatient } from '../domain/person.ts';
import type { SourceCoverage } from '../domain/source.ts';
import type { Summary } from '../domain/summary.ts';
import type { Standing } from '../domain/trace.ts';
import type { User, UserRole } from '../domain/user.ts';
import type { ClosedReason } from './closed.ts';
import type { Failure } from './failure.ts';

/** One launch. Every event and every reply carries it; a reply for another changes nothing. */
export type LaunchKey = string;

/** What the host's token response said, without the token. */
export type HostSession = {
  readonly patientId: string;
  readonly encounterId: string | null;
  /** False where the host shows its own patient banner: ours shrinks, it never goes. */
  readonly needPatientBanner: boolean;
};

/** Who is asking, in which role. */
export type Clinician = { readonly user: User; readonly role: UserRole };

/** Everything known once host and exchange agree who the patient is. */
export type Verified = {
  readonly session: HostSession;
  readonly clinician: Clinician;
  readonly host: HostPatient;
  readonly patient: TracedPatient;
  readonly match: DemographicMatch;
  readonly coverage: readonly SourceCoverage[];
};

/** One decision, one identifier: a retry is never recorded twice (contract 2.3). */
export type Decided = {
  readonly decision: AccessDecision;
  readonly decisionId: string;
};

export type LogView =
  | { readonly type: 'loading' }
  | { readonly type: 'loaded'; readonly entries: readonly AccessLogEntry[] }
  | { readonly type: 'failed'; readonly failure: Failure };

export type Arrival = 'arriving' | 'complete' | 'interrupted';

type In<Step extends string, Fields = unknown> = {
  readonly step: Step;
  readonly key: LaunchKey;
} & Readonly<Fields>;

export type Requested = In<'requested'>;
export type Authorised = In<'authorised', { session: HostSession }>;
export type Identified = In<
  'identified',
  { session: HostSession; clinician: Clinician; host: HostPatient }
>;
export type Traced = In<'traced', { verified: Verified }>;
export type AtGate = In<'verified', { verified: Verified; standing: Standing }>;
export type Permitted = In<
  'permitted',
  { verified: Verified; standing: Standing; decided: Decided }
>;
export type Unrecorded = In<
  'unrecorded',
  { verified: Verified; standing: Standing; decided: Decided; failure: Failure }
>;
export type Opened = {
  readonly verified: Verified;
  readonly receipt: AccessReceipt;
  readonly log: LogView;
  /** Which asking of the exchange this is; replies to an earlier one change nothing. */
  readonly attempt: number;
};
export type Retrieving = In<'retrieving', Opened>;
export type Showing = In<'showing', Opened & { summary: Summary; arrival: Arrival }>;
export type Ended = In<'ended'>;
/** How far the launch had come: what can truthfully be said of what was recorded and shown. */
export type Reached = 'before-record' | 'recording' | 'recorded' | 'shown';

/** `recorded` is true only once the exchange has acknowledged the refusal. */
export type Closed = In<'closed', { reason: ClosedReason; reached: Reached; recorded: boolean }>;

export type State =
  | Requested
  | Authorised
  | Identified
  | Traced
  | AtGate
  | Permitted
  | Unrecorded
  | Retrieving
  | Showing
  | Ended
  | Closed;
