import { describe, expect, it } from 'vitest';
import { allThere, growth } from './held-rows.ts';
import { allNodes, elements, longest, usable, type Opened } from './record-rows.ts';

const opened = (change: Partial<Opened>): Opened => ({
  ...{ fromFirstByteMs: 300, fromLastByteMs: 50, fromResponseEndMs: 60, longestTaskMs: 0 },
  ...{ elements: 900, heapBytes: 1_000, ...change },
});
const parse = { ms: 20, samples: {} };
const runs = (...changes: Partial<Opened>[]) => ({
  ...{ opened: changes.map(opened), parse, bytes: 1_000, sentInMs: 10 },
});

describe('a record that is usable', () => {
  it('is timed from the last byte that the app has read, and the row says so', () => {
    const row = usable(runs({ fromLastByteMs: 100 }), '2,000', 2, 60);
    expect(row.name).toMatch(/^last byte read by the app → /);
    expect(row).toMatchObject({ measured: '100 ms', verdict: 'met' });
    expect(usable(runs({ fromLastByteMs: 101 }), '2,000', 2, 60).verdict).toBe('missed');
  });

  it('is held to the same bound once all its bytes are there', () => {
    const row = allThere({ entries: 2_000, ms: [90, 101, 300] }, parse, 2, 60);
    expect(row.name).toMatch(/^all bytes in the browser → .* 2,000 entries$/);
    expect(row).toMatchObject({ measured: '101 ms', verdict: 'missed' });
    expect(allThere({ entries: 2_000, ms: [100] }, parse, 2, 60).verdict).toBe('met');
  });
});

describe('the longest task', () => {
  it('is the worst of all runs, not the one in the middle', () => {
    const tasks = [60, 101, 60].map((longestTaskMs) => opened({ longestTaskMs }));
    expect(longest(tasks, 1, 100)).toMatchObject({ measured: '101 ms', verdict: 'missed' });
  });

  it('is shorter than a browser tells where it tells of none', () => {
    expect(longest([opened({})], 1, 100)).toMatchObject({
      ...{ measured: 'under 50 ms', verdict: 'met' },
    });
  });
});

describe('the DOM', () => {
  it('is counted in elements, and in all nodes beside them', () => {
    expect(elements(runs({}, { elements: 3_001 }))).toMatchObject({
      ...{ measured: '3001 elements', verdict: 'missed' },
    });
    const row = allNodes({ elements: 900, nodes: 1_500 }, { elements: 1_200, nodes: 2_000 });
    expect(row).toMatchObject({
      measured: '1500 nodes; after scrolling to the bottom 1200 elements, 2000 nodes',
      verdict: 'information',
    });
  });
});

describe('growth', () => {
  const row = (...times: readonly [number, number, number]) => {
    const held = (entries: number, ms: number) => ({ entries, ms: [ms] });
    return growth(held(1_000, times[0]), held(2_000, times[1]), held(20_000, times[2]));
  };

  it('is met where each further entry costs the same', () => {
    expect(row(120, 140, 500)).toMatchObject({ verdict: 'met' });
    expect(row(120, 140, 500).measured).toBe('1.00 (120 ms, 140 ms, 500 ms)');
  });

  it('is missed for the square of the entries', () => {
    expect(row(101, 104, 500).verdict).toBe('missed');
  });

  it('is no success where it can not be told', () => {
    expect(row(140, 140, 500)).toMatchObject({
      measured: '2,000 entries took no longer than 1,000',
      verdict: 'unmeasured',
    });
  });
});
