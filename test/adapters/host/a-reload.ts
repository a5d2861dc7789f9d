/** An open record whose page is reloaded, for tests of what goes on and what does not. */
import { expect } from 'vitest';
import { type ALaunch, aLaunch, type LaunchOptions } from './a-launch.ts';
import type { Host } from '../../../src/adapters/host/host.ts';

export const notFound = { type: 'refused', reason: { type: 'launch-not-found' } };
const name = 'ocs-hand-over';

/** A launch in encounter `e-1` whose record is open, under the opening `c-1`. */
export async function openRecord(
  options?: LaunchOptions,
): Promise<{ readonly launch: ALaunch; readonly page: Host }> {
  const launch = await aLaunch(options);
  launch.smart.tokenResponse['encounter'] = 'e-1';
  const page = launch.open();
  await page.complete();
  await page.prepareHandOver('c-1');
  launch.smart.asked.length = 0;
  return { launch, page };
}

/** F5: what the page does last, and the page that comes next. */
export function reloaded(launch: ALaunch, page: Host): Host {
  page.handOver();
  launch.browser.reload();
  return launch.open();
}

/** What lies in the tab between a page and its reload. */
export function entryOf({ browser }: ALaunch): Record<string, string> {
  return JSON.parse(browser.stored.get(name) ?? '{}') as Record<string, string>;
}

/** Changes what lies there. */
export function change(launch: ALaunch, more: Record<string, unknown>): void {
  launch.browser.stored.set(name, JSON.stringify({ ...entryOf(launch), ...more }));
}

/** The page that comes finds nothing, asks nobody and leaves nothing. */
export async function expectNothing(launch: ALaunch): Promise<void> {
  expect(await launch.open().complete()).toEqual(notFound);
  expect(launch.browser.kept(), 'left in the tab').toBe(' []');
  expect(launch.smart.asked, 'asked of the host').toEqual([]);
}
