/** The app from source, for `npm run dev`: Vite's own middleware in place of the build. */
import type { RequestListener, Server } from 'node:http';
import { join } from 'node:path';
import { createServer } from 'vite';

export type DevServerOptions = {
  /** The project's root folder. */
  readonly root: string;
  /** The HTTP server that will answer, so that Vite's reload socket shares its port. */
  readonly server: Server;
  /** What `/smart-config.json` answers. */
  readonly config: unknown;
};

/**
 * A listener that compiles on request and reloads on change. It sends none of the build's security
 * headers: Vite's client needs inline styles and a socket, which the app itself never does.
 */
export async function createDevServer(
  options: DevServerOptions,
): Promise<{ listener: RequestListener; close(): Promise<void> }> {
  const vite = await createServer({
    configFile: join(options.root, 'launch', 'vite.config.ts'),
    appType: 'mpa',
    server: { middlewareMode: true, ws: { server: options.server } },
  });
  return {
    listener: (request, response) => {
      if (request.url?.split('?')[0] === '/smart-config.json') {
        response.setHeader('Content-Type', 'application/json; charset=utf-8');
        response.setHeader('Cache-Control', 'no-store');
        response.end(JSON.stringify(options.config));
        return;
      }
      vite.middlewares(request, response);
    },
    close: () => vite.close(),
  };
}
