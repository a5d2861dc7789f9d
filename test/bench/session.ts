/** One launch in a real browser: from the host's record to the open summary, watched all the way. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { sourceProfiles } from '../../mocks/scenarios/sources.ts';
import { summaryWords } from '../../src/ui/wording/summary.ts';
import { sourcesWords } from '../../src/ui/wording/sources.ts';
import { standingWords } from '../../src/ui/wording/standing.ts';
import { agree, gateHeading, launchAddress, reachGate } from '../journeys/clinician.ts';
import type { RunningSandbox } from './own-process.ts';
import { probe, type Noted, type Words } from './page-probe.ts';
import { streamProbe } from './stream-probe.ts';

/** What every row is measured with. */
export type Bench = { readonly browser: Browser; readonly sandbox: RunningSandbox };

export type Patient = { readonly patient: string; readonly variant?: string };

/** An ordinary record, of all sources. */
export const ordinary: Patient = { patient: 'OKAFOR, Grace' };

/** One whom nothing else here opens: no permission stands, and the gate asks its question. */
export const neverOpened: Patient = { patient: 'ELWOOD, Margaret' };

/** The generated record, in one of its sizes. */
export function generated(entries: 1_000 | 2_000 | 20_000): Patient {
  const patient = 'ATTWATER, Frederick';
  return entries === 20_000 ? { patient } : { patient, variant: `entries-${entries}` };
}

export type Session = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** To the browser itself: network, processor, memory. */
  readonly cdp: CDPSession;
  /** Launches the app for a patient; milliseconds since the epoch at which it began. */
  launch(patient: Patient): Promise<number>;
  close(): Promise<void>;
};

const words: Words = {
  gate: [gateHeading, standingWords.heading],
  open: 'Confirm and open',
  allAnswered: sourcesWords.allAnswered(0).replace('0', '\\d+'),
  last: summaryWords.accessLog,
  apart: [summaryWords.accessLog, summaryWords.timeline],
  chunkRead: 'ocs-bench-chunk',
  sources: Object.values(sourceProfiles).map(({ name }) => name),
  sourceList: sourcesWords.heading,
};

/** As the exchange titles each source's part (contract 2.4): which tells whose bytes came. */
const partTitle = 'Part of the care summary from ';

/**
 * A page in a context of its own, so with nothing cached and nothing kept.
 * @param whose note whose bytes each are, which costs a long record time
 */
export async function session(
  { browser, sandbox }: Bench,
  whose: 'with-sources' | 'without-sources' = 'without-sources',
): Promise<Session> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  // The tool that runs this names functions through a helper that a page does not have.
  await page.addInitScript('globalThis.__name = (named) => named;');
  await page.addInitScript(probe, words);
  const title = whose === 'with-sources' ? partTitle : '';
  await page.addInitScript(streamProbe, { title, chunkRead: words.chunkRead });
  const cdp = await context.newCDPSession(page);
  return {
    ...{ context, page, cdp },
    launch: async (patient) => {
      const opening = { user: 'amina-mensah', hostOrigin: sandbox.hostOrigin, ...patient };
      const address = await launchAddress(context, opening);
      const began = Date.now();
      await page.goto(address, { waitUntil: 'commit' });
      return began;
    },
    close: () => context.close(),
  };
}

/** Waits for the gate, and until all that comes while its question is read has come. */
export async function reachGateAndRead({ page }: Session): Promise<void> {
  await reachGate(page);
  await page.waitForLoadState('networkidle');
}

/**
 * The patient agreed; what there was to note once the whole summary is usable.
 * @param thenMs how much longer it is watched: more of the record may be drawn after it, and a task
 *   that came of the opening may end after it
 */
export async function openRecord(
  { page }: Session,
  thenMs = 500,
): Promise<Noted & { usableAt: number }> {
  await agree(page);
  const isOver = (then: number) =>
    performance.now() >= (window.ocsBench.usableAt ?? Infinity) + then;
  await page.waitForFunction(isOver, thenMs, { polling: 100 });
  const noted = await page.evaluate(() => window.ocsBench);
  const { usableAt } = noted;
  if (usableAt === null) throw new Error('The summary was usable, and then was not.');
  return { ...noted, usableAt };
}

/**
 * What the browser itself says of the last request that answers to `path`, a regular expression,
 * in milliseconds since the page's start. A preflight is part of its request.
 */
export function requestTiming(
  page: Page,
  path: RegExp,
): Promise<{ startAt: number; endAt: number }> {
  return page.evaluate((source) => {
    const wanted = new RegExp(source);
    const timing = performance
      .getEntriesByType('resource')
      .filter(({ name }) => wanted.test(new URL(name).pathname))
      .at(-1);
    if (!(timing instanceof PerformanceResourceTiming))
      throw new Error(`No ${source} was asked for.`);
    return { startAt: timing.startTime, endAt: timing.responseEnd };
  }, path.source);
}

/** The summary is asked for so, and the access is recorded with a transaction at the base. */
export const summaryPath = /\$summary$/;
export const recordPath = /\/fhir\/?$/;
