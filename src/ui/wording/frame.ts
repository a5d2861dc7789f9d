/** Words around every screen: banner, steps on the way, the end. */
import type { State } from '../../flow/state.ts';
import type { ScreenPolicy } from '../intent.ts';

export const bannerWords = {
  landmark: 'Patient',
  born: 'Born',
  gender: 'Gender',
  nhsNumber: 'NHS No.',
  notKnown: 'Not known',
  died: 'Died',
  ageAtDeath: 'Age at death',
  deathNotice: 'Death notice',
  informal: 'Informal',
  breakGlass: 'break glass',
} as const;

export const frameWords = {
  breakGlassOpen: (time: string) => `Opened by break glass ${time}`,
  tellPatient: 'tell the patient',
  protectedLabel: 'Location is protected.',
  protectedNote:
    'Address, phone, practice, appointments and letters are removed. ' +
    'Do not tell anyone where this patient is.',
  closeRecord: 'Close record',
  endedHeading: 'Closed',
  endedBody: 'Nothing is left on this screen.',
  endedNext: (host: string) =>
    `To see the summary again, open it from the patient’s record in ${host}.`,
  summaryHeading: 'Care Summary',
  reviewHeading: 'Review feed',
  loading: 'One moment…',
  askingSources: 'Asking each system now',
  /** Of the standing notice, what must be known before reading. */
  notAll: 'Not the full record of any system.',
  standingNotice:
    'What each system holds now. Not the full record of any system. ' +
    'Checking that this is the right patient and the right information is your responsibility.',
} as const;

type OnTheWay = Extract<State['step'], 'requested' | 'authorised' | 'identified' | 'traced'>;

/** One calm line: what is happening now, in whose system. */
export function progressWords(step: OnTheWay, policy: ScreenPolicy): string {
  switch (step) {
    case 'requested':
      return `Signing you in through ${policy.hostName}`;
    case 'authorised':
      return `Reading your role and the patient from ${policy.hostName}`;
    case 'identified':
      return `Finding the patient in the ${policy.exchangeName}`;
    case 'traced':
      return 'Checking whether this record may be opened';
  }
}
