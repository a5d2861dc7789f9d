/** Closed before a patient was looked for: the launch, the sign-in, the user. */
import { nothingShown, shownWords, useScr } from './closed-words.ts';
import { questionWords } from './questions.ts';

/**
 * @param host what users call the system they launched from
 * @param exchange what users call the exchange
 */
export function signIn(host: string, exchange: string, again: string) {
  return {
    misconfigured: nothingShown(
      `The ${exchange} is not set up correctly`,
      'Its settings are missing or wrong, so it cannot start safely.',
      `${useScr} Tell your system administrator.`,
    ),
    'launch-not-found': {
      heading: 'This launch has expired',
      what: 'The page was reloaded, opened twice or left for too long.',
      shown: shownWords.noPatient,
      next: again,
    },
    hostRefused: (description: string | null) =>
      nothingShown(
        `${host} did not allow this`,
        description ? `It said: “${shortened(description)}”` : 'It gave no reason.',
        again,
      ),
    'sign-in-unverified': nothingShown(
      'We could not check who you are',
      `The sign-in from ${host} did not pass our checks.`,
      again,
    ),
    scopeMissing: (scope: string) =>
      nothingShown(
        `${host} did not give enough access`,
        `It did not allow: ${scope}.`,
        `Ask your system administrator to allow it for the ${exchange}. ${useScr}`,
      ),
    'no-patient-in-context': nothingShown(
      'No patient is open',
      `${host} did not say which patient this is for.`,
      `Open the patient’s record in ${host} first, then the ${exchange}.`,
    ),
    'unsupported-exchange': nothingShown(
      `The ${exchange} cannot be used now`,
      'It does not offer what this app needs to open a record safely.',
      `${useScr} Tell your system administrator.`,
    ),
  };
}

/**
 * @param host what users call the system they launched from
 * @param exchange what users call the exchange
 */
export function people(host: string, exchange: string) {
  const forClinicians = `The ${exchange} is for clinicians`;
  const askAdmin =
    'If your role is wrong, ask your smartcard or system administrator to correct it.';
  return {
    'user-not-practitioner': nothingShown(
      forClinicians,
      `${host} did not sign you in as a health professional.`,
      askAdmin,
    ),
    'no-role': nothingShown(forClinicians, `${host} did not say what your role is.`, askAdmin),
    notClinician: (role: string) =>
      nothingShown(forClinicians, `Your role in ${host} is ${role}.`, askAdmin),
    ownRecord: {
      certain: nothingShown(
        'This is your own record',
        'You cannot open it here.',
        'To see your record, use the NHS App or ask your GP practice.',
      ),
      likely: nothingShown(
        questionWords.namesake.heading,
        `${questionWords.namesake.what} You cannot open your own record here.`,
        'If this is you, use the NHS App or ask your GP practice. If it is not, open it again and ' +
          `choose “${questionWords.namesake.yes}”.`,
      ),
    },
  };
}

/** Words of another system: enough to be of use, never a page of them. */
function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
