/** What is said where a part of the app itself is still to come, or does not. */
export const laterWords = {
  loading: 'Loading…',
  failed: 'This part of the Care Summary could not be loaded.',
  tryAgain: 'Try again',
};
