import { describe, expect, it } from 'vitest';
import { groupCommit } from '../../mocks/exchange/group-commit.ts';
import { recorded, ndjson } from './lines.ts';
import { summaryOf } from './setting.ts';

/** A disk that keeps what was committed to it, commit by commit, until it is full. */
function disk() {
  const commits: string[][] = [];
  const state = { full: false };
  const group = groupCommit((entries: readonly string[]) => {
    if (state.full) throw new Error('the disk is full');
    commits.push([...entries]);
  });
  return { commits, state, group };
}

describe('what is recorded in the same moment', () => {
  it('is one commit, in order, and nobody is told before it is durable', async () => {
    const { commits, group } = disk();
    const told: string[] = [];
    const first = group.add(['a1', 'a2']).then(() => told.push('a'));
    const second = group.add(['b']).then(() => told.push('b'));
    await Promise.resolve();
    expect([told, commits]).toEqual([[], []]);
    await Promise.all([first, second]);
    expect(commits).toEqual([['a1', 'a2', 'b']]);
    expect(told).toEqual(['a', 'b']);
  });

  it('fails for everybody where the commit fails, and for nobody after', async () => {
    const { commits, state, group } = disk();
    state.full = true;
    const outcomes = await Promise.allSettled([group.add(['a']), group.add(['b'])]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    state.full = false;
    await group.add(['c']);
    expect(commits).toEqual([['c']]);
  });

  it('is not left behind when the store closes', async () => {
    const { commits, group } = disk();
    const waiting = group.add(['a']);
    group.flush();
    expect(commits).toEqual([['a']]);
    await waiting;
  });
});

describe('launches at the same moment', () => {
  it('each have their own release and its end on record, the release first', async () => {
    const { setting, id } = await recorded();
    const launches = Array.from({ length: 5 }, () => summaryOf(setting, 'gp-ada', id, ndjson));
    const responses = await Promise.all(launches);
    const began = (await setting.events()).filter(({ type }) => type === 'release');
    expect(began).toHaveLength(5);
    await Promise.all(responses.map((response) => response.text()));
    const ended = (await setting.events()).filter(({ type }) => type === 'release-completed');
    expect(ended.map(({ outcome }) => outcome)).toEqual(['0', '0', '0', '0', '0']);
  });
});
