import { describe, expect, it } from 'vitest';
import { ahead, type RecordWork } from '../../src/app/ahead.ts';
import type { State } from '../../src/flow/state.ts';
import { atGate, ouh, policy, showing } from '../ui/fixtures.ts';
import { problem } from '../ui/items.ts';

const open = () => showing({ items: [problem('Asthma', { source: ouh.id })] });
const closed: State = {
  ...{ step: 'closed', key: 'launch-1', reason: { type: 'dissent' } },
  ...{ reached: 'shown', recorded: false },
};

/** Work of three pieces; `onPiece` is told before each. */
function worker(onPiece: () => void = () => undefined) {
  const done: string[] = [];
  function* pieces(name: string): Generator<void, void> {
    for (const piece of [1, 2, 3]) {
      onPiece();
      done.push(`${name} ${piece}`);
      yield;
    }
  }
  const work: RecordWork = {
    preparing: () => pieces('prepared'),
    reading: () => pieces('read'),
  };
  const timers: { run: () => void; ms: number }[] = [];
  const works = async (coming: Promise<RecordWork> = Promise.resolve(work)) => {
    const made = ahead(coming, policy.criticalMedicines, (run, ms) => timers.push({ run, ms }));
    // What has come is there by now.
    await Promise.resolve();
    return made;
  };
  const pass = () => {
    for (const { run } of timers.splice(0)) run();
  };
  return { done, work, works, timers, pass };
}

describe('before a summary is drawn', () => {
  const prepared = ['prepared 1', 'prepared 2', 'prepared 3'];

  it('what it needs is worked out at once where that is quick', async () => {
    const { done, works } = worker();
    expect((await works()).prepare(open().summary)).toBeNull();
    expect(done).toEqual(prepared);
  });

  it('the code that draws it is waited for, and then it is worked out before it is drawn', async () => {
    const { done, work, works } = worker();
    let come: (code: RecordWork) => void = () => undefined;
    const { prepare } = await works(new Promise((resolve) => (come = resolve)));
    const ready = prepare(open().summary)?.then(() => done.push('ready'));
    await Promise.resolve();
    expect(done).toEqual([]);
    come(work);
    await ready;
    expect(done).toEqual([...prepared, 'ready']);
    expect(prepare(open().summary)).toBeNull();
  });
});

describe('once a summary is drawn', () => {
  const everything = ['read 1', 'read 2', 'read 3'];

  it('it is read for the search after it could be painted, once', async () => {
    const { done, works, timers, pass } = worker();
    const { drawn } = await works();
    const state = open();
    drawn(state);
    drawn({ ...state, reading: true });
    expect(done).toEqual([]);
    expect(timers).toHaveLength(1);
    expect(timers[0]?.ms).toBeGreaterThan(0);
    pass();
    expect(done).toEqual(everything);
  });

  it('it is not read while more of it is arriving, nor at the gate', async () => {
    const { done, works, pass } = worker();
    const { drawn } = await works();
    drawn(atGate());
    drawn({ ...open(), arrival: 'arriving' });
    pass();
    expect(done).toEqual([]);
  });

  it('one of which some is missing is read as far as it goes', async () => {
    const { done, works, pass } = worker();
    (await works()).drawn({ ...open(), arrival: 'interrupted' });
    pass();
    expect(done).toEqual(everything);
  });

  it('one that was closed before that is not read', async () => {
    const { done, works, pass } = worker();
    const { drawn } = await works();
    drawn(open());
    drawn(closed);
    pass();
    expect(done).toEqual([]);
  });

  it('one that gave way to another is left, and the other is read', async () => {
    const { done, works, pass } = worker();
    const { drawn } = await works();
    drawn(open());
    drawn(open());
    pass();
    expect(done).toEqual(everything);
  });

  it('a record that is closed is read no further', async () => {
    const close: { now: (() => void) | null } = { now: null };
    const { done, works, pass } = worker(() => close.now?.());
    const { drawn } = await works();
    drawn(open());
    close.now = () => drawn(closed);
    pass();
    expect(done).toEqual(['read 1']);
  });
});
