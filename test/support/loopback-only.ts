/**
 * Setup of the unit tests: no test reaches beyond loopback. A request to anywhere else fails the
 * test that made it, even where the code under test turns network errors into values.
 */
import { afterEach, expect } from 'vitest';

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);
const escaped: string[] = [];
const realFetch = globalThis.fetch;

globalThis.fetch = (input, init) => {
  const { hostname, origin } = new URL(input instanceof Request ? input.url : input);
  if (loopback.has(hostname)) return realFetch(input, init);
  escaped.push(origin);
  return Promise.reject(new TypeError(`A test tried to reach ${origin}`));
};

afterEach(() => {
  expect(escaped.splice(0), 'requests beyond loopback').toEqual([]);
});
