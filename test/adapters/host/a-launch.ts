/** One launch from the vetted request to the redirect page, for tests of what comes after. */
import { routeTo } from './browser-globals.ts';
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { beginLaunch } from '../../../src/adapters/host/begin.ts';
import { createHost, type Host } from '../../../src/adapters/host/host.ts';
import {
  type FakeBrowser,
  fakeBrowser,
  type FakeBrowserOptions,
  type FakeTimers,
  fakeTimers,
} from './fake-browser.ts';
import type { HostSettings } from '../../../src/adapters/settings.ts';
import { settings, type SmartHost, smartHost } from './smart-host.ts';

export type ALaunch = {
  readonly browser: FakeBrowser;
  readonly smart: SmartHost;
  readonly timers: FakeTimers;
  /** The app on the redirect page; a new one for each call, as after a reload. */
  readonly open: (browser?: FakeBrowser, hosts?: readonly HostSettings[]) => Host;
  /** The authorisation request the browser was sent away with. */
  readonly sent: URLSearchParams;
  /** Hosts that were returned to, each with how many requests the host had had by then. */
  readonly returned: readonly string[];
};

export type LaunchOptions = FakeBrowserOptions & {
  /** Query of the redirect, besides what a launch needs. */
  readonly also?: string;
  readonly hosts?: readonly HostSettings[];
};

/** Begins, lets the host answer with a code, and stops on the redirect page. */
export async function aLaunch(options: LaunchOptions = {}): Promise<ALaunch> {
  // fhirclient counts expiry by the machine's clock, so that is the tests' clock too.
  const now = (): Date => new Date();
  const smart = smartHost(now);
  routeTo(smart.fetch);
  const browser = fakeBrowser(options);
  const timers = fakeTimers();
  const begun = await beginLaunch(settings, 'launch-1', { browser, now, newId: randomUUID });
  expect(begun.type).toBe('ok');
  const sent = new URL(begun.type === 'ok' ? begun.authorizeUrl : '').searchParams;
  smart.nonce = sent.get('nonce') ?? '';
  smart.asked.length = 0;
  smart.requests.length = 0;
  const state = sent.get('state') ?? '';
  browser.visit(`/index.html?code=code%2F1%2B&state=${state}${options.also ?? ''}`);
  const returned: string[] = [];
  const open: ALaunch['open'] = (tab = browser, hosts = options.hosts ?? [settings]) =>
    createHost(hosts, {
      browser: tab,
      timers,
      now,
      fetch: smart.fetch,
      newId: randomUUID,
      onReturn: (issuer) => returned.push(`${issuer} after ${smart.asked.length}`),
    });
  return { browser, smart, timers, open, sent, returned };
}
