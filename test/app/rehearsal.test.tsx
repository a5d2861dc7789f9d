import { afterEach, describe, expect, it, vi } from 'vitest';
import { rehearsing } from '../../src/app/rehearsal.ts';
import { rehearsalWord } from '../../src/fhir/summary/rehearsal.ts';

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

/** How many pieces it has, and what happens to the page in any of them, while it is drawn too. */
function rehearsed() {
  const page = new MutationObserver(() => undefined);
  page.observe(document, { childList: true, subtree: true, characterData: true });
  const changes = Array.from(rehearsing(), () => page.takeRecords().length);
  changes.push(page.takeRecords().length);
  page.disconnect();
  return { pieces: changes.length, changes: changes.filter((count) => count > 0) };
}

afterEach(() => {
  firstLook.fails = false;
  firstLook.seen.length = 0;
});

describe('a rehearsal', () => {
  it('draws what a record is drawn with, and nothing of it on the page', () => {
    const { pieces, changes } = rehearsed();
    expect(firstLook.seen).toContain('critical medicines');
    expect(pieces).toBeGreaterThan(2);
    expect(changes).toEqual([]);
    expect(document.documentElement.textContent).not.toContain(rehearsalWord);
  });

  it('leaves no listener, no request, and no timer that does anything', () => {
    const listening = vi.spyOn(EventTarget.prototype, 'addEventListener');
    const asking = vi.spyOn(globalThis, 'fetch');
    vi.useFakeTimers();
    rehearsed();
    const page = document.documentElement.outerHTML;
    vi.runAllTimers();
    expect(document.documentElement.outerHTML).toBe(page);
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
