/** Around the terms of use; their own text is the deployer's (smart-config.json). */
export const termsWords = {
  version: (version: string) => `Version ${version}`,
  first: 'Every user accepts these once. You are asked again only when they change.',
  changed: (accepted: string) => `These have changed since you accepted version ${accepted}.`,
  mayPutOff: (days: number) =>
    days === 1
      ? 'If you have no time now, you can put them off for 1 day.'
      : `If you have no time now, you can put them off for ${days} days.`,
  noLonger: 'They cannot be put off any longer.',
  recorded: 'Your name, the version and the time are recorded.',
  accept: 'Accept and go on',
  putOff: 'Not now',
  close: 'Close',
  recording: 'Recording…',
  recordingStatus: 'Recording your answer.',
  failedNote: 'Nothing was shown. Your answer is not recorded yet.',
  tryAgain: 'Try again',
  reference: (reference: string) => `Reference ${reference}`,
} as const;
