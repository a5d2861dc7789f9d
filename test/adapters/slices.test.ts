import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { inSlices, slices } from '../../src/adapters/slices.ts';

/** Pieces of 3 ms each, by the clock that `slices` looks at; `done` counts them. */
function work(pieces: number) {
  const done = { count: 0 };
  function* each(): Generator<void, void> {
    for (let piece = 0; piece < pieces; piece += 1) {
      now.ms += 3;
      done.count += 1;
      yield;
    }
  }
  return { done, each: each() };
}

const now = { ms: 0 };
/** What the page was given back; it goes on only when a test says so. */
const yielded: (() => void)[] = [];
const goOn = async () => {
  yielded.shift()?.();
  // The pause, and what awaits it.
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

beforeEach(() => {
  now.ms = 0;
  yielded.length = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now.ms);
  vi.stubGlobal('scheduler', {
    yield: () => new Promise<void>((resolve) => yielded.push(resolve)),
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('work in slices', () => {
  it('that fits one is done at once, and nothing is waited for', () => {
    const { done, each } = work(2);
    expect(inSlices(each)).toBeNull();
    expect(done.count).toBe(2);
    expect(yielded).toEqual([]);
  });

  it('begins at once and gives the page a turn after each slice', async () => {
    const { done, each } = work(7);
    const rest = inSlices(each);
    expect(rest).not.toBeNull();
    expect(done.count).toBe(3);
    await goOn();
    expect(done.count).toBe(6);
    await goOn();
    await rest;
    expect(done.count).toBe(7);
    expect(yielded).toEqual([]);
  });

  it('that fails in a later slice is a promise that fails', async () => {
    function* failing(): Generator<void, void> {
      now.ms += 10;
      yield;
      throw new Error('a fault of ours');
    }
    const rest = inSlices(failing());
    const failed = expect(rest).rejects.toThrow('a fault of ours');
    await goOn();
    await failed;
  });

  it('goes on in a task of its own where a browser has no scheduler', async () => {
    vi.stubGlobal('scheduler', undefined);
    const { done, each } = work(7);
    const rest = inSlices(each);
    await Promise.resolve();
    expect(done.count).toBe(3);
    await rest;
    expect(done.count).toBe(7);
  });
});

describe('a pause between pieces', () => {
  it('is none while the slice lasts', async () => {
    const pause = slices();
    now.ms += 7;
    await pause();
    expect(yielded).toEqual([]);
    now.ms += 1;
    const paused = pause();
    expect(yielded).toHaveLength(1);
    await goOn();
    await paused;
    now.ms += 7;
    await pause();
    expect(yielded).toEqual([]);
  });
});
