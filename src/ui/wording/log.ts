/** Words of the access log, and what it shares with the review feed. */
import type { AccessLogEntry } from '../../domain/access-log.ts';

export const logWords = {
  intro: 'Everyone who has opened, or tried to open, this patient’s Care Summary.',
  loading: 'Reading the access log…',
  failed: 'The access log could not be read. Your own access is recorded.',
  reference: (reference: string) => `Reference ${reference}`,
  empty: 'The log came back empty, though your own access is recorded.',
  /** "3 openings and 1 attempt": a refusal, or a launch that never opened, is an attempt. */
  total: (openings: number, attempts: number) =>
    [
      openings === 1 ? '1 opening' : `${openings} openings`,
      ...(attempts > 0 ? [attempts === 1 ? '1 attempt' : `${attempts} attempts`] : []),
    ].join(' and '),
  who: 'Who',
  role: 'Role',
  organisation: 'Organisation',
  when: 'When',
  purpose: 'Purpose',
  reason: 'Reason',
  outcome: 'Outcome',
  you: 'this is you',
  reopened: 'opened again',
  printed: 'printed',
  notGiven: 'Not given',
} as const;

export const filterWords = {
  legend: 'Filter',
  person: 'Name contains',
  from: 'From',
  to: 'To',
  matching: (matching: number, all: number) => `${matching} of ${all} match`,
  none: 'None match. Change the filter to see the others.',
  showMore: (step: number, total: number) => `Show ${step} more of ${total}`,
} as const;

/** "Opened, opened again, printed": all that one launch's row says of what was done. */
export function doneWords(entry: AccessLogEntry): string {
  const more = [entry.reopened && logWords.reopened, entry.printed && logWords.printed];
  return [outcomeWords(entry), ...more].filter(Boolean).join(', ');
}

/** Permission, break glass, or that it was never opened. */
export function outcomeWords({ outcome, breakGlass }: AccessLogEntry): string {
  switch (outcome) {
    case 'opened':
      return breakGlass ? 'Opened by break glass' : 'Opened';
    case 'refused':
      return 'Refused';
    case 'abandoned':
      return 'Not opened';
  }
}
