/** Every word of the timeline. */
import type { Lane } from '../../domain/summary/timeline.ts';

export const ranges = ['1-year', '5-years', 'all'] as const;
export type TimeRange = (typeof ranges)[number];

export const laneNames: Readonly<Record<Lane, string>> = {
  admission: 'Admissions',
  visit: 'Visits',
  diagnosis: 'Diagnoses',
  medicine: 'Medicines',
};

/** One event's lane, before what it was: "Admission: Acute kidney injury". */
export const laneOne: Readonly<Record<Lane, string>> = {
  admission: 'Admission',
  visit: 'Visit',
  diagnosis: 'Diagnosis',
  medicine: 'Medicine',
};

export const timelineWords = {
  range: 'How far back the timeline goes',
  ranges: {
    '1-year': '1 year',
    '5-years': '5 years',
    all: 'All',
  } satisfies Readonly<Record<TimeRange, string>>,
  chart: 'Events by date',
  howTo: 'Arrow keys go from event to event.',
  legend:
    'A bar runs to today only where its source says that it goes on. Without an end, only the beginning is drawn. Bars say nothing of what was taken.',
  /** Of what came: who did not answer may know of some. */
  empty: 'No admission, visit, diagnosis or medicine with a date has arrived.',
  none: 'None',
  noneInRange: 'Nothing in this time.',
  since: (date: string) => `since ${date}`,
  span: (from: string, to: string) => `${from} to ${to}`,
  today: 'today',
  count: (count: number) => (count === 1 ? '1 event' : `${count} events`),
  newest: (drawn: number, total: number) => `The newest ${drawn} of ${total} are drawn.`,
  list: 'All events in words',
  /** What is not drawn or listed, and why; empty where nothing is missing. */
  leftOut: (out: {
    readonly undated: number;
    readonly earlier: number;
    readonly hidden: number;
  }): string => {
    const parts = [
      out.undated > 0 && `${out.undated} without a date`,
      out.earlier > 0 && `${out.earlier} earlier`,
      out.hidden > 0 && `${out.hidden} of sources you left out`,
    ].filter((part) => part !== false);
    return parts.length > 0 ? `Not here: ${parts.join('; ')}.` : '';
  },
} as const;
