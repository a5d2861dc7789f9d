/** What is settled before the gate: a namesake, and a death that was notified informally. */
import { questionHeadings } from './question-headings.ts';

export const questionWords = {
  namesake: {
    heading: questionHeadings.namesake,
    what: 'You and the patient have the same name and date of birth.',
    shown: 'Nothing clinical was shown. Attempts to open your own record are recorded.',
    ifSo: 'If this is you, close this page. Use the NHS App or ask your GP practice.',
    ifNot: 'If it is someone else, go on. That you said so is recorded.',
    yes: 'This is not me',
  },
  'informal-death': {
    heading: questionHeadings['informal-death'],
    what: 'The notice is informal. It may be wrong.',
    /** Before the date it gives, which may be as wrong. */
    dateGiven: 'Date given:',
    shown: 'Nothing clinical was shown.',
    ifSo: 'If the patient has died, close this page. The record stays closed and confidential.',
    ifNot:
      'If the patient is alive, go on. That you said so is recorded. Tell their GP practice and ' +
      'your records team, so that it is corrected.',
    yes: 'The patient is alive',
  },
} as const;
