/**
 * Coded reasons of the access log and the review feed, in words: one map for all of them. The
 * codes are those of the exchange and of the app's own refusals (contract 2.5 and 2.7).
 */
import type { AccessPurpose, CodedReason } from '../../domain/access-log.ts';
import { breakGlassWords } from './answering.ts';

export const reasonWords: Readonly<Record<string, string>> = {
  ...breakGlassWords.reasons,
  'certifying-death': 'Certifying this death',
  'patient-agreed': 'The patient agreed',
  'young-person-agreed': 'The young person agreed',
  'agreed-earlier': 'Agreed earlier in this episode',
  'proxy-agreed': 'Someone who can decide for them agreed',
  dissent: 'The patient has chosen not to share',
  restricted: 'Protected record',
  deceased: 'The patient has died',
  'deceased-informal': 'Informal notice of death',
  'own-record': 'Own record',
  'own-record-certain': 'Own record',
  'own-record-likely': 'Same name and date of birth as the user',
  namesake: 'Same name and date of birth as the user',
  'wrong-role': 'Role not allowed',
  'not-clinician': 'Role not allowed',
  'no-role': 'No role given',
  'role-not-held': 'Role not held',
  'user-not-practitioner': 'Not a health professional',
  terms: 'Terms not accepted',
  'terms-not-accepted': 'Terms not accepted',
  reopens: 'Earlier permission does not stand',
  'no-current-consent': 'No current permission',
  mismatch: 'Details differ between systems',
  superseded: 'NHS number replaced',
  invalidated: 'NHS number no longer in use',
  'not-found': 'Patient not found',
  several: 'More than one patient found',
  'nhs-number-missing': 'No NHS number',
  'nhs-number-invalid': 'NHS number not valid',
  'nhs-number-several': 'More than one NHS number',
  'nhs-number-unverified': 'NHS number not verified',
  implausible: 'Details could not be read safely',
  'other-number': 'Not the patient of this launch',
  'other-patient': 'Not the patient of this launch',
  'wrong-patient': 'Another patient’s data',
  'patient-refused': 'The patient refused, or was not asked',
  'closed-by-user': 'Closed before opening',
};

const notGiven = 'Not given';

/** A code we know in our words, else the exchange's own. */
export function reasonText(reason: CodedReason | null): string {
  if (reason === null) return notGiven;
  const { code, text } = reason;
  return (code === null ? null : wordsFor(code)) ?? text ?? notGiven;
}

/** `mismatch-family-gender` says which fields; the log says only that they differ. */
function wordsFor(code: string): string | null {
  const key = code.startsWith('mismatch-') ? 'mismatch' : code;
  return Object.hasOwn(reasonWords, key) ? (reasonWords[key] ?? null) : null;
}

export const purposeWords: Readonly<Record<AccessPurpose, string>> = {
  'direct-care': 'Direct care',
  emergency: 'Emergency',
  legal: 'Required by law',
  'not-stated': 'Not stated',
};
