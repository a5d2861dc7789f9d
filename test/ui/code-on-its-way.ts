/** Code of the app itself whose fetching a test answers: it comes, or is lost. */
import { act } from '@testing-library/preact';
import { expect } from 'vitest';

/** Made with `vi.hoisted`, since a mocked module is made of it. */
export function codeOnItsWay() {
  const asked: { come: () => void; lose: () => void }[] = [];
  /** What asked last has its answer, and all that waits for it is drawn. */
  const answer = async (how: 'come' | 'lose') => {
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    await act(async () => {
      asked.pop()?.[how]();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    });
  };
  return {
    /** For the getter of a mocked module, in the place of what it exports. */
    fetched: <T>(code: T) =>
      new Promise<T>((resolve, reject) => {
        const lost = new TypeError('Failed to fetch dynamically imported module');
        asked.push({ come: () => resolve(code), lose: () => reject(lost) });
      }),
    comes: () => answer('come'),
    isLost: () => answer('lose'),
  };
}
