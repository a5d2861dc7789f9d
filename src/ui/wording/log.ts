/** Words of the access log. */
import type { AccessLogEntry } from '../../domain/access-log.ts';

export const logWords = {
  heading: 'Access log',
  intro: 'Everyone who has opened, or tried to open, this patient’s Care Summary.',
  loading: 'Reading the access log…',
  failed: 'The access log could not be read. Your own access is recorded.',
  reference: (reference: string) => `Reference ${reference}`,
  empty: 'The log came back empty, though your own access is recorded.',
  when: 'When',
  who: 'Who',
  role: 'Role',
  organisation: 'Organisation',
  how: 'How',
  reason: 'Reason',
  you: 'this is you',
  notGiven: 'Not given',
} as const;

/** Permission, break glass, or that it was never opened. */
export function howWords({ outcome, breakGlass }: AccessLogEntry): string {
  switch (outcome) {
    case 'opened':
      return breakGlass ? 'Break glass' : 'Permission';
    case 'refused':
      return 'Refused';
    case 'abandoned':
      return 'Not opened';
  }
}
