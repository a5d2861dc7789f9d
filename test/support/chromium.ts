/** A real browser for the journeys, what must never happen in it, and an accessibility check. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as AxeCore from 'axe-core';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Page,
  type Request,
} from 'playwright-core';
import { findChromium } from './chromium-path.ts';

/**
 * Starts a headless Chromium that keeps off the network by itself and enforces the web's rules:
 * no flag weakens CORS, site isolation or CSP, since these are what the journeys try.
 * @param textPx the text size its user has set; browsers come with 16
 */
export async function launchBrowser(textPx = 16): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath,
    headless: true,
    // Chromium's own sandbox can not start for root, which is who runs tests in most containers.
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...definedVariables(), ...env },
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
      `--blink-settings=defaultFontSize=${textPx}`,
    ],
  });
}

function definedVariables(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value]],
    ),
  );
}

/** What went wrong so far in a page and every window or frame it opened, in words. */
export type Unexpected = { readonly problems: readonly string[] };

/**
 * Collects console errors, uncaught exceptions, CSP violations and failed requests of the whole
 * browser context. Call it before the first navigation and end with
 * `expect(unexpected.problems).toEqual([])`. `allowed` names the ones a journey provokes.
 */
export async function failOnUnexpected(
  target: Page | BrowserContext,
  allowed: readonly RegExp[] = [],
): Promise<Unexpected> {
  const context = 'context' in target ? target.context() : target;
  const problems: string[] = [];
  const report = (problem: string) => {
    if (!allowed.some((pattern) => pattern.test(problem))) problems.push(problem);
  };
  context.on('console', (message) => {
    if (message.type() === 'error')
      report(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => {
    report(`exception: ${error.error().message}`);
  });
  const answered = new WeakSet<Request>();
  context.on('response', (response) => {
    answered.add(response.request());
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Chromium calls a request aborted when its stream was read to the end before the network
    // layer had closed it, as reading in chunks does. What was answered did not fail.
    if (reason === 'net::ERR_ABORTED' && answered.has(request)) return;
    report(`request failed: ${request.method()} ${request.url()} ${reason}`);
  });
  // A violation that blocks nothing visible may print no error, so it is turned into one.
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      globalThis.console.error(`CSP violation: ${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  return { problems };
}

/** One accessibility rule broken, and where. */
export type AxeViolation = {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  readonly where: readonly string[];
};

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * Runs axe-core in the page and its frames against WCAG 2.0–2.2 A and AA and axe's best practices.
 * Returns the violations; assert that there are none.
 */
export async function axe(page: Page): Promise<readonly AxeViolation[]> {
  const source = await readFile(axePath, 'utf8');
  for (const frame of page.frames()) await frame.evaluate(source);
  return page.evaluate(async (tags) => {
    const { axe: engine } = globalThis as unknown as { axe: typeof AxeCore };
    const { violations } = await engine.run(document, {
      runOnly: { type: 'tag', values: [...tags] },
      resultTypes: ['violations'],
    });
    return violations.map((violation) => ({
      rule: violation.id,
      impact: violation.impact ?? 'unknown',
      help: violation.help,
      where: violation.nodes.map((node) => node.html),
    }));
  }, axeTags);
}
