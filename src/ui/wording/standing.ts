/** Permission given earlier in this encounter that still stands (domain notes, section 3). */
import type { OwnPermit } from '../../domain/access.ts';
import { answerWords, proxyWords } from './gate.ts';

export const standingWords = {
  heading: 'Permission given earlier stands',
  recorded: 'Recorded',
  until: 'It stands for this encounter, until',
  untilEncounterEnds: 'It stands for this encounter.',
  askAgain: 'Ask again',
  changedMind: 'The patient has changed their mind',
} as const;

/** Who said yes, as one sentence without its full stop. */
export function whoSaidYes({ basis }: OwnPermit): string {
  switch (basis.type) {
    case 'patient-agreed':
      return 'The patient agreed';
    case 'young-person-agreed':
      return 'The young person understands and agreed';
    case 'agreed-earlier':
      return `The patient agreed earlier: asked by ${basis.askedBy}, ${basis.askedAt}`;
    case 'proxy-agreed':
      return `${proxyWords.kinds[basis.proxy]} agreed`;
    case 'break-glass':
      return answerWords.breakGlass.label;
  }
}
