/** Where events stand on the timeline: what is in sight, on which line, and the years above it. */
import { formatDate } from '../../../domain/clinical-date.ts';
import { type Lane, lanes, type TimelineEvent } from '../../../domain/summary/timeline.ts';
import type { TimeRange } from '../../wording/timeline.ts';

/** Milliseconds since 1970. */
export type Window = { readonly from: number; readonly to: number };

const day = 86_400_000;
const years: Readonly<Record<TimeRange, number | null>> = { '1-year': 1, '5-years': 5, all: null };

/** From the range's first day to today; for all, from the first event. */
export function windowOf(
  events: readonly TimelineEvent[],
  range: TimeRange,
  today: number,
): Window {
  const back = years[range];
  if (back === null) {
    const first = events.reduce((least, { from }) => Math.min(least, from), today - 365 * day);
    return { from: first, to: today };
  }
  const start = new Date(today);
  start.setUTCFullYear(start.getUTCFullYear() - back);
  return { from: start.getTime(), to: today };
}

/** The end of an event: today where it goes on, its own moment where it is one. */
export function endOf({ from, to, isSpan }: TimelineEvent, today: number): number {
  if (!isSpan) return from;
  return Math.max(to ?? today, from);
}

export type InSight = {
  /** Oldest first. */
  readonly events: readonly TimelineEvent[];
  readonly earlier: number;
  readonly hidden: number;
};

/** Medicines are never left out for their source (domain notes, section 11). */
export function inSight(
  all: readonly TimelineEvent[],
  isHidden: (event: TimelineEvent) => boolean,
  window: Window,
): InSight {
  const events: TimelineEvent[] = [];
  let [earlier, hidden] = [0, 0];
  for (const event of all) {
    if (event.lane !== 'medicine' && isHidden(event)) hidden += 1;
    else if (endOf(event, window.to) < window.from) earlier += 1;
    else events.push(event);
  }
  events.sort((a, b) => a.from - b.from);
  return { events, earlier, hidden };
}

/**
 * Lanes whose events have their names beside them have one event a line. More than this is no
 * picture: the newest are drawn, and the rest is counted.
 */
const most: Readonly<Record<Lane, number>> = {
  admission: 8,
  visit: 60,
  diagnosis: 15,
  medicine: 15,
};

/** Visits are many, and called alike. */
export function isNamed(lane: Lane): boolean {
  return lane !== 'visit';
}

export type Bar = {
  readonly event: TimelineEvent;
  /** Hundredths of the window's width, from its left. */
  readonly left: number;
  readonly width: number;
  /** Which line of its lane, from 0: bars of one line do not touch. */
  readonly line: number;
};
export type LaneDrawing = {
  readonly lane: Lane;
  readonly bars: readonly Bar[];
  readonly lines: number;
  readonly total: number;
};

/** @param events oldest first */
export function drawLanes(
  events: readonly TimelineEvent[],
  window: Window,
): readonly LaneDrawing[] {
  return lanes.map((lane) => {
    const own = events.filter((event) => event.lane === lane);
    const { bars, lines } = stack(own.slice(-most[lane]), window, isNamed(lane));
    return { lane, bars, lines, total: own.length };
  });
}

/** The least width of a bar and of a gap, in hundredths: what a thumb and an eye need. */
const least = 1.2;

function stack(events: readonly TimelineEvent[], window: Window, isApart: boolean) {
  const ends: number[] = [];
  const bars = events.map((event): Bar => {
    const left = share(event.from, window);
    const right = share(endOf(event, window.to), window);
    const width = Math.max(right - left, least);
    const free = isApart ? -1 : ends.findIndex((end) => end + least <= left);
    const line = free === -1 ? ends.length : free;
    ends[line] = left + width;
    return { event, left: Math.min(left, 100 - width), width, line };
  });
  return { bars, lines: ends.length };
}

function share(at: number, { from, to }: Window): number {
  if (to <= from) return 0;
  return Math.min(Math.max(((at - from) / (to - from)) * 100, 0), 100);
}

export type Tick = { readonly label: string; readonly left: number };

/** At most five first days of months or years, as far apart as fits a sidebar. */
export function ticks(window: Window): readonly Tick[] {
  const span = (window.to - window.from) / (365 * day);
  if (span <= 1.1) return monthTicks(window);
  const step = Math.max(1, Math.ceil(span / 5));
  const found: Tick[] = [];
  for (let year = new Date(window.to).getUTCFullYear(); ; year -= step) {
    const at = Date.UTC(year, 0, 1);
    if (at < window.from) return found.reverse();
    found.push({ label: String(year), left: share(at, window) });
  }
}

function monthTicks(window: Window): readonly Tick[] {
  const last = new Date(window.to);
  const found: Tick[] = [];
  for (let back = 0; ; back += 3) {
    const at = Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - back, 1);
    if (at < window.from) return found.reverse();
    const month = { precision: 'month', iso: new Date(at).toISOString().slice(0, 7) } as const;
    found.push({ label: formatDate(month), left: share(at, window) });
  }
}
