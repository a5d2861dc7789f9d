/** Every word of the gate, by message id. */
import type { ProxyKind } from '../../domain/access.ts';
import type { ComparedField } from '../../domain/demographic-match.ts';
import type { Failure } from '../../flow/failure.ts';

/** Shown above the button and recorded with the decision. */
export const attestation =
  'I am involved in this patient’s care. This is not my own record. ' +
  'My name, role and reason will be recorded and shown to others who open it.';

/** In its place above the button that leaves the record closed: all that is true then. */
export const attestedByNo = 'My name will be recorded and shown to others who open it.';

export const gateWords = {
  heading: 'Before you open the Care Summary',
  question: 'Do you have permission to view this record?',
  questionOfDeath: 'Why do you need this record?',
  confirmAndOpen: 'Confirm and open',
  breakGlassAndOpen: 'Break glass and open',
  close: 'Close',
  recording: 'Recording…',
  recordingStatus: 'Recording your answer. Nothing is shown until it is recorded.',
  errorHeading: 'There is a problem',
} as const;

export const roleWords = {
  question: 'Your role today',
  registers: [
    ['gmc', 'GMC'],
    ['nmc', 'NMC'],
    ['gphc', 'GPhC'],
    ['hcpc', 'HCPC'],
  ],
} as const;

export const checkWords = {
  same: 'Same in both systems:',
  show: 'Show',
  detailsCaption: 'Both systems side by side',
  field: 'Field',
  yourSystem: 'Your system',
  careSummary: 'Care Summary',
  nhsNumber: 'NHS number',
  name: 'name',
  /** What agrees in substance is said, not alarmed about. */
  noted: (field: string, host: string, exchange: string) =>
    `${field}: ${host} in your system, ${exchange} in the Care Summary.`,
  samePerson: 'I have checked this is the same person',
} as const;

export const fieldNames: Readonly<Record<ComparedField, string>> = {
  family: 'Surname',
  given: 'First names',
  birthDate: 'Date of birth',
  gender: 'Gender',
};

export const differsWords: Readonly<Record<ComparedField, string>> = {
  family: 'Surname differs',
  given: 'First names differ',
  birthDate: 'Date of birth differs',
  gender: 'Gender differs',
};

export const coverageWords = {
  practiceNotSharing: (practice: string) => `${practice} has not agreed to share.`,
  practiceDown: (practice: string) => `${practice} is not answering.`,
  practiceMissing:
    'GP medicines, allergies, problems and results will be missing. Do not read this as none.',
  alsoMissing: 'Not included:',
  notSharing: (name: string) => `${name} (has not agreed to share)`,
  down: (name: string) => `${name} (not answering)`,
} as const;

/** How old the patient is, as far as who may decide depends on it. */
export type DecidingAge = 'adult' | 'sixteen-or-seventeen' | 'under-sixteen';

export const answerWords = {
  patientAgreed: {
    label: 'Yes, the patient agreed',
    youngLabel: 'Yes, the young person understands and agreed',
    hint: 'In person or by phone, today',
  },
  agreedEarlier: { label: 'Yes, agreed earlier in this episode', hint: 'Who asked, and when?' },
  proxyAgreed: {
    label: 'Yes, someone who can decide for them agreed',
    hint: {
      adult: 'Health and welfare attorney or court-appointed deputy, not next of kin alone',
      'sixteen-or-seventeen':
        'Only if the young person cannot decide: a parent or person with parental responsibility, or a court-appointed deputy',
      'under-sixteen': 'Parent or person with parental responsibility',
    },
  },
  breakGlass: {
    label: 'I cannot ask: break glass',
    hint: 'Give a reason. You must be able to justify it',
  },
  refused: {
    label: 'No: the patient refused, or I have not asked',
    hint: 'The record stays closed',
    atRisk: 'Someone is at risk of serious harm',
  },
  certifying: {
    label: 'I am certifying this death',
    hint: 'Nobody can give permission for someone who has died',
  },
  notCertifying: {
    label: 'No: I am not certifying this death',
    hint: 'The record stays closed',
  },
} as const;

export const proxyWords = {
  kinds: {
    attorney: 'Health and welfare attorney',
    deputy: 'Court-appointed deputy',
    'parental-responsibility': 'Parent or person with parental responsibility',
  } satisfies Readonly<Record<ProxyKind, string>>,
} as const;

export const unrecordedWords = {
  heading: 'We could not record this access',
  body: 'The record stays closed. Nothing was shown. Your answers are kept.',
  tryAgain: 'Try again',
  tryAgainNote: 'It will not be recorded twice.',
  cannotWait: 'Cannot wait? Use the Summary Care Record.',
  reference: (failure: Failure) => `Reference ${failure.reference}`,
} as const;
