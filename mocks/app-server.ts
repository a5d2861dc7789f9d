/** Serves the production build in `dist/` as a deployment would: headers, caching, compression. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { securityHeaders, type AllowedOrigins } from './app-headers.ts';

export type AppServerOptions = {
  /** The folder `vite build` wrote. */
  readonly dist: string;
  /** What `/smart-config.json` answers. */
  readonly config: unknown;
  readonly allowed: AllowedOrigins;
};

type Encoding = 'br' | 'gzip' | 'identity';

const compress = promisify(gzip);

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
const compressible = new Set(['.html', '.js', '.mjs', '.css', '.json', '.map', '.svg', '.txt']);

/**
 * A Fetch handler for the build. Only files that were in `dist` when it was created are served, by
 * a lookup of the exact path, so no address can reach outside the folder. Unknown paths are 404:
 * a page that answers everything would hide a wrong redirect address from whoever registers it.
 */
export async function createAppServer(
  options: AppServerOptions,
): Promise<{ fetch(request: Request): Promise<Response> }> {
  const files = await listFiles(options.dist);
  const compressed = new Map<string, Buffer>();
  const security = securityHeaders(options.allowed);

  async function body(file: string, encoding: Encoding): Promise<Buffer> {
    if (encoding === 'identity') return readFile(file);
    const prepared = `${file}.${encoding === 'br' ? 'br' : 'gz'}`;
    if (existsSync(prepared)) return readFile(prepared);
    const known = compressed.get(file);
    if (known) return known;
    const made = await compress(await readFile(file));
    compressed.set(file, made);
    return made;
  }

  async function answer(request: Request): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plain(405, 'Method not allowed', { Allow: 'GET, HEAD' });
    }
    const path = requestedPath(request.url);
    if (path === '/smart-config.json') {
      return Response.json(options.config, { headers: { 'Cache-Control': 'no-store' } });
    }
    const file = path === null ? undefined : files.get(path);
    if (path === null || file === undefined) return plain(404, 'Not found');
    const encoding = chooseEncoding(file, request.headers.get('accept-encoding') ?? '');
    const content = await body(file, encoding);
    return new Response(new Uint8Array(content), {
      headers: {
        'Content-Type': contentTypes[extname(file)] ?? 'application/octet-stream',
        'Content-Length': String(content.byteLength),
        'Cache-Control': cacheControl(path),
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

/** Addresses and the files behind them; nothing hidden, nothing local, no prepared encodings. */
async function listFiles(dist: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile() || /\.(local|br|gz)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    const parts = relative(dist, file).split(sep);
    if (parts.some((part) => part.startsWith('.'))) continue;
    files.set(`/${parts.join('/')}`, file);
  }
  const index = files.get('/index.html');
  if (index !== undefined) files.set('/', index);
  return files;
}

function requestedPath(address: string): string | null {
  try {
    return decodeURIComponent(new URL(address).pathname);
  } catch {
    return null;
  }
}

function chooseEncoding(file: string, accepted: string): Encoding {
  if (!compressible.has(extname(file))) return 'identity';
  if (accepts(accepted, 'br') && existsSync(`${file}.br`)) return 'br';
  return accepts(accepted, 'gzip') ? 'gzip' : 'identity';
}

function accepts(header: string, encoding: string): boolean {
  return header.split(',').some((item) => {
    const [name, ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

/** Vite writes the content's hash into the names under `assets/`; everything else may change. */
function cacheControl(path: string): string {
  if (/^\/assets\/.+-[\w-]{8,}\.\w+$/.test(path)) return 'public, max-age=31536000, immutable';
  return path === '/' || path.endsWith('.html') ? 'no-store' : 'no-cache';
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
