import { afterEach, describe, expect, it, vi } from 'vitest';
import { FirstLook } from '../../src/ui/summary/first/first-look.tsx';
import { rehearsalWord, rehearsing } from '../../src/ui/summary/rehearsal.tsx';

const firstLook = vi.hoisted(() => ({ seen: [] as string[], fails: false }));

vi.mock('../../src/ui/summary/first/critical.tsx', async (original) => {
  const { Critical } = await original<{ Critical: () => unknown }>();
  return {
    Critical: () => {
      if (firstLook.fails) throw new Error('A section of ours is at fault');
      firstLook.seen.push('critical medicines');
      return Critical();
    },
  };
});

/** Every piece; after each, what of it is on the page. */
function rehearsed(): readonly string[] {
  return Array.from(rehearsing(), () => document.documentElement.textContent);
}

afterEach(() => {
  firstLook.fails = false;
  firstLook.seen.length = 0;
});

describe('a rehearsal', () => {
  it('draws what a record is drawn with, and nothing of it on the page', () => {
    const pages = rehearsed();
    expect(FirstLook).toBeTypeOf('function');
    expect(firstLook.seen).toContain('critical medicines');
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).not.toContain(rehearsalWord);
  });

  it('leaves no listener, no timer and no request behind', () => {
    const listening = vi.spyOn(EventTarget.prototype, 'addEventListener');
    const asking = vi.spyOn(globalThis, 'fetch');
    vi.useFakeTimers();
    rehearsed();
    const ours = listening.mock.contexts.filter((on) => on === window || on === document);
    expect(ours).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    expect(asking).not.toHaveBeenCalled();
    vi.useRealTimers();
  });

  it('that fails is no failure', () => {
    firstLook.fails = true;
    expect(rehearsed).not.toThrow();
  });
});
