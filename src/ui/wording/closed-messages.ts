/** The words of every closed screen, by message id. Read them aloud before changing them. */
import type { ClosedWords } from './closed.ts';

export const shownWords = {
  nothing: 'Nothing was shown.',
  nothingClinical: 'Nothing clinical was shown.',
  cleared: 'The screen was cleared.',
} as const;

/** Said once the report has been acknowledged; until then only what is certain is said. */
export const recordedWords = {
  recorded: 'This attempt was recorded.',
  notRecorded: 'No opening was recorded.',
} as const;

export const closedLabels = {
  next: 'What to do now',
  reference: (reference: string) => `Reference ${reference}`,
  compared: 'The two systems side by side',
} as const;

const useScr = 'If care cannot wait, use the Summary Care Record.';

/** What each UK Core verification status means (domain notes section 5). */
const verificationWords: Readonly<Record<string, string>> = {
  '02': 'It has not been traced.',
  '03': 'It still needs to be traced.',
  '04': 'Tracing found no match, or several.',
  '05': 'Tracing found a conflict.',
  '06': 'Tracing is in progress.',
  '07': 'It is marked as not present.',
  '08': 'Tracing is postponed, as for a baby under six weeks.',
};

/**
 * @param host what users call the system they launched from
 * @param exchange what users call the exchange
 */
export function closedMessages(host: string, exchange: string) {
  const again = `Open the ${exchange} again from the patient’s record in ${host}.`;
  const admin = 'If this happens again, tell your system administrator.';
  return {
    callFailedNext: `${again} ${useScr} ${admin}`,
    ...signIn(host, exchange, `${again} ${admin}`),
    ...people(host, exchange),
    ...identity(host, exchange),
    ...consent(exchange, again),
    ...afterwards(exchange, again),
  };
}

function signIn(host: string, exchange: string, again: string) {
  return {
    'launch-not-found': nothing(
      'This launch has expired',
      'The page was reloaded, opened twice or left for too long.',
      again,
    ),
    hostRefused: (description: string | null) =>
      nothing(
        `${host} did not allow this`,
        description ? `It said: “${shortened(description)}”` : 'It gave no reason.',
        again,
      ),
    'sign-in-unverified': nothing(
      'We could not check who you are',
      `The sign-in from ${host} did not pass our checks.`,
      again,
    ),
    scopeMissing: (scope: string) =>
      nothing(
        `${host} did not give enough access`,
        `It did not allow: ${scope}.`,
        `Ask your system administrator to allow it for the ${exchange}.`,
      ),
    'no-patient-in-context': nothing(
      'No patient is open',
      `${host} did not say which patient this is for.`,
      `Open the patient’s record in ${host} first, then the ${exchange}.`,
    ),
    'unsupported-exchange': nothing(
      `The ${exchange} cannot be used now`,
      'It does not offer what this app needs to open a record safely.',
      `${useScr} Tell your system administrator.`,
    ),
  };
}

function people(host: string, exchange: string) {
  const forClinicians = `The ${exchange} is for clinicians`;
  const askAdmin =
    'If your role is wrong, ask your smartcard or system administrator to correct it.';
  return {
    'user-not-practitioner': nothing(
      forClinicians,
      `${host} did not sign you in as a health professional.`,
      askAdmin,
    ),
    'no-role': nothing(forClinicians, `${host} did not say what your role is.`, askAdmin),
    notClinician: (role: string) =>
      nothing(forClinicians, `Your role in ${host} is ${role}.`, askAdmin),
    ownRecord: {
      certain: nothing(
        'This is your own record',
        'You cannot open it here.',
        'To see your record, use the NHS App or ask your GP practice.',
      ),
      likely: nothing(
        'This looks like your own record',
        'You and the patient have the same name and date of birth. You cannot open it here.',
        'If this is you, use the NHS App or ask your GP practice. If it is not, ask a colleague ' +
          'to open the record. Your system administrator can add your NHS number to your ' +
          'staff account, which tells the two of you apart.',
      ),
    },
  };
}

function identity(host: string, exchange: string) {
  const trace = `Check with the patient, trace their NHS number in ${host}, then try again.`;
  const tellRecords = 'Tell your records or data quality team.';
  return {
    nhsNumber: {
      missing: nothing(
        'This patient has no NHS number',
        `${host} holds no NHS number for this patient. Records are found by NHS number only.`,
        trace,
      ),
      invalid: nothing(
        'This patient’s NHS number is not valid',
        `The NHS number in ${host} cannot be a real one.`,
        trace,
      ),
      several: nothing(
        'This patient has more than one NHS number',
        `${host} holds several NHS numbers for this patient. We cannot tell which is right.`,
        trace,
      ),
    },
    nhsNumberUnverified: (code: string) =>
      nothing(
        'This patient’s NHS number is not verified',
        `${verificationWords[code] ?? `Its status in ${host} is ${code}.`} ` +
          'Records are opened for verified NHS numbers only.',
        trace,
      ),
    superseded: nothing(
      'This NHS number has been replaced',
      `The ${exchange} knows this patient by a different NHS number.`,
      `Check with the patient and update the NHS number in ${host}, then try again.`,
    ),
    invalidated: nothing(
      'This NHS number is no longer in use',
      'It was withdrawn and must not be used for any patient.',
      `${trace} ${tellRecords}`,
    ),
    'not-found': nothing(
      `The ${exchange} does not know this patient`,
      'No patient was found with this NHS number. That does not mean they have no records.',
      `Check the NHS number with the patient. ${useScr}`,
    ),
    several: nothing(
      'More than one patient was found',
      'We cannot tell which is yours, so no record is opened.',
      `${tellRecords} ${useScr}`,
    ),
    unmatched: nothing(
      'This may be the wrong patient',
      `${host} and the ${exchange} do not agree on which patient is open.`,
      `Close this, check which patient is open in ${host}, then open the ${exchange} again.`,
    ),
    mismatch: nothing(
      'This may be the wrong patient',
      `The details in ${host} and in the ${exchange} differ. The record is closed.`,
      'Check with the patient and correct your system, then try again.',
    ),
  };
}

function consent(exchange: string, again: string) {
  return {
    restricted: nothing(
      'This record is protected and cannot be opened here',
      'Where this patient is must not become known.',
      'Do not tell anyone where this patient is. Ask the patient, or the people who are with them.',
    ),
    deceased: nothing(
      'This patient is recorded as having died',
      'Nobody can give permission now, so the record stays closed. It stays confidential.',
      'If the patient is alive, tell their GP practice and your records team so that it is ' +
        `corrected. ${useScr}`,
    ),
    dissent: {
      heading: 'This record cannot be opened',
      what: 'The patient has chosen not to share it. Permission or an emergency does not change this.',
      shown: shownWords.nothingClinical,
      next:
        'Ask the people with them or phone their GP practice. Only the patient can change this, ' +
        'through their practice.',
    },
    'patient-refused': nothing(
      'The record stays closed',
      'You answered that the patient refused, or that you have not asked.',
      `If the patient agrees later: ${lowerFirst(again)}`,
    ),
    'closed-by-user': nothing('Closed', `You closed the ${exchange} before opening it.`, again),
  };
}

function afterwards(exchange: string, again: string) {
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
    'internal-fault': {
      heading: 'Something went wrong',
      what: 'This app has a fault. It closed rather than guess.',
      shown: shownWords.cleared,
      next: `${again} ${useScr} Tell your system administrator.`,
    },
  };
}

function nothing(heading: string, what: string, next: string): ClosedWords {
  return { heading, what, shown: shownWords.nothing, next };
}

/** Words of another system: enough to be of use, never a page of them. */
function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
