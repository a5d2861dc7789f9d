import { describe, expect, it } from 'vitest';
import { addedRow, instantRow } from './exchange-rows.ts';

const each = (byFanOut: number, inAll: number) => ({ byFanOut, inAll });

describe('what the exchange adds', () => {
  it('is missed by what a caller waits for, though its sources are hardly waited for', () => {
    const row = addedRow([each(1, 7), each(2, 8), each(1, 9)], 50, 1000);
    expect(row.verdict).toBe('missed');
    expect(row.measured).toBe(
      'median 8.0 ms, p95 8.9 ms (from the first line: median 1.0 ms, p95 1.9 ms)',
    );
  });

  it('is met in the median', () => {
    expect(addedRow([each(1, 4), each(1, 5), each(1, 30)], 10, 1000).verdict).toBe('met');
  });

  it('says how the launches arrived', () => {
    const named = (count: number) => addedRow([each(1, 2)], count, 1000).name;
    expect(named(50)).toMatch(/50 open at once, arrivals spread over 1 s$/);
    expect(named(1)).toMatch(/one alone$/);
    expect(instantRow([each(1, 2)], 50).name).toMatch(/50 begin in the same instant$/);
  });
});
