/**
 * A launch as a story: requested → authorised → identified → traced → verified → permitted →
 * retrieving → showing → ended, and every way out lands on `closed`. Between traced and verified
 * there may be questions (`asking`); a privacy officer goes from authorised to `reviewing`.
 *
 * Only `showing` has a summary, and `retrieving` and `showing` can not be built without the
 * receipt of a recorded access: a screen that leaks early does not compile.
 */
import type {
  AccessDecision,
  AccessReceipt,
  Declaration,
  OwnPermit,
  Reopening,
} from '../domain/access.ts';
import type { AccessLogEntry } from '../domain/access-log.ts';
import type { DemographicMatch } from '../domain/demographic-match.ts';
import type { HostPatient, TracedPatient } from '../domain/person.ts';
import type { ReviewEntry } from '../domain/review.ts';
import type { SourceCoverage } from '../domain/source.ts';
import type { DocumentReading } from '../domain/summary/document-content.ts';
import type { Summary } from '../domain/summary/summary.ts';
import type { ToldAnswer } from '../domain/told.ts';
import type { Standing } from '../domain/trace.ts';
import type {
  ClinicalRoles,
  HeldRole,
  KnownUser,
  OneOrMore,
  User,
  UserRole,
} from '../domain/user.ts';
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
  /** NHS numbers the host gave beside the patient, unread (SMART 2.2, `fhirContext`). */
  readonly nhsNumbersInContext: readonly string[];
  /** The opening that was on screen when this launch's page was reloaded: the Consent's id. */
  readonly reopens: string | null;
};

/** Who is asking, before it is known for whom they work: may look up, may not be recorded. */
export type Asker = { readonly user: KnownUser; readonly roles: OneOrMore<HeldRole> };

/** Who is asking, and the roles they may ask in. */
export type Clinician = { readonly user: User; readonly roles: ClinicalRoles };

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
  readonly role: UserRole;
  readonly declared: readonly Declaration[];
  /** The version of the terms this user accepted; null where the exchange asks for none. */
  readonly terms: string | null;
  readonly reopens: Reopening | null;
};

export type LogView =
  | { readonly type: 'loading' }
  | { readonly type: 'loaded'; readonly entries: readonly AccessLogEntry[] }
  | { readonly type: 'failed'; readonly failure: Failure };

/** What has to be settled before the question, one at a time. */
export type Question = 'namesake' | 'informal-death' | 'terms';

/** Where the answer to "was the patient told" stands, per Consent. */
export type ToldState =
  | { readonly type: 'recording'; readonly answer: ToldAnswer }
  | { readonly type: 'recorded'; readonly answer: ToldAnswer }
  | { readonly type: 'failed'; readonly answer: ToldAnswer };

export type ReviewView =
  | { readonly type: 'loading' }
  | { readonly type: 'loaded'; readonly entries: readonly ReviewEntry[] }
  | { readonly type: 'failed'; readonly failure: Failure };

export type Arrival = 'arriving' | 'complete' | 'interrupted';

/**
 * All were asked again: what has come of it, while the earlier answer is on screen; `in-vain` where
 * that still is, since no whole answer came. Null where what is on screen is the newest.
 */
export type Renewal = Summary | 'in-vain' | null;

type In<Step extends string, Fields = unknown> = {
  readonly step: Step;
  readonly key: LaunchKey;
} & Readonly<Fields>;

/** What the gate knows: both systems agree, and nothing forbids the question. */
type Gate = {
  verified: Verified;
  standing: Standing;
  declared: readonly Declaration[];
  /** Permission given earlier in this encounter, which may stand; null where it may not. */
  stands: OwnPermit | null;
  told: Readonly<Record<string, ToldState>>;
};

export type Requested = In<'requested'>;
export type Authorised = In<'authorised', { session: HostSession }>;

/** On the way to both systems' agreement: the organisations are read beside it. */
type Approach = {
  session: HostSession;
  host: HostPatient;
  asker: Asker;
  /** Null until the organisations have been read; the gate is never reached without. */
  clinician: Clinician | null;
};
export type Identified = In<'identified', Approach>;
export type Traced = In<
  'traced',
  Approach & Pick<Verified, 'patient' | 'match' | 'coverage'> & { standing: Standing | null }
>;
export type Asking = In<
  'asking',
  {
    verified: Verified;
    standing: Standing;
    declared: readonly Declaration[];
    question: Question;
    /** Why the answer is not recorded; null until it was tried. */
    failure: Failure | null;
  }
>;
/** An answer about the terms is on its way to the exchange. */
export type Accepting = In<
  'accepting',
  {
    verified: Verified;
    standing: Standing;
    declared: readonly Declaration[];
    answer: 'accepted' | 'put-off';
  }
>;
export type AtGate = In<'verified', Gate>;
export type Permitted = In<'permitted', Gate & { decided: Decided }>;
export type Unrecorded = In<'unrecorded', Gate & { decided: Decided; failure: Failure }>;
/** A letter that was opened from the summary; one at a time. */
export type DocumentView = {
  /** The item it belongs to, and which of its files. */
  readonly item: string;
  readonly file: number;
} & (
  | { readonly type: 'loading' }
  | { readonly type: 'read'; readonly reading: DocumentReading }
  | { readonly type: 'failed'; readonly failure: Failure }
);

/** A printing, which is recorded before anything is printed. */
export type PrintView = { readonly printId: string } & (
  | { readonly type: 'recording' }
  /** @property at when the exchange recorded it, as an ISO instant */
  | { readonly type: 'ready'; readonly at: string }
  | { readonly type: 'failed'; readonly failure: Failure }
);

export type Opened = {
  readonly verified: Verified;
  readonly receipt: AccessReceipt;
  readonly log: LogView;
  /** Which asking of the exchange this is; replies to an earlier one change nothing. */
  readonly attempt: number;
  /** The clinician has begun to read: what arrives from now on is marked. */
  readonly reading: boolean;
  /** Keys of what was on screen when all were asked again: no news the second time. */
  readonly seen: readonly string[];
};
export type Retrieving = In<'retrieving', Opened>;
export type Showing = In<
  'showing',
  Opened & {
    summary: Summary;
    arrival: Arrival;
    renewal: Renewal;
    /** Keys of what arrived while it was being read, until acknowledged (domain notes, 11). */
    late: readonly string[];
    document: DocumentView | null;
    print: PrintView | null;
  }
>;
/** A privacy officer's review feed: no patient, no record. */
export type Reviewing = In<
  'reviewing',
  { session: HostSession; user: KnownUser; role: HeldRole; review: ReviewView }
>;
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
  | Asking
  | Accepting
  | AtGate
  | Permitted
  | Unrecorded
  | Retrieving
  | Showing
  | Reviewing
  | Ended
  | Closed;
