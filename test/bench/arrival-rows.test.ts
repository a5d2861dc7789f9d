import { describe, expect, it } from 'vitest';
import { arrivalRows } from './arrival-rows.ts';

describe('how soon a source’s facts are on screen', () => {
  const quick = [10, 12, 14];

  it('is told by the worst source, though all of them together would do', () => {
    const waits = new Map([
      ...[['A', quick] as const, ['B', quick] as const, ['C', quick] as const],
      ['Late', [60, 70, 80]] as const,
    ]);
    const [whole] = arrivalRows(waits);
    expect(whole).toMatchObject({ measured: '70 ms (worst single wait 80 ms)', verdict: 'missed' });
  });

  it('is met where every source’s median keeps the bound, and still says the worst wait', () => {
    const [whole] = arrivalRows(new Map([['A', [...quick, 90, 11]]]));
    expect(whole).toMatchObject({ measured: '12 ms (worst single wait 90 ms)', verdict: 'met' });
  });

  it('says what each source took', () => {
    const waits = new Map([['A', quick] as const, ['B', [1, 2, 3]] as const]);
    expect(arrivalRows(waits).map(({ name, measured }) => [name.trim(), measured])).toEqual([
      expect.anything(),
      ['A', '12 ms (worst 14 ms)'],
      ['B', '2.0 ms (worst 3.0 ms)'],
    ]);
  });

  it('can not be told of no source', () => {
    expect(() => arrivalRows(new Map())).toThrow('nothing to measure');
  });
});
