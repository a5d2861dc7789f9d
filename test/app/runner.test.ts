import { describe, expect, it } from 'vitest';
import { openSteps } from '../../src/flow/open.ts';
import type { OpenSteps } from '../../src/flow/transition.ts';
import { agreed, amina, receipt, session } from '../flow/people.ts';
import { failure, ok, revoked, world } from './world.ts';

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
    open?.emit({
      type: 'part',
      part: { source: 'OUH', items: [], unshown: [], gaps: [], texts: [] },
    });
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

describe('a record whose own code has not come', () => {
  const part = (source: string) =>
    ({ type: 'part', part: { source, items: [], unshown: [], gaps: [], texts: [] } }) as const;

  async function opened() {
    let come: (steps: OpenSteps) => void = () => undefined;
    const open = new Promise<OpenSteps>((resolve) => (come = resolve));
    const launch = world({ open });
    await launch.reached('verified');
    launch.runner.happened(decide);
    await launch.reached('retrieving');
    return { ...launch, come };
  }

  it('loses nothing of what is read meanwhile, and keeps its order', async () => {
    const { stream, runner, reached, come } = await opened();
    stream[0]?.emit(part('OUH'));
    stream[0]?.emit({ type: 'finished' });
    expect(runner.state().step).toBe('retrieving');
    come(openSteps);
    await reached('showing');
    expect(runner.state()).toMatchObject({ step: 'showing', arrival: 'complete' });
  });

  it('shuts where what was read meanwhile can not be carried out: half of it is no record', async () => {
    const { stream, runner, reached, states, come } = await opened();
    stream[0]?.emit(part('OUH'));
    stream[0]?.emit({ type: 'finished' });
    come({
      ...openSteps,
      showing: (state, event) => {
        if (event.type === 'summary-finished') throw new Error('bug');
        return openSteps.showing(state, event);
      },
    });
    await reached('closed');
    expect(runner.state()).toMatchObject({ reason: { type: 'internal-fault' } });
    expect(states.at(-1)?.step).toBe('closed');
  });

  it.each([
    ['ended', { type: 'ended-by-user' }],
    ['closed', { type: 'refused', reason: { type: 'session-ended' } }],
  ] as const)('can be %s, and nothing of it is shown when the code comes', async (step, what) => {
    const { stream, runner, states, come } = await opened();
    stream[0]?.emit(part('OUH'));
    runner.happened(what);
    expect(runner.state().step).toBe(step);
    come(openSteps);
    await Promise.resolve();
    stream[0]?.emit({ type: 'finished' });
    expect(runner.state().step).toBe(step);
    expect(states.map((state) => state.step)).not.toContain('showing');
  });
});
