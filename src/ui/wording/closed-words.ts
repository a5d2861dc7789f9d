/** What every closed screen says, and the words they share. */

import type { Closed } from '../../flow/state.ts';

export type ClosedWords = {
  readonly heading: string;
  /** What happened. */
  readonly what: string;
  /** Whether anything was shown. */
  readonly shown: string;
  /** What to do now. */
  readonly next: string;
  /** To read out to a help desk, where there is one. */
  readonly reference?: string;
};

export const shownWords = {
  nothing: 'Nothing was shown.',
  nothingClinical: 'Nothing clinical was shown.',
  cleared: 'The screen was cleared.',
  noPatient: 'No patient is on this screen.',
} as const;

/**
 * Only what is certain: the exchange acknowledged the refusal, or the opening before it; or the
 * launch never came so far. A reload does not know what went before it.
 */
export function recordedSentence({ reason, reached, recorded }: Closed): string {
  if (reached === 'recorded' || reached === 'shown') return 'This opening was recorded.';
  if (recorded) return 'This attempt was recorded.';
  const nothingBefore = reached === 'before-record' && reason.type !== 'launch-not-found';
  return nothingBefore ? 'No opening was recorded.' : '';
}

export const closedLabels = {
  next: 'What to do now',
  reference: (reference: string) => `Reference ${reference}`,
} as const;

export const useScr = 'If care cannot wait, use the Summary Care Record.';

/** Closed before anything was shown. */
export function nothingShown(heading: string, what: string, next: string): ClosedWords {
  return { heading, what, shown: shownWords.nothing, next };
}
