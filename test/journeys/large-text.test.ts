import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { standingWords } from '../../src/ui/wording/standing.ts';
import { expectThere } from './barriers.ts';
import {
  agree,
  closeRecord,
  gateHeading,
  openAlone,
  openByBreakGlass,
  openInWindow,
  reach,
  reachGate,
  reachSummary,
} from './clinician.ts';
import { browserSession } from './session.ts';

const session = browserSession({ width: 1280, height: 900, own: true, textPx: 32 });
const widths = [1280, 640];

async function expectUsable(page: Page, words: readonly string[]): Promise<void> {
  const size = await page.evaluate(() => getComputedStyle(document.body).fontSize);
  expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(30);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await expectThere(page, words, `at ${width} px`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

const opening = (user: string, patient: string) => ({
  ...{ user, patient, hostOrigin: session.sandbox.hostOrigin },
});

describe('text twice as large, as set in the browser', () => {
  it('leaves the question, the open record and a standing permission usable', async () => {
    const chloe = opening('sam-patel', 'BARTON, Chloe');
    const app = (await openInWindow(session.context, chloe)).app as Page;
    await reachGate(app);
    await expectUsable(app, [gateHeading, 'Confirm and open', 'Close']);
    await agree(app);
    await reachSummary(app);
    await app.getByRole('row').nth(1).waitFor();
    await expectUsable(app, ['Care Summary', 'Access log', 'Sections']);
    await closeRecord(app);
    const next = (await openInWindow(session.context, chloe)).app as Page;
    await reach(next, standingWords.heading, 2);
    await expectUsable(next, [standingWords.heading, 'Confirm and open', 'Close']);
  });

  it('leaves the terms usable', async () => {
    const visit = await openInWindow(session.context, opening('priti-rao', 'OKAFOR, Grace'));
    await reach(visit.app, 'Terms of use', 1);
    await visit.app.getByRole('button', { name: 'Accept and go on' }).waitFor();
    await expectUsable(visit.app as Page, ['Accept and go on', 'Close']);
  });

  it('leaves the review feed usable', async () => {
    const glass = await openAlone(session.context, opening('amina-mensah', 'WHITLOCK, Daniel'));
    await openByBreakGlass(glass);
    await closeRecord(glass);
    const feed = await openAlone(session.context, opening('kit-doyle', 'OKAFOR, Grace'));
    await reach(feed, 'Review feed', 1);
    await feed.getByRole('row').nth(1).waitFor();
    await expectUsable(feed, ['Review feed', 'Close']);
  });
});
