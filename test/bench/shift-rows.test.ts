import { describe, expect, it } from 'vitest';
import { cumulative, type Opening, shiftRows } from './shift-rows.ts';

const at = (...times: readonly number[]) => times.map((each) => ({ at: each, value: 0.04 }));

describe('the cumulative layout shift', () => {
  it('adds up what follows within a second', () => {
    expect(cumulative(at(0, 900, 1_800))).toBeCloseTo(0.12);
  });

  it('is that of the worst burst, not of all of them', () => {
    expect(cumulative([...at(0, 500), ...at(1_500)])).toBeCloseTo(0.08);
  });

  it('ends a burst after five seconds', () => {
    const times = Array.from({ length: 9 }, (_, index) => index * 800);
    // From 0 to 4,800, and from 5,600 on.
    expect(cumulative(at(...times))).toBeCloseTo(0.28);
  });

  it('is nothing where nothing moved', () => {
    expect(cumulative([])).toBe(0);
  });
});

describe('what moves under a reader', () => {
  const opening = (part: Partial<Opening>): Opening => ({
    ...{ size: '360 × 640', late: 'OH', readFrom: 3_000, shifts: [] },
    ...part,
  });

  it('counts from when somebody had begun, and is told apart from the whole', () => {
    const shifts = [{ at: 500, value: 0.5 }, ...at(5_000)];
    expect(shiftRows([opening({ shifts })])).toMatchObject([
      { measured: '0.04 (OH 0.04)', bound: '0.10', verdict: 'met' },
      { measured: '0.50 (OH 0.50)', verdict: 'information' },
    ]);
  });

  it('is told by the worst source, for each size by itself', () => {
    const moved = { late: 'OUH', shifts: [{ at: 5_000, value: 0.3 }] };
    const rows = shiftRows([opening({}), opening(moved), opening({ size: '1200 × 900' })]);
    expect(rows.map(({ verdict }) => verdict)).toEqual([
      ...['missed', 'information'],
      ...['met', 'information'],
    ]);
    expect(rows[0]?.measured).toBe('0.30 (OH 0.00, OUH 0.30)');
  });
});
