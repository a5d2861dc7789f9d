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
    meeting: ({ title }) => done.push(`met ${title}`),
    preparing: () => pieces('prepared'),
    reading: () => pieces('read'),
    rehearsing: () => pieces('rehearsed'),
  };
  const timers: { run: () => void; ms: number }[] = [];
  const works = () => ahead(work, policy.criticalMedicines, (run, ms) => timers.push({ run, ms }));
  const pass = () => {
    for (const { run } of timers.splice(0)) run();
  };
  return { done, works, timers, pass };
}

describe('while the question is read', () => {
  it('a record is rehearsed', () => {
    const { done, works } = worker();
    works().rehearse();
    expect(done).toEqual(['rehearsed 1', 'rehearsed 2', 'rehearsed 3']);
  });

  /** What is done where this state comes in the middle of the first piece. */
  function meanwhile(state: State): readonly string[] {
    const change: { now: (() => void) | null } = { now: null };
    const { done, works } = worker(() => change.now?.());
    const { rehearse, arrived } = works();
    change.now = () => arrived(state);
    rehearse();
    return done;
  }

  it('no further than to the answer', () => {
    expect(meanwhile(open())).toEqual(['met Asthma', 'rehearsed 1']);
  });

  it('no further where the launch closes', () => {
    expect(meanwhile(closed)).toEqual(['rehearsed 1']);
  });

  it('whatever else is said of the question', () => {
    expect(meanwhile(atGate())).toHaveLength(3);
  });
});

describe('as a summary arrives', () => {
  const [asthma, gout] = ['Asthma', 'Gout'].map((title) => problem(title));
  const arriving = (...items: (typeof asthma)[]) =>
    showing({ items: items.flatMap((item) => item ?? []) }, { arrival: 'arriving' });

  it('each entry is met once', () => {
    const { done, works } = worker();
    const { arrived } = works();
    arrived(arriving(asthma));
    arrived(arriving(asthma, gout));
    arrived(arriving(asthma, gout));
    expect(done).toEqual(['met Asthma', 'met Gout']);
  });

  it('of very many at once none is', () => {
    const { done, works } = worker();
    works().arrived(arriving(...Array<typeof asthma>(500).fill(asthma)));
    expect(done).toEqual([]);
  });

  it('those of another answer are met, though it has as many', () => {
    const { done, works } = worker();
    const { arrived } = works();
    arrived(arriving(asthma, asthma));
    arrived(atGate());
    arrived(arriving(gout));
    expect(done.at(-1)).toBe('met Gout');
  });
});

describe('before a summary is drawn', () => {
  const prepared = ['prepared 1', 'prepared 2', 'prepared 3'];

  it('what it needs is worked out at once where that is quick', () => {
    const { done, works } = worker();
    expect(works().prepare(open().summary)).toBeNull();
    expect(done).toEqual(prepared);
  });
});

describe('once a summary is drawn', () => {
  const everything = ['read 1', 'read 2', 'read 3'];

  it('it is read for the search after it could be painted, once', () => {
    const { done, works, timers, pass } = worker();
    const { drawn } = works();
    const state = open();
    drawn(state);
    drawn({ ...state, reading: true });
    expect(done).toEqual([]);
    expect(timers).toHaveLength(1);
    expect(timers[0]?.ms).toBeGreaterThan(0);
    pass();
    expect(done).toEqual(everything);
  });

  it('it is not read while more of it is arriving, nor at the gate', () => {
    const { done, works, pass } = worker();
    const { drawn } = works();
    drawn(atGate());
    drawn({ ...open(), arrival: 'arriving' });
    pass();
    expect(done).toEqual([]);
  });

  it('one of which some is missing is read as far as it goes', () => {
    const { done, works, pass } = worker();
    works().drawn({ ...open(), arrival: 'interrupted' });
    pass();
    expect(done).toEqual(everything);
  });

  it('one that was closed before that is not read', () => {
    const { done, works, pass } = worker();
    const { drawn } = works();
    drawn(open());
    drawn(closed);
    pass();
    expect(done).toEqual([]);
  });

  it('one that gave way to another is left, and the other is read', () => {
    const { done, works, pass } = worker();
    const { drawn } = works();
    drawn(open());
    drawn(open());
    pass();
    expect(done).toEqual(everything);
  });

  it('a record that is closed is read no further', () => {
    const close: { now: (() => void) | null } = { now: null };
    const { done, works, pass } = worker(() => close.now?.());
    const { drawn } = works();
    drawn(open());
    close.now = () => drawn(closed);
    pass();
    expect(done).toEqual(['read 1']);
  });
});
