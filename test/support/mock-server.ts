/**
 * A network of the test's own making (msw). Call `mockServer()` at the top of a test file or a
 * `describe`, then `server.use(...)` in each test. A request that no handler answers fails the
 * test, even where the code under test turns network errors into values.
 */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { setupServer } from 'msw/node';

/** Installs the server's life cycle around the tests of this file and returns it. */
export function mockServer(
  ...handlers: Parameters<typeof setupServer>
): ReturnType<typeof setupServer> {
  const server = setupServer(...handlers);
  const unhandled: string[] = [];
  server.events.on('request:unhandled', ({ request }) => {
    const { origin, pathname } = new URL(request.url);
    unhandled.push(`${request.method} ${origin}${pathname}`);
  });
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => {
    server.resetHandlers();
    expect(unhandled.splice(0), 'requests without a handler').toEqual([]);
  });
  afterAll(() => server.close());
  return server;
}
