/**
 * Whether an entry holds now, by its status: a modifier (FHIR R4 2.20.0.1). Only what says so is
 * current; what is drafted, on hold or not known is not stated.
 */
import type { Entry } from '../../domain/summary/item.ts';
import { sentence } from './codeable.ts';

export type Standing = Pick<Entry, 'standing' | 'status'>;

type Row = readonly [standing: Entry['standing'], said?: string | null];

const current: Row = ['current', null];
const past: Row = ['past', null];
const planned: Row = ['planned', null];
const notDone: Row = ['not-done', null];
const unsaid: Row = ['not-stated', null];
/** Said in the status's own words. */
const worded: Row = ['not-stated'];

const observed = {
  registered: worded,
  preliminary: worded,
  final: unsaid,
  amended: worded,
  corrected: worded,
  cancelled: ['not-done'],
  unknown: unsaid,
} as const satisfies Record<string, Row>;

/** Required bindings of FHIR R4, without entered-in-error. */
const rows = {
  Flag: { active: current, inactive: past },
  Observation: observed,
  DetectedIssue: observed,
  Consent: {
    draft: worded,
    proposed: worded,
    active: current,
    rejected: ['not-done', 'Rejected'],
    inactive: past,
  },
  CarePlan: {
    draft: worded,
    active: current,
    'on-hold': worded,
    revoked: ['past', 'Withdrawn'],
    completed: past,
    unknown: unsaid,
  },
  Goal: {
    proposed: ['planned', 'Proposed'],
    planned,
    accepted: ['current', 'Accepted'],
    active: current,
    'on-hold': worded,
    completed: past,
    cancelled: ['not-done', 'Cancelled'],
    rejected: ['not-done', 'Rejected'],
  },
  CareTeam: { proposed: worded, active: current, suspended: worded, inactive: past },
  Encounter: {
    planned,
    arrived: ['current', 'Arrived'],
    triaged: ['current', 'Triaged'],
    'in-progress': current,
    onleave: ['current', 'On leave'],
    finished: past,
    cancelled: ['not-done', 'Cancelled'],
    unknown: unsaid,
  },
  EpisodeOfCare: {
    planned,
    waitlist: ['planned', 'Waiting list'],
    active: current,
    onhold: ['not-stated', 'On hold'],
    finished: past,
    cancelled: ['not-done', 'Cancelled'],
  },
  ServiceRequest: {
    draft: worded,
    active: current,
    'on-hold': worded,
    revoked: ['not-done', 'Withdrawn'],
    completed: past,
    unknown: unsaid,
  },
  Appointment: {
    proposed: ['planned', 'Proposed'],
    pending: ['planned', 'Not confirmed'],
    booked: planned,
    arrived: ['current', 'Arrived'],
    fulfilled: past,
    cancelled: ['not-done', 'Cancelled'],
    noshow: ['not-done', 'Did not attend'],
    'checked-in': ['current', 'Checked in'],
    waitlist: ['planned', 'Waiting list'],
  },
  Procedure: {
    preparation: ['planned', 'In preparation'],
    'in-progress': current,
    'not-done': notDone,
    'on-hold': worded,
    stopped: ['past', 'Stopped before its end'],
    completed: past,
    unknown: unsaid,
  },
  DeviceUseStatement: {
    active: current,
    completed: past,
    intended: planned,
    stopped: ['past', 'Stopped'],
    'on-hold': worded,
  },
  Device: { active: current, inactive: past, unknown: unsaid },
  DocumentReference: { current: unsaid, superseded: ['past', 'Superseded'] },
} as const satisfies Record<string, Record<string, Row>>;

/**
 * @param status as sent; absent (or masked) states nothing
 * @returns null for a status FHIR does not define for this resource
 */
export function standingOf(
  type: keyof typeof rows,
  status: string | undefined,
): Standing | 'entered-in-error' | null {
  if (status === undefined) return { standing: 'not-stated', status: null };
  if (status === 'entered-in-error') return 'entered-in-error';
  const known: Readonly<Record<string, Row>> = rows[type];
  const row = Object.hasOwn(known, status) ? known[status] : undefined;
  if (!row) return null;
  const [standing, said] = row;
  return { standing, status: said === undefined ? sentence(status) : said };
}

const denied = new Set([
  ...['cancelled', 'not-done', 'not-taken', 'rejected', 'refused', 'revoked', 'declined'],
  ...['aborted', 'abandoned', 'failed', 'noshow', 'denied', 'refuted', 'retired'],
]);
const over = new Set([
  ...['completed', 'finished', 'fulfilled', 'inactive', 'stopped', 'resolved', 'ended'],
  ...['superseded', 'expired', 'remission'],
]);
const coming = new Set(['planned', 'proposed', 'requested', 'booked', 'pending', 'intended']);

/** For a resource this version has no mapper for: never current by a word we have not looked up. */
export function anyStanding(status: string | null): Standing {
  if (status === null) return { standing: 'not-stated', status: null };
  const said = sentence(status);
  if (denied.has(status)) return { standing: 'not-done', status: said };
  if (over.has(status)) return { standing: 'past', status: said };
  return { standing: coming.has(status) ? 'planned' : 'not-stated', status: said };
}
