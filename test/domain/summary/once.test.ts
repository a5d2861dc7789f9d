import { describe, expect, it, vi } from 'vitest';
import { once } from '../../../src/domain/summary/once.ts';

describe('what is worked out once', () => {
  it('is made once, and is the very same for the very same list', () => {
    const make = vi.fn((list: readonly number[]) => [...list].reverse());
    const reversed = once(make);
    const list = [1, 2, 3];
    expect(reversed(list)).toEqual([3, 2, 1]);
    expect(reversed(list)).toBe(reversed(list));
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('is made again for another list, whatever stands in it', () => {
    const copied = once((list: readonly number[]) => [...list]);
    const [one, other] = [[1], [1]];
    expect(copied(one)).not.toBe(copied(other));
    expect(copied(one)).toBe(copied(one));
  });

  it('is told apart by each of several objects, in their order', () => {
    const make = vi.fn((first: { name: string }, second: { name: string }) => [first, second]);
    const paired = once(make);
    const [a, b, c] = [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
    const pairs = [paired(a, b), paired(b, a), paired(a, c), paired(a, a)];
    expect(pairs).toEqual([
      [a, b],
      [b, a],
      [a, c],
      [a, a],
    ]);
    expect([paired(a, b), paired(b, a), paired(a, c), paired(a, a)]).toEqual(pairs);
    expect(make).toHaveBeenCalledTimes(4);
  });

  it('may be nothing, and is not looked for again', () => {
    const make = vi.fn((_list: readonly number[]): number | null => null);
    const first = once(make);
    const list: readonly number[] = [];
    expect([first(list), first(list)]).toEqual([null, null]);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('that could not be made is no "nothing": it fails again where it is asked for', () => {
    const broken = once((_list: readonly number[]): number => {
      throw new Error('can not be read');
    });
    const list = [1];
    expect(() => broken(list)).toThrow('can not be read');
    expect(() => broken(list)).toThrow('can not be read');
  });
});
