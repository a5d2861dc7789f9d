/** Words of the privacy officer's review feed. */
import type { ReviewKind } from '../../domain/review.ts';

export const reviewWords = {
  intro: 'Break glass, refusals and what followed. No clinical record can be opened here.',
  tableHeading: 'What was recorded',
  total: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
  nothing: 'Nothing to review.',
  tryAgain: 'Try again',
  reference: (reference: string) => `Reference ${reference}`,
  close: 'Close',
  kind: 'What happened',
  anyKind: 'Anything',
  justification: 'Justification',
  patient: 'Patient',
  noPatient: 'Not known',
  none: 'None',
} as const;

export const kindWords: Readonly<Record<ReviewKind, string>> = {
  'break-glass': 'Break glass',
  refused: 'Refused',
  'own-record': 'Own record',
  abandoned: 'Not opened',
  told: 'Patient told',
  'not-yet-told': 'Patient not told yet',
  'unsafe-to-tell': 'Unsafe to tell the patient',
};
