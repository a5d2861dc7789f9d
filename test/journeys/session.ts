/** One browser a file, one clean context a test, with what it sent and what the exchange wrote. */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from '../support/chromium.ts';
import { fileSandbox, type JourneySandbox } from '../support/journey-sandbox.ts';
import { ownSandbox } from '../support/own-sandbox.ts';
import { recordTraffic, type Traffic } from './traffic.ts';
import { watchTrail, type Trail } from './trail.ts';

export type Session = {
  /** Valid in a test and its hooks; another one for each test. */
  readonly context: BrowserContext;
  readonly traffic: Traffic;
  /** What the exchange wrote since the test began. */
  readonly trail: Trail;
  readonly sandbox: JourneySandbox;
  /** A context of another browser, for this test only: nothing is shared with the first. */
  readonly anotherBrowser: () => Promise<BrowserContext>;
};

export type SessionOptions = {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A fresh sandbox for each test, where what others did would be in the way. */
  readonly own?: boolean;
  /** Of that sandbox: how many times as fast as its sources are in earnest. */
  readonly speed?: number;
  /** The text size set in the browser; 16 if absent. */
  readonly textPx?: number;
};

type Running = Session & { readonly end: () => Promise<void> };

/** Registers the hooks; call it once at the top of a file. */
export function browserSession(options: SessionOptions): Session {
  let browser: Browser | null = null;
  let current: Running | null = null;
  const running = (): Session => {
    if (current === null) throw new Error('a session is there in tests only');
    return current;
  };
  beforeAll(async () => {
    browser = await launchBrowser(options.textPx);
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    if (browser === null) throw new Error('the browser did not start');
    current = await begin(browser, options);
  });
  afterEach(() => current?.end());
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
    get sandbox() {
      return running().sandbox;
    },
    anotherBrowser: () => running().anotherBrowser(),
  };
}

async function begin(browser: Browser, options: SessionOptions): Promise<Running> {
  const { width, height, own, speed = 10 } = options;
  const started = own ? await ownSandbox({ speed }) : null;
  const sandbox = started ?? (await fileSandbox());
  const contexts: BrowserContext[] = [];
  const newContext = async () => {
    const made = await browser.newContext({ viewport: { width, height } });
    made.setDefaultTimeout(20_000);
    contexts.push(made);
    return made;
  };
  const context = await newContext();
  return {
    ...{ context, sandbox, anotherBrowser: newContext },
    traffic: recordTraffic(context),
    trail: await watchTrail(sandbox.exchangeOrigin),
    end: async () => {
      await Promise.all(contexts.map((each) => each.close()));
      await started?.close();
    },
  };
}
