/** Words around the text a source wrote beside its coded facts. */
export const narrativeWords = {
  show: 'Show the source’s own text',
  hide: 'Hide the source’s own text',
  about: (what: string) => `about ${what}`,
  empty: 'The source’s text has no words.',
  notShown: 'This text could not be shown. Look in the source.',
  notWhole: 'This text could not be shown whole: words may be missing. Look in the source.',
  tooLong: 'This text is too long to be shown here. Look in the source.',
  cut: 'This is the beginning of a long text.',
  showAll: 'Show all of it',
  asWritten: 'As the source wrote it; not checked against the coded entries.',
} as const;
