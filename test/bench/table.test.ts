import { describe, expect, it } from 'vitest';
import { atMost, type Row } from './row.ts';
import { table } from './table.ts';

const row = (change: Partial<Row>): Row => ({
  ...{ name: 'launch page', target: '≤ 20 KiB', measured: '19.0 KiB', bound: '20.0 KiB' },
  ...{ verdict: 'met', samples: [19] },
  ...change,
});

describe('the verdict', () => {
  it('is met at the bound and missed above it', () => {
    expect([atMost(20, 20), atMost(20.01, 20)]).toEqual(['met', 'missed']);
  });

  it('is never met by what is no number', () => {
    expect(atMost(NaN, 20)).toBe('missed');
  });
});

describe('the table', () => {
  it('has a line for each row, every column as wide as its widest words', () => {
    const lines = table([row({}), row({ name: 'gate', verdict: 'missed', measured: '61 KiB' })]);
    expect(lines).toEqual([
      '| what        | target   | measured | bound    | verdict |',
      '| ----------- | -------- | -------- | -------- | ------- |',
      '| launch page | ≤ 20 KiB | 19.0 KiB | 20.0 KiB | met     |',
      '| gate        | ≤ 20 KiB | 61 KiB   | 20.0 KiB | MISSED  |',
      '',
      '1 met, 1 missed',
    ]);
  });

  it('passes no verdict on what only informs, and counts what could not be measured', () => {
    const lines = table([row({ verdict: 'information' }), row({ verdict: 'unmeasured' })]);
    expect(lines[2]).toMatch(/\| +\|$/);
    expect(lines[3]).toContain('NOT MEASURED');
    expect(lines.at(-1)).toBe('0 met, 0 missed, 1 not measured');
  });
});
