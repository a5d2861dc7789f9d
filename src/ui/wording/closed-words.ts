/** What every closed screen says, and the words they share. */

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
} as const;

/** Said once the report has been acknowledged; until then only what is certain is said. */
export const recordedWords = {
  recorded: 'This attempt was recorded.',
  notRecorded: 'No opening was recorded.',
} as const;

export const closedLabels = {
  next: 'What to do now',
  reference: (reference: string) => `Reference ${reference}`,
} as const;

export const useScr = 'If care cannot wait, use the Summary Care Record.';

/** Closed before anything was shown. */
export function nothingShown(heading: string, what: string, next: string): ClosedWords {
  return { heading, what, shown: shownWords.nothing, next };
}
