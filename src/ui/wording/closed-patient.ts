/** Closed because it is not certain who the patient is. */
import type { ClosedReason, Implausible } from '../../flow/closed.ts';
import { nothingShown, useScr } from './closed-words.ts';

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

type ImplausibleReason = Extract<ClosedReason, { type: 'implausible' }>;

/** What was sent. Never the value: it may be markup, or another person's. */
const implausibleWords: Readonly<Record<Implausible, string>> = {
  name: 'a name that cannot be right',
  'birth-date': 'a date of birth that cannot be right',
  user: 'details of you that cannot be right',
  'nhs-number': 'an NHS number that we could not read',
};

/**
 * @param host what users call the system they launched from
 * @param exchange what users call the exchange
 */
export function identity(host: string, exchange: string) {
  const trace = `Check with the patient, trace their NHS number in ${host}, then try again.`;
  const tellRecords = 'Tell your records or data quality team.';
  return {
    nhsNumber: {
      missing: nothingShown(
        'This patient has no NHS number',
        `${host} holds no NHS number for this patient. Records are found by NHS number only.`,
        trace,
      ),
      invalid: nothingShown(
        'This patient’s NHS number is not valid',
        `The NHS number in ${host} cannot be a real one.`,
        trace,
      ),
      several: nothingShown(
        'This patient has more than one NHS number',
        `${host} holds several NHS numbers for this patient. We cannot tell which is right.`,
        trace,
      ),
    },
    nhsNumberUnverified: (code: string) =>
      nothingShown(
        'This patient’s NHS number is not verified',
        `${verificationWords[code] ?? `Its status is ${code}.`} ` +
          'Records are opened for verified NHS numbers only.',
        trace,
      ),
    superseded: nothingShown(
      'This NHS number has been replaced',
      `The ${exchange} knows this patient by a different NHS number.`,
      `Check with the patient and update the NHS number in ${host}, then try again.`,
    ),
    invalidated: nothingShown(
      'This NHS number is no longer in use',
      'It was withdrawn and must not be used for any patient.',
      `${trace} ${tellRecords}`,
    ),
    'not-found': nothingShown(
      `The ${exchange} does not know this patient`,
      'No patient was found with this NHS number. That does not mean they have no records.',
      `Check the NHS number with the patient. ${useScr}`,
    ),
    several: nothingShown(
      'More than one patient was found',
      'We cannot tell which is yours, so no record is opened.',
      `${tellRecords} ${useScr}`,
    ),
    unmatched: nothingShown(
      'This may be the wrong patient',
      `${host} and the ${exchange} do not agree on which patient is open.`,
      `Close this, check which patient is open in ${host}, then open the ${exchange} again.`,
    ),
    implausible: ({ where, what }: ImplausibleReason) =>
      nothingShown(
        what === 'user'
          ? 'We could not read who you are safely'
          : 'We could not read this patient safely',
        `${where === 'host' ? host : `The ${exchange}`} sent ${implausibleWords[what]}.`,
        `${tellRecords} ${useScr}`,
      ),
    mismatch: nothingShown(
      'This may be the wrong patient',
      `The details in ${host} and in the ${exchange} differ. The record is closed.`,
      'Check with the patient and correct your system, then try again.',
    ),
  };
}
