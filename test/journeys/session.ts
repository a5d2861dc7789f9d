/** One browser a file, one clean context a test, with what it sent and what the exchange wrote. */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from '../support/chromium.ts';
import { recordTraffic, type Traffic } from './traffic.ts';
import { watchTrail, type Trail } from './trail.ts';

export type Session = {
  /** Valid in a test and its hooks; another one for each test. */
  readonly context: BrowserContext;
  readonly traffic: Traffic;
  /** What the exchange wrote since the test began. */
  readonly trail: Trail;
};

/** Registers the hooks; call it once at the top of a file. The viewport is in CSS pixels. */
export function browserSession(viewport: { width: number; height: number }): Session {
  let browser: Browser | null = null;
  let current: Session | null = null;
  const running = (): Session => {
    if (current === null) throw new Error('a session is there in tests only');
    return current;
  };
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    if (browser === null) throw new Error('the browser did not start');
    const context = await browser.newContext({ viewport });
    context.setDefaultTimeout(20_000);
    current = { context, traffic: recordTraffic(context), trail: await watchTrail() };
  });
  afterEach(() => current?.context.close());
  return {
    get context() {
      return running().context;
    },
    get traffic() {
      return running().traffic;
    },
    get trail() {
      return running().trail;
    },
  };
}
