import { describe, expect, it } from 'vitest';
import { createRunner, type Runner } from '../../src/app/runner.ts';
import type { Failure } from '../../src/flow/failure.ts';
import type { ExchangePort, HostPort, SummaryEvent } from '../../src/flow/ports.ts';
import type { State } from '../../src/flow/state.ts';
import {
  agreed,
  amina,
  coverage,
  hostGrace,
  policy,
  receipt,
  session,
  standing,
  tracedGrace,
} from '../flow/people.ts';

const failure: Failure = { kind: 'server', status: 503, reference: '7F3K' };
const ok = <Value>(value: Value) => Promise.resolve({ type: 'ok', value } as const);

/** Ports that answer well, and write down what they were asked. */
function world(over: { host?: Partial<HostPort>; exchange?: Partial<ExchangePort> } = {}) {
  const calls: string[] = [];
  const stream: { emit: (event: SummaryEvent) => void; signal: AbortSignal }[] = [];
  const host: HostPort = {
    complete: () => ok(session),
    readUser: () => ok(amina),
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
const revoked = (calls: readonly string[]): Promise<void> =>
  new Promise<void>((done) => {
    const look = (): void =>
      calls.includes('revoke') ? done() : void Promise.resolve().then(look);
    look();
  });

const decide = { type: 'decided', decision: agreed, decisionId: 'd1' } as const;

describe('a launch driven from end to end', () => {
  it('reaches the gate having asked for nothing clinical, and retrieves after the record', async () => {
    const { calls, runner, reached } = world();
    await reached('verified');
    expect(calls).toEqual(['trace']);
    runner.happened(decide);
    await reached('retrieving');
    expect(calls).toEqual(['trace', 'record d1', 'retrieve', 'log']);
  });

  it('pressing twice records once', async () => {
    const { calls, runner, reached } = world();
    await reached('verified');
    runner.happened(decide);
    runner.happened({ ...decide, decisionId: 'd2' });
    await reached('retrieving');
    expect(calls.filter((call) => call.startsWith('record'))).toEqual(['record d1']);
  });

  it('retrieves nothing while the record fails, and retries under the same identifier', async () => {
    let answers = 0;
    const recorded: string[] = [];
    const { calls, runner, reached } = world({
      exchange: {
        record: (_, decided) => {
          recorded.push(decided.decisionId);
          answers += 1;
          return answers === 1 ? Promise.resolve({ type: 'failed', failure }) : ok(receipt);
        },
      },
    });
    await reached('verified');
    runner.happened(decide);
    await reached('unrecorded');
    expect(calls).toEqual(['trace']);
    runner.happened({ type: 'record-retried' });
    await reached('retrieving');
    expect(recorded).toEqual(['d1', 'd1']);
  });

  it('a port that throws shuts the launch', async () => {
    const { runner, reached, calls } = world({
      exchange: { trace: () => Promise.reject(new Error('bug')) },
    });
    await reached('closed');
    expect(runner.state()).toMatchObject({ reason: { type: 'internal-fault' } });
    expect(calls).not.toContain('retrieve');
  });

  it('ending aborts the stream, and what it still says changes nothing', async () => {
    const { stream, runner, reached, calls } = world({
      host: { complete: () => ok({ ...session, encounterId: null }) },
    });
    await reached('verified');
    runner.happened(decide);
    await reached('retrieving');
    const [open] = stream;
    runner.happened({ type: 'ended-by-user' });
    expect(open?.signal.aborted).toBe(true);
    open?.emit({ type: 'part', part: { source: 'OUH', items: [], unshown: [], gaps: [] } });
    expect(runner.state().step).toBe('ended');
    expect(calls).toContain('end');
  });

  it('closing leaves a permission that stands for the encounter as it is', async () => {
    const { runner, reached, calls } = world();
    await reached('verified');
    runner.happened(decide);
    await reached('retrieving');
    runner.happened({ type: 'ended-by-user' });
    await revoked(calls);
    expect(calls).not.toContain('end');
  });

  it('looks again while a record is open, and shuts it on what it finds', async () => {
    const { stream, runner, reached, calls } = world({
      exchange: { recheck: () => (calls.push('recheck'), ok('ended')) },
    });
    await reached('verified');
    runner.happened({ type: 'recheck-due' });
    expect(calls).not.toContain('recheck');
    runner.happened(decide);
    await reached('retrieving');
    stream[0]?.emit({ type: 'finished' });
    runner.happened({ type: 'recheck-due' });
    await reached('closed');
    expect(runner.state()).toMatchObject({ reason: { type: 'access-ended' } });
  });

  it('keeps a record open whose recheck got no answer, and shuts it when the token is refused', async () => {
    const answers = [failure, { ...failure, kind: 'unauthorised' } as const];
    const { stream, runner, reached } = world({
      exchange: {
        recheck: () =>
          Promise.resolve({ type: 'failed', failure: answers.shift() ?? failure } as const),
      },
    });
    await reached('verified');
    runner.happened(decide);
    await reached('retrieving');
    stream[0]?.emit({ type: 'finished' });
    runner.happened({ type: 'recheck-due' });
    await Promise.resolve();
    expect(runner.state().step).toBe('showing');
    runner.happened({ type: 'recheck-due' });
    await reached('closed');
    expect(runner.state()).toMatchObject({ reason: { type: 'session-ended' } });
  });

  it('a refusal is reported first, then the token is given up', async () => {
    const { runner, reached, calls, states } = world({
      host: { readUser: () => ok({ ...amina, roles: [] }) },
    });
    await reached('closed');
    await revoked(calls);
    expect(calls).toEqual(['report no-role', 'revoke']);
    expect(runner.state()).toMatchObject({ recorded: true });
    expect(states.at(-1)).toBe(runner.state());
  });

  it('withdraws a decision whose record got no answer, before the token is given up', async () => {
    const { runner, reached, calls } = world({
      exchange: { record: () => Promise.resolve({ type: 'failed', failure }) },
    });
    await reached('verified');
    runner.happened(decide);
    await reached('unrecorded');
    runner.happened({ type: 'gate-closed' });
    await revoked(calls);
    expect(calls).toEqual(['trace', 'withdraw d1', 'report closed-by-user', 'revoke']);
  });

  it('withdraws a decision that another replaced', async () => {
    const { runner, reached, calls } = world({
      exchange: {
        record: (_, { decisionId }) =>
          decisionId === 'd1'
            ? Promise.resolve({ type: 'failed', failure })
            : ok({ ...receipt, decisionId }),
      },
    });
    await reached('verified');
    runner.happened(decide);
    await reached('unrecorded');
    runner.happened({ ...decide, decisionId: 'd2' });
    await reached('retrieving');
    expect(calls).toContain('withdraw d1');
    expect(calls).not.toContain('withdraw d2');
  });
});
