import { describe, expect, it } from 'vitest';
import { loincCheck, verhoeff } from './check-digits.ts';

describe('check digits', () => {
  it('notice one wrong digit and two digits swapped', () => {
    expect([verhoeff('416409005'), verhoeff('416409006'), verhoeff('414609005')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([loincCheck('2823-3'), loincCheck('2823-4'), loincCheck('2832-3')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
