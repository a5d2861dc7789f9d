/** What an answer asks for besides, and what is wrong with it: not needed before it is given. */
import type { BreakGlassReason } from '../../domain/access.ts';
import { answerWords } from './gate.ts';

export const earlierWords = {
  askedBy: 'Who asked?',
  askedByHint: 'Name and role',
  askedAt: 'When?',
  askedAtHint: 'For example, today 09:10',
} as const;

/** Above the kinds of who may decide. */
export const whoAgreed = 'Who agreed?';

export const breakGlassWords = {
  question: 'Why can you not ask?',
  overridingQuestion: 'Why must this record be opened?',
  reasons: {
    unconscious: 'Unconscious or cannot communicate, and care is urgent',
    'lacks-capacity': 'Lacks capacity. Viewing is in their best interests',
    'not-reachable': 'Not here or cannot be reached, and care cannot wait',
    'risk-in-asking': 'Asking could put someone at serious risk',
    other: 'Another reason',
    'public-interest': 'Public interest: someone is at risk of serious harm',
    'required-by-statute': 'Required by statute',
    'required-by-court-order': 'Required by a court order',
    'certifying-death': answerWords.certifying.label,
  } satisfies Readonly<Record<BreakGlassReason, string>>,
  justification: 'What do you need to know, and why now?',
  justificationHint: 'One sentence. Do not name other people. The privacy team reads this.',
  askOnceMore: 'Is that enough for the privacy team to understand? Add more, or open now.',
  tellPatient: 'Tell the patient when it is safe. We will remind you.',
} as const;

export const gateErrors = {
  noAnswer: 'Choose whether you have permission to view this record',
  samePerson: 'Check the differences, then tick that this is the same person',
  askedBy: 'Enter who asked the patient',
  askedAt: 'Enter when the patient was asked',
  proxy: 'Choose who agreed for the patient',
  reason: 'Choose why you cannot ask',
  overridingReason: 'Choose why this record must be opened',
  noAnswerOfDeath: 'Choose whether you are certifying this death',
  role: 'Choose your role today',
  justification: 'Enter what you need to know, and why now',
} as const;
