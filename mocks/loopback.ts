/** An HTTP server on 127.0.0.1 whose origin is known before what it serves has been made. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';

/** A reason not to start that the person at the keyboard can act on. */
export class StartError extends Error {}

export type LoopbackServer = {
  readonly origin: string;
  readonly server: Server;
  /** Starts answering; requests before this get 503. */
  serve(listener: RequestListener): void;
  /** Stops at once, open keep-alive connections and streams included. */
  close(): Promise<void>;
};

/**
 * Takes a port: `port` 0 picks a free one. The port is held from here on, so that no other
 * process can take it while the parts that must know each other's origins are made.
 * Throws StartError, naming `option`, where the port can not be had.
 */
export function listenOnLoopback(port: number, option: string): Promise<LoopbackServer> {
  let current: RequestListener = (_request, response) => {
    response.writeHead(503, { 'Retry-After': '1' }).end();
  };
  const server = createServer((request, response) => {
    current(request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new StartError(explain(error, port, option)));
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') {
        reject(new Error('A TCP server has an address and a port.'));
        return;
      }
      resolve({
        origin: `http://127.0.0.1:${address.port}`,
        server,
        serve(listener) {
          current = listener;
        },
        close: () => closeNow(server),
      });
    });
  });
}

function closeNow(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error) reject(error);
      else resolve();
    });
    server.closeAllConnections();
  });
}

function explain(error: NodeJS.ErrnoException, port: number, option: string): string {
  const another = `Choose another with ${option}.`;
  if (error.code === 'EADDRINUSE') return `Port ${port} is in use. ${another}`;
  if (error.code === 'EACCES') return `Port ${port} may not be used by this account. ${another}`;
  return `Port ${port} can not be opened (${error.code ?? error.message}). ${another}`;
}

/**
 * A Fetch handler as a listener. A client that goes away aborts the request's signal and cancels
 * the response's stream, so that nothing goes on working for nobody.
 */
export function fetchListener(handler: (request: Request) => Promise<Response>): RequestListener {
  // hono's adapter would otherwise replace the process's Request and Response by its own.
  const listener = getRequestListener(handler, { overrideGlobalObjects: false });
  return (request, response) => {
    void listener(request, response);
  };
}
