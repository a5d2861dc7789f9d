/** A launch among ports that answer well, and write down what they were asked. */
import { createRunner, type Runner } from '../../src/app/runner.ts';
import type { Failure } from '../../src/flow/failure.ts';
import { openSteps } from '../../src/flow/open.ts';
import type { ExchangePort, HostPort, SummaryEvent } from '../../src/flow/ports.ts';
import type { State } from '../../src/flow/state.ts';
import type { OpenSteps } from '../../src/flow/transition.ts';
import {
  amina,
  coverage,
  hostGrace,
  policy,
  receipt,
  session,
  standing,
  tracedGrace,
} from '../flow/people.ts';

export const failure: Failure = { kind: 'server', status: 503, reference: '7F3K' };
export const ok = <Value>(value: Value) => Promise.resolve({ type: 'ok', value } as const);

type Over = {
  readonly host?: Partial<HostPort>;
  readonly exchange?: Partial<ExchangePort>;
  /** The code of an open record; there from the start where nothing is said. */
  readonly open?: Promise<OpenSteps>;
};

/** Ports that answer well, and write down what they were asked. */
export function world(over: Over = {}) {
  const calls: string[] = [];
  const stream: { emit: (event: SummaryEvent) => void; signal: AbortSignal }[] = [];
  const host: HostPort = {
    complete: () => ok(session),
    readUser: () => ok(amina),
    readOrganisations: () => ok(amina.roles.map(({ organisation }) => organisation)),
    readPatient: () => ok(hostGrace),
    end: () => (calls.push('revoke'), Promise.resolve()),
    ...over.host,
  };
  const exchange: ExchangePort = {
    capable: () => ok(true),
    trace: () => (
      calls.push('trace'),
      ok({ type: 'found', patient: tracedGrace, coverage } as const)
    ),
    standing: () => ok(standing),
    record: (_, { decisionId }) => (
      calls.push(`record ${decisionId}`),
      ok({ ...receipt, decisionId })
    ),
    retrieve: (_verified, _receipt, emit, signal) => {
      calls.push('retrieve');
      stream.push({ emit, signal });
      return Promise.resolve();
    },
    log: () => (calls.push('log'), ok([])),
    readDocument: () => (calls.push('document'), ok({ type: 'not-held' } as const)),
    recordPrint: (printId) => (calls.push(`print ${printId}`), ok('2026-11-22T15:45:00Z')),
    reportRefusal: (refusal) => (
      calls.push(`report ${refusal.reason.type}`),
      Promise.resolve(true)
    ),
    end: () => (calls.push('end'), Promise.resolve()),
    recordTerms: () => ok(true),
    recordTold: () => ok(true),
    recheck: () => ok('holds'),
    review: () => ok([]),
    revoke: (consentId) => (calls.push(`revoke ${consentId}`), Promise.resolve()),
    withdraw: (_, decisionId) => (calls.push(`withdraw ${decisionId}`), Promise.resolve()),
    ...over.exchange,
  };
  const states: State[] = [];
  const waiting = new Map<string, () => void>();
  const runner: Runner = createRunner({
    ports: { host, exchange, newId: () => 'launch-1' },
    policy: () => policy,
    open: over.open ?? Promise.resolve(openSteps),
    onChange: (state) => {
      states.push(state);
      waiting.get(state.step)?.();
    },
  });
  const reached = (step: State['step']): Promise<void> =>
    runner.state().step === step
      ? Promise.resolve()
      : new Promise((done) => waiting.set(step, done));
  return { calls, stream, runner, reached, states };
}

/** The last thing a launch asks of its ports. */
export const revoked = (calls: readonly string[]): Promise<void> =>
  new Promise<void>((done) => {
    const look = (): void =>
      calls.includes('revoke') ? done() : void Promise.resolve().then(look);
    look();
  });
