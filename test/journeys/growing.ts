/** A record that grows while it is read: three of its sources answer late. */
import type { ElementHandle, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SourceKey } from '../../mocks/scenarios/types.ts';
import { agree, openAlone, reachSummary } from './clinician.ts';
import type { Session } from './session.ts';

/** Milliseconds each source takes: all but the practice long enough for somebody to begin. */
export const slow = { 'hollow-way': 0, ouh: 5_000, 'oxford-health': 5_200, 'social-care': 5_400 };

/** Milliseconds after which each source of the sandbox answers from now on. */
export async function answering(
  session: Session,
  times: Partial<Record<SourceKey, number>>,
): Promise<void> {
  for (const [key, latencyMs] of Object.entries(times)) await set(session, { key, latencyMs });
}

/** What is said of one that fails takes a line more, above all that is read. */
export const failing = (session: Session, key: SourceKey) => set(session, { key, state: 'error' });

async function set({ sandbox }: Session, source: object): Promise<void> {
  const response = await fetch(`${sandbox.exchangeOrigin}/sandbox/sources`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(source),
  });
  expect(response.ok).toBe(true);
}

/** Of the window, in CSS pixels. */
export type Size = { readonly width: number; readonly height: number };

/** Somebody's record, open in a window of this size. */
export async function opened(
  { context, sandbox }: Session,
  patient: string,
  size: Size,
): Promise<Page> {
  const { hostOrigin } = sandbox;
  const page = await openAlone(context, { user: 'amina-mensah', patient, hostOrigin });
  await page.setViewportSize(size);
  await agree(page);
  await reachSummary(page);
  return page;
}

export const openedGrace = (session: Session, size: Size) => opened(session, 'OKAFOR, Grace', size);

export const answered = (page: Page, words: string) =>
  page.getByText(words).first().waitFor({ state: 'attached' });

export const notice = (page: Page) => page.getByRole('region', { name: /^New since you opened/ });

/** Its top in the window, after the next frame: whatever the browser itself does has been done. */
export const topOf = (element: ElementHandle<Element>): Promise<number> =>
  element.evaluate(
    (it) =>
      new Promise((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(it.getBoundingClientRect().top)),
        ),
      ),
  );
