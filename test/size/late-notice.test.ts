import { describe, expect, it } from 'vitest';
import { compiled, declared } from './declared.ts';

describe('the notice of what arrived', () => {
  const css = compiled('summary');

  // Where that puts it is tried in a browser, in a window and in a sidebar.
  it('is fixed to the foot of the window, at any width and height', () => {
    expect(declared(css, '.late', 'position')).toEqual(['fixed']);
    expect(declared(css, '.late', 'bottom')).toHaveLength(3);
    expect(declared(css, '.late', 'display')).toEqual([]);
  });

  it('is never higher than the room that what has the focus, and the end of the page, have', () => {
    expect(declared(css, '.late', 'max-height')).toEqual(['var(--late, 40vh)']);
    const focus = declared(css, 'html:has(.late)', 'scroll-padding-bottom');
    expect(focus).toEqual(['calc(var(--late, 40vh) + 4.5rem)', 'var(--late, 40vh)']);
    const lower = declared(css, 'html:has(.protected)', '--late');
    expect(lower).toEqual(['min(40vh, 100vh - 18rem)', 'min(40vh, 100vh - 14rem)']);
    expect(declared(css, '.late__room', 'height')).toEqual(['40vh']);
  });
});
