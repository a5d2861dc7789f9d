/** Of the questions before the gate; what they ask comes when one is (wording/questions.ts). */
export const questionHeadings = {
  namesake: 'This looks like your own record',
  'informal-death': 'This patient is recorded as having died',
} as const;
