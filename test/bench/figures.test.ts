import { describe, expect, it } from 'vitest';
import { kibibytes, mebibytes, median, milliseconds, percentile, slope, worst } from './figures.ts';

describe('the middle of several runs', () => {
  it('is the one in the middle by size, not by number sorted as text', () => {
    expect(median([9, 100, 20])).toBe(20);
  });

  it('is the mean of two where their number is even', () => {
    expect(median([1, 4, 2, 10])).toBe(3);
  });

  it('changes nothing in what it was given', () => {
    const runs = [3, 1, 2];
    median(runs);
    expect(runs).toEqual([3, 1, 2]);
  });

  it('can not be told of nothing', () => {
    expect(() => median([])).toThrow('nothing to measure');
  });
});

describe('the slow end of many', () => {
  const hundred = Array.from({ length: 101 }, (_, index) => 100 - index);

  it('is the value that so many of a hundred lie below', () => {
    expect(percentile(hundred, 95)).toBe(95);
    expect(percentile([10, 20], 95)).toBeCloseTo(19.5);
  });

  it('has the worst at its end', () => {
    expect(worst([5, 50, 7])).toBe(50);
  });
});

describe('round trips, as the slope of a time over the latency added to it', () => {
  it('are how often the latency was waited for, whatever else took time', () => {
    const runs = [0, 100, 200].map((x) => ({ x, y: 345 + 7 * x }));
    expect(slope(runs)).toBeCloseTo(7);
  });

  it('are the best fit where the runs are not exact', () => {
    const points = [
      { x: 0, y: 10 },
      { x: 100, y: 200 },
      { x: 200, y: 420 },
    ];
    expect(slope(points)).toBeCloseTo(2.05);
  });

  it('can not be told from one latency', () => {
    expect(() => slope([{ x: 1, y: 1 }])).toThrow('two different conditions');
    expect(() => slope([])).toThrow('two different conditions');
  });
});

it('writes each figure with its unit', () => {
  expect([milliseconds(3.14), milliseconds(314.15)]).toEqual(['3.1 ms', '314 ms']);
  expect([kibibytes(1536), mebibytes(1.5 * 1024 ** 2)]).toEqual(['1.5 KiB', '1.5 MiB']);
});
