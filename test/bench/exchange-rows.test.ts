import { describe, expect, it } from 'vitest';
import { addedRow, instantRow } from './exchange-rows.ts';

const each = (byFanOut: number, inAll: number) => ({ byFanOut, inAll });
const alone = [1001, 1002, 1009];

describe('what the exchange adds', () => {
  it('is missed by what a caller waits for, though its sources are hardly waited for', () => {
    const row = addedRow([each(1, 1009), each(2, 1010), each(1, 1011)], alone, 50, 1000);
    expect(row.verdict).toBe('missed');
    expect(row.measured).toBe(
      'median 8.0 ms, p95 8.9 ms (from the first line: median 1.0 ms, p95 1.9 ms); ' +
        'that source, asked beside them, median 1002.0 ms, p95 1008.3 ms',
    );
  });

  it('is met in the median', () => {
    const launches = [each(1, 1006), each(1, 1007), each(1, 1032)];
    expect(addedRow(launches, alone, 10, 1000).verdict).toBe('met');
  });

  it('says how the launches arrived', () => {
    const named = (count: number) => addedRow([each(1, 1002)], alone, count, 1000).name;
    expect(named(50)).toMatch(/50 open at once, arrivals spread over 1 s$/);
    expect(named(1)).toMatch(/one alone$/);
    expect(instantRow([each(1, 2)], alone, 50).name).toMatch(/50 begin in the same instant$/);
  });
});
