/**
 * Drives one launch: applies events to the state, runs the effects that come out, and feeds what
 * the ports answer back as events. All order and safety lives in `flow`; this only carries.
 */
import type { Effect } from '../flow/effect.ts';
import type { Event } from '../flow/event.ts';
import type { Outcome, Ports } from '../flow/ports.ts';
import type { HostSession, LaunchKey, State } from '../flow/state.ts';
import { type Policy, start, transition } from '../flow/transition.ts';

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
  readonly policy: Policy;
  readonly onChange: (state: State) => void;
};

/** Starts a launch at once; `onChange` is called for every new state, the first included. */
export function createRunner({ ports, policy, onChange }: RunnerOptions): Runner {
  const key: LaunchKey = ports.newId();
  let aborter = new AbortController();
  const [first, effects] = start(key);
  let state = first;

  const happened = (what: Happening): void => {
    const [next, todo] = transition(state, { ...what, key } as Event, policy);
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
    void runEffect(effect, ports, happened, aborter.signal);
  };

  onChange(state);
  for (const effect of effects) run(effect);
  return { state: () => state, happened };
}

async function runEffect(
  effect: Effect,
  ports: Ports,
  happened: (what: Happening) => void,
  signal: AbortSignal,
): Promise<void> {
  const { host, exchange } = ports;
  switch (effect.type) {
    case 'complete-authorisation':
      return settle(await host.complete(), happened, 'authorise', (session) => ({
        type: 'authorised',
        session,
      }));
    case 'read-host':
      return readHost(effect.session, ports, happened);
    case 'trace':
      return settle(await exchange.trace(effect.nhsNumber), happened, 'trace', (outcome) => ({
        type: 'traced',
        outcome,
      }));
    case 'read-standing':
      return settle(await exchange.standing(effect.patient), happened, 'standing', (standing) => ({
        type: 'standing-read',
        standing,
      }));
    case 'record':
      return record(effect, ports, happened);
    case 'retrieve':
      return retrieve(effect, ports, happened, signal);
    case 'read-log':
      return readLog(effect, ports, happened);
    case 'end':
      return end(effect, ports, happened);
  }
}

type Stage = Extract<Happening, { type: 'call-failed' }>['stage'];

function settle<Value>(
  outcome: Outcome<Value>,
  happened: (what: Happening) => void,
  stage: Stage,
  done: (value: Value) => Happening,
): void {
  switch (outcome.type) {
    case 'ok':
      return happened(done(outcome.value));
    case 'failed':
      return happened({ type: 'call-failed', stage, failure: outcome.failure });
    case 'refused':
      return happened({ type: 'refused', reason: outcome.reason });
  }
}

/** User, patient and the exchange's capability do not wait for each other. */
async function readHost(
  session: HostSession,
  { host, exchange }: Ports,
  happened: (what: Happening) => void,
): Promise<void> {
  const [user, patient, capable] = await Promise.all([
    host.readUser(),
    host.readPatient(session),
    exchange.capable(),
  ]);
  if (user.type !== 'ok') return settle(user, happened, 'user', never);
  if (patient.type !== 'ok') return settle(patient, happened, 'patient', never);
  if (capable.type !== 'ok') return settle(capable, happened, 'patient', never);
  happened({ type: 'identified', user: user.value, host: patient.value });
}

function never(): never {
  throw new Error('an outcome that is not ok carries no value');
}

async function record(
  { verified, decided }: Extract<Effect, { type: 'record' }>,
  { exchange }: Ports,
  happened: (what: Happening) => void,
): Promise<void> {
  const { decisionId } = decided;
  const outcome = await exchange.record(verified, decided);
  switch (outcome.type) {
    case 'ok':
      return happened({ type: 'recorded', decisionId, receipt: outcome.value });
    case 'failed':
      return happened({ type: 'record-failed', decisionId, failure: outcome.failure });
    case 'refused':
      return happened({ type: 'record-refused', decisionId, reason: outcome.reason });
  }
}

async function retrieve(
  { verified, receipt, attempt }: Extract<Effect, { type: 'retrieve' }>,
  { exchange }: Ports,
  happened: (what: Happening) => void,
  signal: AbortSignal,
): Promise<void> {
  await exchange.retrieve(
    verified,
    receipt,
    (event) => {
      if (signal.aborted) return;
      switch (event.type) {
        case 'part':
          return happened({ type: 'part-arrived', attempt, part: event.part });
        case 'report':
          return happened({ type: 'source-reported', attempt, report: event.report });
        case 'finished':
          return happened({ type: 'summary-finished', attempt });
        case 'interrupted':
          return happened({ type: 'summary-interrupted', attempt });
        case 'refused':
          return happened({ type: 'refused', reason: event.reason });
      }
    },
    signal,
  );
}

async function readLog(
  { patient, clinician, receipt }: Extract<Effect, { type: 'read-log' }>,
  { exchange }: Ports,
  happened: (what: Happening) => void,
): Promise<void> {
  const outcome = await exchange.log(patient, clinician, receipt);
  switch (outcome.type) {
    case 'ok':
      return happened({ type: 'log-read', entries: outcome.value });
    case 'failed':
      return happened({ type: 'log-failed', failure: outcome.failure });
    case 'refused':
      return happened({ type: 'refused', reason: outcome.reason });
  }
}

/** The refusal is told before the token is given up; neither holds up what is on screen. */
async function end(
  { receipt, refusal }: Extract<Effect, { type: 'end' }>,
  { host, exchange }: Ports,
  happened: (what: Happening) => void,
): Promise<void> {
  if (refusal !== null && (await exchange.reportRefusal(refusal))) {
    happened({ type: 'refusal-recorded' });
  }
  if (receipt !== null) await exchange.end(receipt);
  await host.end();
}
