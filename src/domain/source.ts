/**
 * Where facts come from, and why something is missing: states that must never look alike.
 * Source: domain notes section 8.
 */
import { calendarDay, type ClinicalDate } from './clinical-date.ts';
import type { SectionKind } from './summary/section-kind.ts';

/** A source's ODS code, or another stable key where it has none. */
export type SourceId = string;

export type Source = {
  readonly id: SourceId;
  readonly name: string;
  /** The tag on every line: "GP", "OUH", "OH", "SC". */
  readonly tag: string;
};

export const sourceStates = [
  'answered',
  'answered-withheld',
  'nothing-recorded',
  'not-known',
  'not-sharing',
  'dissent',
  'no-relationship',
  'timeout',
  'failed',
  'unavailable',
  'in-transit',
  'awaiting-filing',
] as const;
export type SourceState = (typeof sourceStates)[number];

export type SourceReport = {
  readonly source: Source;
  /** `asking` until the source's part is done; `interrupted` where the answer broke off. */
  readonly state: SourceState | 'asking' | 'interrupted';
  readonly askedAt: ClinicalDate | null;
  /** How long it took, in milliseconds. */
  readonly took: number | null;
  /** What the source's data is complete to. */
  readonly upTo: ClinicalDate | null;
  /**
   * The sections this kind of source keeps at all; null where nobody said, and then it may keep
   * any. Its silence is missing from those alone: social care is no source of allergies.
   */
  readonly keeps: readonly SectionKind[] | null;
};

/** Before permission: which sources take part, the same for every patient of a practice. */
export type SourceCoverage = {
  readonly source: Source;
  readonly state: 'participating' | 'not-sharing' | 'down';
  readonly registeredPractice: boolean;
  /** As in its report. */
  readonly keeps: SourceReport['keeps'];
};

/** Did this source say all it could? Anything else leaves a gap that must be shown. */
export function isComplete(state: SourceReport['state']): boolean {
  return state === 'answered' || state === 'nothing-recorded' || state === 'not-known';
}

/** Did it say what it has, though some of it may be withheld? */
export function hasAnswered(state: SourceReport['state']): boolean {
  return isComplete(state) || state === 'answered-withheld';
}

const week = 7 * 24 * 60 * 60 * 1000;

/**
 * Whether a source's data is clearly old: more than a week, which is longer than a feed is late by.
 * Counted in calendar days in Europe/London. A date known to its month or year alone counts as the
 * last day that it may be.
 * @param upTo what the source says that its data is complete to
 */
export function isStale(upTo: ClinicalDate, now: ClinicalDate): boolean {
  const weekAgo = new Date(Date.parse(calendarDay(now)) - week).toISOString();
  const day = calendarDay(upTo);
  return day < weekAgo.slice(0, day.length);
}
