/**
 * Every way a launch ends without a record, in words: what happened, what was shown, what to do
 * now. One place decides; the words are in the `closed-*.ts` files beside it.
 */
import type { ClosedReason, NhsNumberProblem } from '../../flow/closed.ts';
import type { ScreenPolicy } from '../intent.ts';
import { people, signIn } from './closed-launch.ts';
import { identity } from './closed-patient.ts';
import { afterwards, consent } from './closed-record.ts';
import { type ClosedWords, shownWords, useScr } from './closed-words.ts';
import { askedAt, failureWords, stageWords } from './failures.ts';

/**
 * @param reason why the launch closed
 * @param policy gives the names users know their systems by
 */
export function closedWords(reason: ClosedReason, policy: ScreenPolicy): ClosedWords {
  const words = wordsFor(reason, policy);
  const { heading, what, next } = words;
  return { ...words, heading: sentence(heading), what: sentence(what), next: sentence(next) };
}

/** A system may be called "your clinical system", and still begin a sentence. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function wordsFor(reason: ClosedReason, policy: ScreenPolicy): ClosedWords {
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
    case 'patient-refused':
      return messages.patientRefused[reason.stood ? 'afterAgreeing' : 'now'];
    case 'nhs-number':
      return nhsNumberWords(reason.problem, messages);
    case 'deceased':
      return messages.deceased(reason.notice);
    case 'implausible':
      return messages.implausible(reason);
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
    case 'misconfigured':
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
    case 'mismatch':
    case 'dissent':
    case 'closed-by-user':
    case 'terms-not-accepted':
    case 'wrong-patient':
    case 'session-ended':
    case 'access-ended':
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

function closedMessages(host: string, exchange: string) {
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
