/**
 * Every way a launch ends without a record, in words: what happened, what was shown, what to do
 * now. One place decides; the words themselves are in `closed-messages.ts`.
 */
import type { ClosedReason, NhsNumberProblem } from '../../flow/closed.ts';
import type { ScreenPolicy } from '../intent.ts';
import { closedMessages, shownWords } from './closed-messages.ts';
import { askedAt, failureWords, stageWords } from './failures.ts';

export type ClosedWords = {
  readonly heading: string;
  /** What happened. */
  readonly what: string;
  /** Whether anything was shown. */
  readonly shown: string;
  /** What to do now. */
  readonly next: string;
  /** To read out to a help desk, where there is one. */
  readonly reference?: string;
};

/**
 * @param reason why the launch closed
 * @param policy gives the names users know their systems by
 */
export function closedWords(reason: ClosedReason, policy: ScreenPolicy): ClosedWords {
  const messages = closedMessages(policy.hostName, policy.exchangeName);
  switch (reason.type) {
    case 'host-refused':
      return messages.hostRefused(reason.description);
    case 'scope-missing':
      return messages.scopeMissing(reason.scope);
    case 'not-clinician':
      return messages.notClinician(reason.roleText);
    case 'own-record':
      return messages.ownRecord[reason.certainty];
    case 'nhs-number':
      return nhsNumberWords(reason.problem, messages);
    case 'call-failed':
      return {
        heading: stageWords(reason.stage),
        what: failureWords(reason.failure, askedAt(reason.stage, policy)),
        shown: shownWords.nothing,
        next: messages.callFailedNext,
        reference: reason.failure.reference,
      };
    case 'release-refused':
      return { ...messages['release-refused'], reference: reason.failure.reference };
    case 'launch-not-found':
    case 'sign-in-unverified':
    case 'no-patient-in-context':
    case 'unsupported-exchange':
    case 'user-not-practitioner':
    case 'no-role':
    case 'superseded':
    case 'invalidated':
    case 'not-found':
    case 'several':
    case 'unmatched':
    case 'restricted':
    case 'deceased':
    case 'mismatch':
    case 'dissent':
    case 'patient-refused':
    case 'closed-by-user':
    case 'wrong-patient':
    case 'session-ended':
    case 'internal-fault':
      return messages[reason.type];
  }
}

function nhsNumberWords(
  problem: NhsNumberProblem,
  messages: ReturnType<typeof closedMessages>,
): ClosedWords {
  return problem.type === 'unverified'
    ? messages.nhsNumberUnverified(problem.code)
    : messages.nhsNumber[problem.type];
}
