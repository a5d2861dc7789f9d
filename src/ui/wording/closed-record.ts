/** Closed because the record stays shut, or had to be shut again. */
import type { Deceased } from '../../domain/person.ts';
import { nothingShown, shownWords, useScr } from './closed-words.ts';
import { questionWords } from './questions.ts';

/**
 * @param exchange what users call the exchange
 * @param again how to open it again
 */
export function consent(exchange: string, again: string) {
  return {
    restricted: nothingShown(
      'This record is protected and cannot be opened here',
      'Where this patient is must not become known.',
      'Do not tell anyone where this patient is. Ask the patient, or the people who are with them.',
    ),
    deceased: (notice: Deceased['notice']) =>
      nothingShown(
        questionWords['informal-death'].heading,
        `${noticeWords[notice]} Nobody can give permission now, so the record stays closed. ` +
          'It stays confidential.',
        `If the patient is alive, tell their GP practice and your records team. ${ifAlive(notice)}`,
      ),
    dissent: {
      heading: 'This record cannot be opened',
      what: 'The patient has chosen not to share it. Permission or an emergency does not change this.',
      shown: shownWords.nothingClinical,
      next:
        'Ask the people with them or phone their GP practice. Only the patient can change this, ' +
        'through their practice.',
    },
    patientRefused: {
      now: nothingShown(
        'The record stays closed',
        'You answered that the patient refused, or that you have not asked.',
        `If the patient agrees later: ${lowerFirst(again)}`,
      ),
      afterAgreeing: nothingShown(
        'The record stays closed',
        'You answered that the patient does not agree now. What they agreed to earlier is being withdrawn.',
        `If the patient agrees later: ${lowerFirst(again)}`,
      ),
    },
    'terms-not-accepted': nothingShown(
      'You have not accepted the terms of use',
      `Every user of the ${exchange} accepts them once for each version.`,
      `To read and accept them: ${lowerFirst(again)}`,
    ),
    'closed-by-user': nothingShown(
      'Closed',
      `You closed the ${exchange} before opening it.`,
      again,
    ),
  };
}

/** What was on screen is gone; the words say what to make of it. */
export function afterwards(exchange: string, again: string) {
  return {
    'wrong-patient': {
      heading: 'Closed: this may be another patient’s data',
      what: `The ${exchange} sent something that belongs to another patient.`,
      shown: shownWords.cleared,
      next: `Do not rely on anything you read here. Report this as a safety incident. ${useScr}`,
    },
    'release-refused': {
      heading: 'The record was not released',
      what: `The ${exchange} recorded your access, then refused to release the record.`,
      shown: shownWords.cleared,
      next: `${again} If it is refused again, use the Summary Care Record.`,
    },
    'session-ended': {
      heading: 'Your session has ended',
      what: 'The record was closed to protect the patient.',
      shown: shownWords.cleared,
      next: again,
    },
    'access-ended': {
      heading: 'Your access to this record has ended',
      what: 'The permission or break glass it was opened by has run out, or was ended.',
      shown: shownWords.cleared,
      next: `If you still need it: ${lowerFirst(again)}`,
    },
    'internal-fault': {
      heading: 'Something went wrong',
      what: 'This app has a fault. It closed rather than guess.',
      shown: shownWords.cleared,
      next: `${again} ${useScr} Tell your system administrator.`,
    },
  };
}

/** How certain the death is (domain notes, section 6). */
const noticeWords: Readonly<Record<Deceased['notice'], string>> = {
  formal: 'The death is registered.',
  'not-stated': 'The notice does not say whether the death is registered.',
  informal: 'The notice is informal: the death may not be registered.',
};

/** After an informal notice the clinician may go on, having said so. */
function ifAlive(notice: Deceased['notice']): string {
  return notice === 'informal'
    ? `Then open it again and choose “${questionWords['informal-death'].yes}”. ${useScr}`
    : `It can be opened once the record of the death is corrected. ${useScr}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
