import { describe, expect, it } from 'vitest';
import { growthOf } from './growth.ts';

/** What records of three sizes take, by a law of their size. */
const growth = (law: (entries: number) => number) => {
  const timed = (entries: number) => ({ entries, ms: law(entries) });
  return growthOf(timed(1_000), timed(2_000), timed(20_000));
};

describe('growth', () => {
  it('is none where every entry costs the same, whatever an opening costs besides', () => {
    expect(growth((n) => 0.02 * n)).toBeCloseTo(1);
    expect(growth((n) => 500 + 0.02 * n)).toBeCloseTo(1);
  });

  it('is seen through a fixed cost that hides it in the time per entry', () => {
    const law = (n: number) => 200 + 0.02 * n + 0.000_002 * n ** 2;
    expect(law(20_000) / 20_000 / (law(1_000) / 1_000)).toBeLessThan(1.5);
    expect(growth(law)).toBeGreaterThan(1.5);
  });

  it('is far over one and a half for the square', () => {
    expect(growth((n) => 100 + 0.000_01 * n ** 2)).toBeCloseTo(7.33, 1);
  });

  it('is within one and a half for a sort', () => {
    expect(growth((n) => 100 + 0.001 * n * Math.log2(n))).toBeCloseTo(1.22, 1);
  });

  it('can not be told where more entries took no longer', () => {
    expect(growth((n) => (n === 2_000 ? 100 : 110))).toBeNull();
  });
});
