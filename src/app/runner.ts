/**
 * Drives one launch: applies events to the state, runs the effects that come out, and feeds what
 * the ports answer back as events. All order and safety lives in `flow`; this only carries.
 */
import type { Effect, Uncertain } from '../flow/effect.ts';
import type { Event } from '../flow/event.ts';
import type { Stage } from '../flow/failure.ts';
import type { Outcome, Ports, SummaryEvent } from '../flow/ports.ts';
import type { HostSession, LaunchKey, State } from '../flow/state.ts';
import type { Policy } from '../flow/step.ts';
import { start, transition } from '../flow/transition.ts';

/** What happened, without the key: the runner adds its launch's. */
export type Happening = Event extends infer Each
  ? Each extends Event
    ? Omit<Each, 'key'>
    : never
  : never;

export type Runner = {
  readonly state: () => State;
  /** Applies something the user did. Does nothing where the state has no place for it. */
  readonly happened: (what: Happening) => void;
};

export type RunnerOptions = {
  readonly ports: Ports;
  /** Asked at each event: the issuer's own rules are known only once it is returned to. */
  readonly policy: () => Policy;
  readonly onChange: (state: State) => void;
};

/** Starts a launch at once; `onChange` is called for every new state, the first included. */
export function createRunner({ ports, policy, onChange }: RunnerOptions): Runner {
  const key: LaunchKey = ports.newId();
  let aborter = new AbortController();
  const [first, effects] = start(key);
  let state = first;

  const happened = (what: Happening): void => {
    const [next, todo] = transition(state, { ...what, key }, policy());
    if (next !== state) {
      state = next;
      onChange(state);
    }
    for (const effect of todo) run(effect);
  };

  const run = (effect: Effect): void => {
    if (effect.type === 'retrieve' || effect.type === 'end') {
      aborter.abort();
      aborter = new AbortController();
    }
    const { signal } = aborter;
    perform(effect, ports, happened, signal).then(
      (reply) => {
        if (reply) happened(reply);
      },
      // A port that throws is a bug of ours: nothing stays open behind it.
      () => {
        happened({ type: 'refused', reason: { type: 'internal-fault' } });
      },
    );
  };

  onChange(state);
  for (const effect of effects) run(effect);
  return { state: () => state, happened };
}

type Reply = Happening | null;

/** Resolves to the event that answers the effect; streams emit theirs on the way. */
async function perform(
  effect: Effect,
  ports: Ports,
  emit: (what: Happening) => void,
  signal: AbortSignal,
): Promise<Reply> {
  const { host, exchange } = ports;
  switch (effect.type) {
    case 'complete-authorisation':
      return reply('authorise', await host.complete(), (session) => ({
        type: 'authorised',
        session,
      }));
    case 'read-host':
      return readHost(effect.session, ports);
    case 'trace':
      return reply('trace', await exchange.trace(effect.nhsNumber), (outcome) => ({
        type: 'traced',
        outcome,
      }));
    case 'read-standing':
      return reply(
        'standing',
        await exchange.standing(effect.patient, effect.clinician),
        (standing) => ({
          type: 'standing-read',
          standing,
        }),
      );
    case 'record-terms':
      return recordTerms(effect.answer, ports);
    case 'report':
      await exchange.reportRefusal(effect.refusal);
      return null;
    case 'record-told':
      return recordTold(effect, ports);
    case 'recheck':
      return recheck(effect, ports);
    case 'read-review':
      return readReview(ports);
    case 'record':
      return record(effect, ports);
    case 'retrieve':
      return retrieve(effect, ports, emit, signal);
    case 'read-log':
      return readLog(effect, ports);
    case 'withdraw':
      return withdraw(effect.uncertain, ports);
    case 'end':
      return end(effect, ports, emit);
  }
}

function reply<Value>(
  stage: Stage,
  outcome: Outcome<Value>,
  done: (value: Value) => Happening,
): Happening {
  switch (outcome.type) {
    case 'ok':
      return done(outcome.value);
    case 'failed':
      return { type: 'call-failed', stage, failure: outcome.failure };
    case 'refused':
      return { type: 'refused', reason: outcome.reason };
  }
}

/** User, patient and the exchange's capability do not wait for each other. */
async function readHost(session: HostSession, { host, exchange }: Ports): Promise<Reply> {
  const [user, patient, capable] = await Promise.all([
    host.readUser(),
    host.readPatient(session),
    exchange.capable(),
  ]);
  return reply('user', user, (user) =>
    reply('patient', patient, (host) =>
      reply('capability', capable, () => ({ type: 'identified', user, host })),
    ),
  );
}

async function record(
  { verified, decided }: Extract<Effect, { type: 'record' }>,
  { exchange }: Ports,
): Promise<Reply> {
  const { decisionId } = decided;
  const outcome = await exchange.record(verified, decided);
  switch (outcome.type) {
    case 'ok':
      return { type: 'recorded', decisionId, receipt: outcome.value };
    case 'failed':
      return { type: 'record-failed', decisionId, failure: outcome.failure };
    case 'refused':
      return { type: 'record-refused', decisionId, reason: outcome.reason };
  }
}

async function retrieve(
  { verified, receipt, attempt }: Extract<Effect, { type: 'retrieve' }>,
  { exchange }: Ports,
  emit: (what: Happening) => void,
  signal: AbortSignal,
): Promise<Reply> {
  const onEvent = (event: SummaryEvent): void => {
    if (!signal.aborted) emit(arrival(event, attempt));
  };
  await exchange.retrieve(verified, receipt, onEvent, signal);
  return null;
}

function arrival(event: SummaryEvent, attempt: number): Happening {
  switch (event.type) {
    case 'part':
      return { type: 'part-arrived', attempt, part: event.part };
    case 'report':
      return { type: 'source-reported', attempt, report: event.report };
    case 'finished':
      return { type: 'summary-finished', attempt };
    case 'interrupted':
      return { type: 'summary-interrupted', attempt };
    case 'refused':
      return { type: 'refused', reason: event.reason };
  }
}

async function readLog(
  { patient, clinician, receipt }: Extract<Effect, { type: 'read-log' }>,
  { exchange }: Ports,
): Promise<Reply> {
  const outcome = await exchange.log(patient, clinician, receipt);
  switch (outcome.type) {
    case 'ok':
      return { type: 'log-read', entries: outcome.value };
    case 'failed':
      return { type: 'log-failed', failure: outcome.failure };
    case 'refused':
      return { type: 'refused', reason: outcome.reason };
  }
}

async function recordTerms(answer: 'accepted' | 'put-off', { exchange }: Ports): Promise<Reply> {
  const outcome = await exchange.recordTerms(answer);
  switch (outcome.type) {
    case 'ok':
      return { type: 'terms-recorded' };
    case 'failed':
      return { type: 'terms-failed', failure: outcome.failure };
    case 'refused':
      return { type: 'refused', reason: outcome.reason };
  }
}

async function recordTold(
  { consentId, answer }: Extract<Effect, { type: 'record-told' }>,
  { exchange }: Ports,
): Promise<Reply> {
  const { type } = await exchange.recordTold(consentId, answer);
  return { type: type === 'ok' ? 'told-recorded' : 'told-failed', consentId };
}

/** What can not be read now is asked again at the next turn; only an answer shuts anything. */
async function recheck(
  { patient, receipt }: Extract<Effect, { type: 'recheck' }>,
  { exchange }: Ports,
): Promise<Reply> {
  const outcome = await exchange.recheck(patient, receipt);
  switch (outcome.type) {
    case 'ok':
      return { type: 'rechecked', verdict: outcome.value };
    case 'refused':
      return { type: 'refused', reason: outcome.reason };
    case 'failed': {
      const { kind } = outcome.failure;
      const shut = kind === 'unauthorised' || kind === 'forbidden';
      return shut ? { type: 'refused', reason: { type: 'session-ended' } } : null;
    }
  }
}

async function readReview({ exchange }: Ports): Promise<Reply> {
  const outcome = await exchange.review();
  switch (outcome.type) {
    case 'ok':
      return { type: 'review-read', entries: outcome.value };
    case 'failed':
      return { type: 'review-failed', failure: outcome.failure };
    case 'refused':
      return { type: 'refused', reason: outcome.reason };
  }
}

async function withdraw({ patient, decisionId }: Uncertain, { exchange }: Ports): Promise<Reply> {
  await exchange.withdraw(patient, decisionId);
  return null;
}

/** The refusal is told before the token is given up; neither holds up what is on screen. */
async function end(
  effect: Extract<Effect, { type: 'end' }>,
  ports: Ports,
  emit: (what: Happening) => void,
): Promise<Reply> {
  const { host, exchange } = ports;
  const { receipt, refusal, uncertain, revoked, keeps } = effect;
  if (revoked !== null) await exchange.revoke(revoked);
  if (receipt !== null && !keeps) await exchange.end(receipt);
  if (uncertain !== null) await withdraw(uncertain, ports);
  // Last, since it is tried again for a while: what is open is shut before it.
  if (refusal !== null && (await exchange.reportRefusal(refusal))) {
    emit({ type: 'refusal-recorded' });
  }
  await host.end();
  return null;
}
