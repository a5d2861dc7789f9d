/** Hostile narratives in a real browser, under the policy the app is served with. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { securityHeaders } from '../../mocks/app-headers.ts';
import { failOnUnexpected, launchBrowser } from '../support/chromium.ts';
import { attacks } from '../ui/narrative-attacks.ts';

const page = '<!doctype html><html lang="en"><head><title>Page</title></head><body></body></html>';

let browser: Browser;
let server: Server;
let origin: string;

beforeAll(async () => {
  const script = await bundled();
  server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.writeHead(isScript || request.url === '/' ? 200 : 404, {
      ...securityHeaders({ connect: [], frame: [] }),
      'Content-Type': isScript ? 'text/javascript' : 'text/html; charset=utf-8',
    });
    response.end(
      isScript
        ? script
        : page.replace('</head>', '<script type="module" src="/page.js"></script></head>'),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: fileURLToPath(new URL('narrative-page.ts', import.meta.url)) },
    },
  });
  const [output] = [built].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (!chunk) throw new Error('the page was not built');
  return chunk.code;
}

describe('every hostile narrative', () => {
  it('comes to nothing in Chromium: plain structure, no request, no violation', async () => {
    const context = await browser.newContext();
    const unexpected = await failOnUnexpected(context);
    const requested: string[] = [];
    context.on('request', (request) => requested.push(new URL(request.url()).pathname));
    const opened = await context.newPage();
    await opened.goto(origin);
    const result = JSON.parse(await opened.locator('output').innerText()) as unknown;
    expect(result).toEqual({ tried: attacks.length, wrong: [] });
    expect(await opened.evaluate(() => 'attacked' in globalThis)).toBe(false);
    expect(requested.filter((path) => path !== '/favicon.ico')).toEqual(['/', '/page.js']);
    expect(unexpected.problems).toEqual([]);
  });
});
