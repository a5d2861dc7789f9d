import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAppServer } from '../../mocks/app-server.ts';

const host = 'http://127.0.0.1:4900';
const exchange = 'http://127.0.0.1:4902';
const config = { issuers: [{ issuer: `${host}/gp/fhir` }] };

let folder: string;
let server: Awaited<ReturnType<typeof createAppServer>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocs-app-server-'));
  const dist = join(folder, 'dist');
  await mkdir(join(dist, 'assets'), { recursive: true });
  await mkdir(join(dist, '.vite'));
  await writeFile(join(folder, 'secret.txt'), 'outside');
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>index</title>');
  await writeFile(join(dist, 'launch.html'), '<!doctype html><title>launch</title>');
  await writeFile(join(dist, 'assets', 'index-Ab12_x-9.js'), 'export const a = 1;');
  await writeFile(join(dist, 'assets', 'ready-Ab12Cd34.css'), 'p{}');
  await writeFile(join(dist, 'assets', 'ready-Ab12Cd34.css.br'), 'prepared br');
  await writeFile(join(dist, 'assets', 'ready-Ab12Cd34.css.gz'), 'prepared gz');
  await writeFile(join(dist, 'index.html.gz'), gzipSync('<!doctype html><title>index</title>'));
  await writeFile(join(dist, 'logo.png'), 'png');
  await writeFile(join(dist, 'smart-config.json'), '{"issuers":["the build\'s own"]}');
  await writeFile(join(dist, 'notes.local'), 'local');
  await writeFile(join(dist, '.vite', 'manifest.json'), '{}');
  server = await createAppServer({
    dist,
    config,
    allowed: { connect: [host, exchange], frame: [host] },
  });
});

afterAll(() => rm(folder, { recursive: true }));

const get = (path: string, init?: RequestInit) =>
  server.fetch(new Request(`http://127.0.0.1:4901${path}`, init));

describe('a page', () => {
  it('is served as HTML, never stored, whatever the query', async () => {
    const response = await get('/launch.html?iss=http%3A%2F%2Fa&launch=b');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toContain('<title>launch</title>');
  });

  it('is as uncached where it is compressed', async () => {
    const response = await get('/', { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBeNull();
    expect(gunzipSync(await response.arrayBuffer()).toString()).toContain('<title>index</title>');
  });

  it('may connect to the hosts and the exchange alone, and be framed by the hosts alone', async () => {
    const policy = (await get('/index.html')).headers.get('content-security-policy')?.split('; ');
    expect(policy).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "worker-src 'self'",
      `connect-src 'self' ${host} ${exchange}`,
      "form-action 'none'",
      "base-uri 'none'",
      `frame-ancestors ${host}`,
      "require-trusted-types-for 'script'",
      'trusted-types dompurify ocs-worker',
    ]);
  });

  it.each(['/index.html', '/assets/index-Ab12_x-9.js', '/smart-config.json', '/missing'])(
    '%s carries the security headers',
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      // A stricter value would part the app from the host window that opened it.
      expect(headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
    },
  );
});

describe('the configuration', () => {
  it('is the sandbox’s own, not the build’s, and never stored', async () => {
    const response = await get('/smart-config.json');
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual(config);
  });

  it.each([
    ['gzip, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ] as const)('goes to who takes “%s” as %s', async (accepted, encoding, decode) => {
    const headers = { 'Accept-Encoding': accepted };
    const response = await get('/smart-config.json', { headers });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    const body = decode(await response.arrayBuffer());
    expect(JSON.parse(body.toString())).toEqual(config);
  });
});

describe('an asset', () => {
  it('with a hash in its name is kept for a year', async () => {
    const response = await get('/assets/index-Ab12_x-9.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('without one is asked for again', async () => {
    expect((await get('/logo.png')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br', 'prepared br'],
    ['br;q=0.1, gzip;q=1.0', 'br', 'prepared br'],
    ['GZIP, deflate', 'gzip', 'prepared gz'],
    ['gzip, br;q=0', 'gzip', 'prepared gz'],
    ['gzip;q=0, br;q=0.000', null, 'p{}'],
    ['brotli, x-gzip', null, 'p{}'],
    ['', null, 'p{}'],
  ])('goes to who takes “%s” as %s', async (accepted, encoding, content) => {
    const headers = { 'Accept-Encoding': accepted };
    const response = await get('/assets/ready-Ab12Cd34.css', { headers });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(response.headers.get('content-length')).toBe(String(content.length));
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(await response.text()).toBe(content);
  });

  it('that the build did not compress is sent as it is', async () => {
    const headers = { 'Accept-Encoding': 'gzip, br' };
    const response = await get('/assets/index-Ab12_x-9.js', { headers });
    expect(response.headers.get('content-encoding')).toBeNull();
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(await response.text()).toBe('export const a = 1;');
  });

  it('that is an image is sent as it is', async () => {
    const response = await get('/logo.png', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBeNull();
  });
});

describe('what is not there', () => {
  it.each([
    '/missing.html',
    '/launch',
    '/assets',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00',
    '/%E0%A4%A',
    '/.vite/manifest.json',
    '/notes.local',
    '/assets/ready-Ab12Cd34.css.br',
    '/assets/ready-Ab12Cd34.css.gz',
  ])('is answered with 404 and no page: %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe('Not found\n');
  });

  it('may be asked about with HEAD, without a body', async () => {
    const present = await get('/index.html', { method: 'HEAD' });
    expect(present.status).toBe(200);
    expect(await present.text()).toBe('');
    expect((await get('/missing', { method: 'HEAD' })).status).toBe(404);
  });

  it('can not be written', async () => {
    const response = await get('/index.html', { method: 'POST', body: 'x' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });
});
