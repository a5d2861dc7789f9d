import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, failOnUnexpected, launchBrowser } from './chromium.ts';

const policy =
  "default-src 'none'; script-src 'self'; frame-src 'self'; img-src data:; connect-src *; base-uri 'none'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Page</title></head><body><main><h1>Page</h1>${body}</main></body></html>`;
const pages: Readonly<Record<string, string>> = {
  '/fine': page('<p>Nothing wrong</p>'),
  '/throws': page('<script src="/throw.js"></script>'),
  '/inline': page('<script>document.title = "inline ran"</script>'),
  '/missing-file': page('<script src="/gone.js"></script>'),
  '/frame': page('<iframe title="Inner" src="/bare-image"></iframe>'),
  '/bare-image': page('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">'),
  '/opens': page('<a href="/throws" target="_blank">Open</a>'),
};

let server: Server;
let origin: string;
let browser: Browser;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    const script = path === '/throw.js';
    const body = script ? "throw new Error('from the page');" : pages[path];
    response.writeHead(body === undefined ? 404 : 200, {
      'Content-Type': script ? 'text/javascript' : 'text/html',
      'Content-Security-Policy': policy,
    });
    response.end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  browser = await launchBrowser();
}, 90_000);

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

async function visit(path: string, allowed: readonly RegExp[] = []) {
  const context = await browser.newContext();
  const unexpected = await failOnUnexpected(context, allowed);
  const opened = await context.newPage();
  await opened.goto(origin + path);
  return { opened, unexpected, context };
}

describe('the browser', () => {
  it('lays out text, so that what a journey sees is what a person would', async () => {
    const { opened, context } = await visit('/fine');
    const size = await opened.getByText('Nothing wrong').evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect().width;
    });
    expect(size).toBeGreaterThan(40);
    await context.close();
  });

  it('enforces CORS, which a journey relies on', async () => {
    const { opened, context } = await visit('/fine');
    const other = origin.replace('127.0.0.1', 'localhost');
    const ask = (mode: RequestMode) =>
      opened.evaluate(([url, chosen]) => fetch(url, { mode: chosen }).then(({ type }) => type), [
        `${other}/fine`,
        mode,
      ] as const);
    expect(await ask('no-cors')).toBe('opaque');
    await expect(ask('cors')).rejects.toThrow('Failed to fetch');
    await context.close();
  });
});

describe('what a journey must not see', () => {
  it('is nothing on a page where nothing goes wrong', async () => {
    const { unexpected, context } = await visit('/fine');
    expect(unexpected.problems).toEqual([]);
    await context.close();
  });

  it.each([
    ['an uncaught exception', '/throws', 'exception: from the page'],
    ['a violation of the content security policy', '/inline', 'CSP violation: script-src-elem'],
    ['an answer of 404', '/missing-file', '404'],
  ])('is %s', async (_what, path, words) => {
    const { unexpected, context } = await visit(path);
    await expect.poll(() => unexpected.problems.join('\n')).toContain(words);
    await context.close();
  });

  it('is a request that nothing answers, but not an answer read chunk by chunk', async () => {
    const { opened, unexpected, context } = await visit('/fine');
    await opened.evaluate(async (url) => {
      const reader = (await fetch(url)).body?.getReader();
      while (reader && !(await reader.read()).done);
    }, `${origin}/fine`);
    // Port 9 is one that browsers refuse to speak to.
    const refused = opened.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => 'refused'));
    expect(await refused).toBe('refused');
    await expect.poll(() => unexpected.problems.join('\n')).toContain('request failed: GET http:');
    expect(unexpected.problems.filter((problem) => problem.includes('/fine'))).toEqual([]);
    await context.close();
  });

  it('is a problem in a window that the page opened', async () => {
    const { opened, unexpected, context } = await visit('/opens');
    await opened.getByRole('link', { name: 'Open' }).click();
    await expect.poll(() => unexpected.problems).toEqual(['exception: from the page']);
    await context.close();
  });

  it('leaves out what a journey provokes on purpose', async () => {
    const { opened, unexpected, context } = await visit('/throws', [/from the page/]);
    await opened.evaluate(() => {
      globalThis.console.error('another');
    });
    await expect.poll(() => unexpected.problems).toEqual([expect.stringContaining('another')]);
    await context.close();
  });
});

describe('the accessibility check', () => {
  it('finds nothing on a plain page, under a strict content security policy', async () => {
    const { opened, context } = await visit('/fine');
    expect(await axe(opened)).toEqual([]);
    await context.close();
  });

  it('finds an image without words inside a frame', async () => {
    const { opened, context } = await visit('/frame');
    expect((await axe(opened)).map(({ rule }) => rule)).toContain('image-alt');
    await context.close();
  });
});
