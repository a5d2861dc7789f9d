/** Words on screen while something is printed. */
export const printingWords = {
  recording: 'Recording the printing…',
  loading: 'Preparing the print…',
  notLoaded: 'The print could not be prepared. Nothing was printed.',
  notRecorded: 'Printing is not recorded, so nothing was printed. Try again.',
  tryAgain: 'Try again',
  close: 'Back to the summary',
  reference: (reference: string) => `Reference ${reference}`,
} as const;
