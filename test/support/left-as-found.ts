/**
 * Setup of the tests whose worker goes on to another file: what a file did to the clock, stubbed,
 * drew or stored is undone. What else it changes it has to undo itself.
 */
import { afterAll, vi } from 'vitest';

afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  if (typeof document === 'undefined') return;
  document.body.replaceChildren();
  document.head.replaceChildren();
  document.title = '';
  for (const element of [document.documentElement, document.body]) {
    for (const { name } of [...element.attributes]) element.removeAttribute(name);
  }
  sessionStorage.clear();
  localStorage.clear();
});
