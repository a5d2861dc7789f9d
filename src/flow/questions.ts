/**
 * What has to be settled between standing and the gate: a namesake says "this is not me", somebody
 * reported dead is said to be alive, the terms are accepted. Source: domain notes 2, 3, 6 and 7.
 */
import type { Declaration, OwnPermit } from '../domain/access.ts';
import { ownRecord } from '../domain/own-record.ts';
import { knownDeath } from '../domain/person.ts';
import type { Standing } from '../domain/trace.ts';
import { closed } from './close.ts';
import type { ClosedReason } from './closed.ts';
import type { Event } from './event.ts';
import { arriveAtGate } from './gate.ts';
import type { Accepting, Asking, LaunchKey, Question, Verified } from './state.ts';
import type { Policy, Step } from './step.ts';

type Settled = {
  readonly key: LaunchKey;
  readonly verified: Verified;
  readonly standing: Standing;
  readonly declared: readonly Declaration[];
};

/** From standing on. What was declared before the page was reloaded is not asked again. */
export function settleFirst(at: Omit<Settled, 'declared'>, policy: Policy): Step {
  return settle({ ...at, declared: reopened(at)?.declared ?? [] }, policy);
}

function settle(at: Settled, policy: Policy): Step {
  const question = nextQuestion(at);
  if (question === null) return arriveAtGate(at, policy);
  const { key, verified, standing, declared } = at;
  return [
    { step: 'asking', key, verified, standing, declared, question, failure: null },
    question === 'namesake' ? [{ type: 'report', refusal: attempt(verified) }] : [],
  ];
}

function nextQuestion({ verified, standing, declared }: Settled): Question | null {
  const { clinician, host, patient } = verified;
  const namesake =
    ownRecord(clinician.user, host) === 'likely' || ownRecord(clinician.user, patient) === 'likely';
  if (namesake && !declared.includes('not-me')) return 'namesake';
  const informal = knownDeath(host, patient)?.notice === 'informal';
  if (informal && !declared.includes('patient-is-alive')) return 'informal-death';
  return standing.terms.type === 'due' ? 'terms' : null;
}

/** Looking at what may be one's own record is recorded, whatever comes of it (domain notes, 7). */
function attempt({ session, patient }: Verified) {
  const reason = { type: 'own-record', certainty: 'likely' } as const;
  return { reason, patient: patient.ref, session };
}

function reopened({ verified, standing }: Omit<Settled, 'declared'>): OwnPermit | null {
  const { reopens } = verified.session;
  return standing.ownPermits.find(({ consentId }) => consentId === reopens) ?? null;
}

const answers: Readonly<Record<Exclude<Question, 'terms'>, Declaration>> = {
  namesake: 'not-me',
  'informal-death': 'patient-is-alive',
};

export function asking(state: Asking, event: Event, policy: Policy): Step {
  const { question, declared } = state;
  switch (event.type) {
    case 'declared':
      if (question === 'terms' || answers[question] !== event.declaration) return [state, []];
      return settle({ ...state, declared: [...declared, event.declaration] }, policy);
    case 'terms-answered':
      return question === 'terms' ? accept(state, event.answer) : [state, []];
    case 'question-declined':
      return closed(state, declined(question));
    default:
      return [state, []];
  }
}

function declined(question: Question): ClosedReason {
  switch (question) {
    case 'namesake':
      return { type: 'own-record', certainty: 'likely' };
    case 'informal-death':
      return { type: 'deceased', notice: 'informal' };
    case 'terms':
      return { type: 'terms-not-accepted' };
  }
}

/** The first version may not be put off, nor a later one for ever. */
function accept(state: Asking, answer: 'accepted' | 'put-off'): Step {
  const { key, verified, standing, declared } = state;
  const { terms } = standing;
  if (answer === 'put-off' && !(terms.type === 'due' && terms.mayPutOff)) return [state, []];
  return [
    { step: 'accepting', key, verified, standing, declared, answer },
    [{ type: 'record-terms', answer }],
  ];
}

/** Only an acknowledged acceptance counts. */
export function accepting(state: Accepting, event: Event, policy: Policy): Step {
  const { key, verified, standing, declared, answer } = state;
  switch (event.type) {
    case 'terms-recorded':
      return settle(
        { key, verified, declared, standing: { ...standing, terms: answered(standing, answer) } },
        policy,
      );
    case 'terms-failed':
      return [
        {
          key,
          verified,
          standing,
          declared,
          step: 'asking',
          question: 'terms',
          failure: event.failure,
        },
        [],
      ];
    default:
      return [state, []];
  }
}

function answered({ terms }: Standing, answer: 'accepted' | 'put-off'): Standing['terms'] {
  if (terms.type !== 'due') return terms;
  return answer === 'put-off' && terms.accepted !== null
    ? { type: 'put-off', accepted: terms.accepted, until: null }
    : { type: 'accepted', version: terms.version };
}
