/** "Was the patient told?", of earlier break glasses (contract 2.8). */
import type { ToldAnswer } from '../../domain/told.ts';

export const toldWords = {
  thisPatient: 'This patient',
  anotherPatient: 'Another patient',
  opened: 'opened by break glass',
  answers: {
    told: 'Told',
    'not-yet-told': 'Not yet',
    'unsafe-to-tell': 'Unsafe to tell',
  } satisfies Readonly<Record<ToldAnswer, string>>,
  recording: 'Recording…',
  recorded: {
    told: 'Recorded: told.',
    'not-yet-told': 'Recorded: not yet. We will ask again.',
    'unsafe-to-tell': 'Recorded: unsafe to tell. We will not ask again.',
  } satisfies Readonly<Record<ToldAnswer, string>>,
  failed: 'Not recorded. Try again.',
} as const;
