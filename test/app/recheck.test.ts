import { describe, expect, it } from 'vitest';
import { agreed } from '../flow/people.ts';
import { failure, ok, world } from './world.ts';

const decide = { type: 'decided', decision: agreed, decisionId: 'd1' } as const;

describe('a record that is open', () => {
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
});
