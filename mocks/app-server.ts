/** Serves the production build in `dist/` as a deployment would: headers, caching, compression. */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { securityHeaders, type AllowedOrigins } from './app-headers.ts';
import { chooseEncoding, encodings, type Encoding } from './content-encoding.ts';

export type AppServerOptions = {
  /** The folder `vite build` wrote. */
  readonly dist: string;
  /** What `/smart-config.json` answers. */
  readonly config: unknown;
  readonly allowed: AllowedOrigins;
};

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
/** Something to be served: its bytes as they are, and in each encoding it is there in. */
type Served = {
  readonly encodings: readonly Encoding[];
  readonly read: (encoding: Encoding | 'identity') => Promise<Buffer>;
  readonly headers: Readonly<Record<string, string>>;
};

/**
 * A Fetch handler for the build. Only files that were in `dist` when it was created are served, by
 * a lookup of the exact path, so no address can reach outside the folder. Unknown paths are 404:
 * a page that answers everything would hide a wrong redirect address from whoever registers it.
 * Files go out in the encodings the build made of them; nothing is compressed while somebody waits.
 */
export async function createAppServer(
  options: AppServerOptions,
): Promise<{ fetch(request: Request): Promise<Response> }> {
  const served = await listFiles(options.dist);
  // In place of the build's own, whose host and exchange are elsewhere.
  served.set('/smart-config.json', settings(options.config));
  const security = securityHeaders(options.allowed);

  async function answer(request: Request): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plain(405, 'Method not allowed', { Allow: 'GET, HEAD' });
    }
    const path = requestedPath(request.url);
    const found = path === null ? undefined : served.get(path);
    if (found === undefined) return plain(404, 'Not found');
    const accepted = request.headers.get('accept-encoding') ?? '';
    const encoding = chooseEncoding(accepted, found.encodings);
    const content = await found.read(encoding);
    return new Response(new Uint8Array(content), {
      headers: {
        ...found.headers,
        'Content-Length': String(content.byteLength),
        Vary: 'Accept-Encoding',
        ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
      },
    });
  }

  return {
    async fetch(request) {
      const response = await answer(request);
      for (const [name, value] of Object.entries(security)) response.headers.set(name, value);
      if (request.method !== 'HEAD') return response;
      return new Response(null, { status: response.status, headers: response.headers });
    },
  };
}

/** The settings never come out of a cache: a host that was taken out of them must not launch. */
function settings(config: unknown): Served {
  const identity = Buffer.from(JSON.stringify(config));
  const forms = { identity, br: brotliCompressSync(identity), gzip: gzipSync(identity) };
  return {
    encodings: ['br', 'gzip'],
    read: (encoding) => Promise.resolve(forms[encoding]),
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
    },
  };
}

/** Addresses and what is behind them; nothing hidden, nothing local, no encoding by itself. */
async function listFiles(dist: string): Promise<Map<string, Served>> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const all = new Set(
    entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name)),
  );
  const served = new Map<string, Served>();
  for (const file of all) {
    if (/\.(local|br|gz)$/.test(file)) continue;
    const parts = relative(dist, file).split(sep);
    if (parts.some((part) => part.startsWith('.'))) continue;
    const path = `/${parts.join('/')}`;
    const made = encodings.filter(({ ending }) => all.has(`${file}${ending}`));
    served.set(path, {
      encodings: made.map(({ name }) => name),
      read: (encoding) =>
        readFile(`${file}${made.find(({ name }) => name === encoding)?.ending ?? ''}`),
      headers: {
        'Content-Type': contentTypes[extname(file)] ?? 'application/octet-stream',
        'Cache-Control': cacheControl(path),
      },
    });
  }
  const index = served.get('/index.html');
  if (index !== undefined) served.set('/', index);
  return served;
}

function requestedPath(address: string): string | null {
  try {
    return decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
}

/**
 * Vite writes the content's hash into the names under `assets/`; everything else may change. Pages
 * are never stored: their addresses carry the launch and the host's code, and they weigh less than
 * one packet, so that a 304 would save nothing.
 */
function cacheControl(path: string): string {
  if (/^\/assets\/.+-[\w-]{8,}\.\w+$/.test(path)) return 'public, max-age=31536000, immutable';
  return path.endsWith('.html') ? 'no-store' : 'no-cache';
}

function plain(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      ...headers,
    },
  });
}
