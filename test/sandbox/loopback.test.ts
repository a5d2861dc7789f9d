import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import {
  fetchListener,
  listenOnLoopback,
  StartError,
  type LoopbackServer,
} from '../../mocks/loopback.ts';

const open: LoopbackServer[] = [];
const listen = async (port: number, option = '--app-port') => {
  const server = await listenOnLoopback(port, option);
  open.push(server);
  return server;
};

afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

it('a free port is picked, and its origin known before anything is served', async () => {
  const server = await listen(0);
  expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(server.origin)).status).toBe(503);
  server.serve((_request, response) => response.end('ready'));
  expect(await (await fetch(server.origin)).text()).toBe('ready');
});

it('a port in use is named, with the option that chooses another', async () => {
  const taken = await listen(0);
  const port = Number(new URL(taken.origin).port);
  const second = listenOnLoopback(port, '--app-port');
  await expect(second).rejects.toThrow(StartError);
  await expect(second).rejects.toThrow(`Port ${port} is in use. Choose another with --app-port.`);
});

it('closing does not wait for open connections, idle or in the middle of an answer', async () => {
  const server = await listenOnLoopback(0, '--app-port');
  server.serve((_request, response) => response.write('first part'));
  const idle = connect(Number(new URL(server.origin).port), '127.0.0.1');
  await once(idle, 'connect');
  const streaming = await fetch(server.origin);
  const rest = streaming.text();
  await server.close();
  await expect(rest).rejects.toThrow();
});

it('a client that goes away aborts the request and cancels the stream behind it', async () => {
  const server = await listen(0);
  const seen: string[] = [];
  let bothSeen = () => {};
  const gone = new Promise<void>((resolve) => {
    bothSeen = resolve;
  });
  const see = (what: string) => {
    seen.push(what);
    if (seen.length === 2) bothSeen();
  };
  server.serve(
    fetchListener((request) => {
      request.signal.addEventListener('abort', () => {
        see('aborted');
      });
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('first part'));
        },
        cancel() {
          see('cancelled');
        },
      });
      return Promise.resolve(new Response(stream));
    }),
  );
  const client = new AbortController();
  await fetch(server.origin, { signal: client.signal });
  client.abort();
  await gone;
  expect(seen.sort()).toEqual(['aborted', 'cancelled']);
});
