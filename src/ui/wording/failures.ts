/** Why a call gave nothing, in words; one wording per kind of failure. */
import type { Failure, Stage } from '../../flow/failure.ts';
import type { ScreenPolicy } from '../intent.ts';

/** @param who the system that was asked, as users call it */
export function failureWords(failure: Failure, who: string): string {
  switch (failure.kind) {
    case 'offline':
      return `We could not reach ${who}. Check the network connection.`;
    case 'timeout':
      return `${who} did not answer in time.`;
    case 'unauthorised':
      return `${who} no longer accepts this session.`;
    case 'forbidden':
      return `${who} refused.`;
    case 'not-found':
      return `${who} does not hold what we asked for.`;
    case 'conflict':
      return `${who} already holds a different answer.`;
    case 'server':
      return `${who} has a fault.`;
    case 'bad-answer':
      return `${who} sent an answer that we could not read safely.`;
    case 'too-large':
      return `${who} sent more than we can show safely.`;
  }
}

/** What the app was trying to do. */
export function stageWords(stage: Stage): string {
  switch (stage) {
    case 'authorise':
      return 'We could not sign you in';
    case 'user':
      return 'We could not read who you are';
    case 'patient':
      return 'We could not read the patient';
    case 'capability':
      return 'We could not reach the Care Summary';
    case 'trace':
      return 'We could not check the patient';
    case 'standing':
      return 'We could not check whether this record may be opened';
    case 'terms':
      return 'We could not record your answer';
    case 'record':
      return 'We could not record this access';
    case 'summary':
      return 'We could not get the record';
    case 'review':
      return 'We could not read the review feed';
  }
}

/** Which system was asked at each stage. */
export function askedAt(stage: Stage, policy: ScreenPolicy): string {
  return stage === 'authorise' || stage === 'user' || stage === 'patient'
    ? policy.hostName
    : `The ${policy.exchangeName}`;
}
