/** Why a source's data is there or not, in words. States that must never look alike do not. */
import type { SourceReport } from '../../domain/source.ts';
import type { Renewal } from '../../flow/state.ts';
import { unrecordedWords } from './gate.ts';

/** After the source's name and a colon: "Social care: no answer". */
export function sourceStateWords(state: SourceReport['state']): string {
  switch (state) {
    case 'asking':
      return 'still asking';
    case 'answered':
      return 'answered';
    case 'answered-withheld':
      return 'answered, some items withheld';
    case 'nothing-recorded':
      return 'looked, nothing recorded';
    case 'not-known':
      return 'does not know this patient';
    case 'not-sharing':
      return 'has not agreed to share';
    case 'dissent':
      return 'the patient has chosen not to share';
    case 'no-relationship':
      return 'refused access';
    case 'timeout':
      return 'no answer';
    case 'failed':
      return 'failed';
    case 'unavailable':
      return 'not available now';
    case 'interrupted':
      return 'broke off';
    case 'in-transit':
      return 'record is being moved between practices';
    case 'awaiting-filing':
      return 'some data is still waiting to be filed';
  }
}

export const sourcesWords = {
  heading: 'Sources',
  answered: (done: number, of: number) => `${done} of ${of} answered.`,
  othersAnswered: (count: number) => `${count} others answered.`,
  someOthersAnswered: (done: number, of: number) => `${done} of ${of} others answered.`,
  allAnswered: (count: number) => `All ${count} sources answered.`,
  /** First of all: most of what is known of anybody is their practice's. */
  noPracticeRecord: (practice: string) =>
    `No GP record: ${practice} has not agreed to share. Do not read this as none.`,
  /** Of one that has sent some of what it has. */
  stillArriving: 'still arriving',
  brokeOff: 'The answer broke off before its end. Something may be missing.',
  /** Of one that has said all before the last line of all: what that says is not known. */
  atItsEnd: 'Waiting for the end of the answer.',
  nothingArrived: `Nothing arrived. Do not read this as none. ${unrecordedWords.cannotWait}`,
  askAllAgain: 'Ask all again',
  /** While a new answer comes, or where none came whole. */
  askingAgain: 'Asking all again. Until they have answered, this is the earlier answer.',
  askedInVain: 'Asked again, and the new answer broke off. This is the earlier answer.',
  details: 'Show each source',
  hideDetails: 'Hide the sources',
  keeps: 'What it keeps',
  keepsAbout: (source: string) => `: ${source}`,
  keepsOnly: (sections: string) => `It keeps only: ${sections}.`,
  upTo: 'Up to date to',
  onlyUpTo: 'up to date only to',
  askedAt: 'Asked',
} as const;

/** What is on screen where all were asked again, if it is not the newest; else null. */
export function earlierWords(renewal: Renewal): string | null {
  if (renewal === null) return null;
  return renewal === 'in-vain' ? sourcesWords.askedInVain : sourcesWords.askingAgain;
}
