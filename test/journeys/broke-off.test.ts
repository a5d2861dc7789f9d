/** An answer that lost its end, in a real browser: said in sight at any width, and on paper. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sourcesWords } from '../../src/ui/wording/sources.ts';
import { axe } from '../support/chromium.ts';
import { agree, openInWindow, press, reachSummary } from './clinician.ts';
import { browserSession } from './session.ts';

const session = browserSession({ width: 1200, height: 900 });

const summaryAddress = /\/Patient\/[^/]+\/\$summary/;

async function opened(patient: string): Promise<Page> {
  const { app } = await openInWindow(session.context, { user: 'sam-patel', patient });
  await agree(app);
  await reachSummary(app);
  return app as Page;
}

/** Every source's part arrives; only the line that says that this was all does not. */
async function loseLastLine(): Promise<void> {
  await session.context.route(summaryAddress, async (route) => {
    const answer = await route.fetch();
    const lines = (await answer.text()).trimEnd().split('\n');
    // It is read here already: neither packed any more, nor as long as it was.
    const headers = Object.entries(answer.headers()).filter(
      ([name]) => name !== 'content-encoding' && name !== 'content-length',
    );
    await route.fulfill({
      ...{ status: answer.status(), headers: Object.fromEntries(headers) },
      body: `${lines.slice(0, -1).join('\n')}\n`,
    });
  });
}

describe('an answer of which only the last line was lost', () => {
  it('is said to have broken off, in sight in a window and in a sidebar, and on paper', async () => {
    // A browser without a printer: what is to be printed stays on screen.
    await session.context.addInitScript(() => (window.print = () => undefined));
    await loseLastLine();
    const page = await opened('OKAFOR, Grace');
    const sources = page.getByRole('region', { name: 'Sources' });
    await sources.getByText('4 of 4 answered.').first().waitFor({ state: 'attached' });
    for (const width of [1200, 360]) {
      await page.setViewportSize({ width, height: 900 });
      const words = sources.locator('.mark').filter({ hasText: sourcesWords.brokeOff });
      const box = await words.boundingBox();
      expect(box?.height).toBeGreaterThan(15);
      expect(box?.width).toBeGreaterThan(200);
    }
    expect(await axe(page)).toEqual([]);
    await page.setViewportSize({ width: 1200, height: 900 });
    await press(page, 'Print');
    const head = page.getByRole('article').getByRole('rowgroup').first();
    await head.getByText(sourcesWords.brokeOff).waitFor({ state: 'attached' });
    expect(await head.textContent()).not.toMatch(/every source answered/i);
  });
});

/** The exchange's own words for a patient who has meanwhile chosen not to share (contract 2.1). */
const dissent = {
  resourceType: 'OperationOutcome',
  issue: [
    {
      ...{ severity: 'error', code: 'forbidden' },
      details: {
        coding: [
          {
            system: 'https://fhir.nhs.uk/CodeSystem/Spine-ErrorOrWarningCode',
            code: 'NO_PATIENT_CONSENT',
          },
        ],
      },
    },
  ],
};

describe('an answer that is asked for again', () => {
  it('leaves what is on screen where nothing comes of it, and is replaced where it comes', async () => {
    await loseLastLine();
    const page = await opened('OKAFOR, Grace');
    const line = page.getByRole('region', { name: 'Sources' }).getByRole('status');
    const allergies = page.getByRole('region', { name: 'Known allergies' });
    await line.getByText('4 of 4 answered.').waitFor();
    await page.getByLabel('Search the whole summary').fill('pen');

    await session.context.unroute(summaryAddress);
    let lose: () => void = () => undefined;
    const lost = new Promise<void>((resolve) => (lose = resolve));
    await session.context.route(summaryAddress, async (route) => {
      await lost;
      await route.abort();
    });
    await press(page, sourcesWords.askAllAgain);
    await line.getByText(sourcesWords.askingAgain).waitFor();
    expect(await allergies.textContent()).toContain('Penicillin');
    expect(await page.getByLabel('Search the whole summary').inputValue()).toBe('pen');
    lose();

    await line.getByText(sourcesWords.askedInVain).waitFor();
    expect(await line.textContent()).toContain(sourcesWords.brokeOff);
    expect(await allergies.textContent()).toContain('Penicillin');
    expect(await axe(page)).toEqual([]);

    await session.context.unroute(summaryAddress);
    await press(page, sourcesWords.askAllAgain);
    await line.getByText(sourcesWords.allAnswered(4)).waitFor();
    expect(await allergies.textContent()).toContain('Penicillin');
  });

  it('closes where it is refused, and does not say that nothing was shown', async () => {
    await loseLastLine();
    const page = await opened('OKAFOR, Grace');
    await page.getByText('4 of 4 answered.').first().waitFor();
    await session.context.unroute(summaryAddress);
    const headers = { 'access-control-allow-origin': new URL(page.url()).origin };
    await session.context.route(summaryAddress, (route) =>
      route.fulfill({ status: 403, headers, json: dissent }),
    );
    await press(page, sourcesWords.askAllAgain);
    const main = page.getByRole('main');
    await main.getByText(/chosen not to share/).waitFor();
    expect(await main.textContent()).not.toMatch(/nothing (?:clinical )?was shown/i);
    expect(await main.textContent()).not.toContain('Penicillin');
  });
});

describe('an answer of which nothing arrived', () => {
  it('is said to be no none, with what to use instead, and asked for again by one button', async () => {
    await session.context.route(summaryAddress, (route) => route.abort());
    const page = await opened('NAIR, Priya');
    const sources = page.getByRole('region', { name: 'Sources' });
    const again = sources.getByRole('button', { name: 'Ask all again' });
    for (const width of [1200, 360]) {
      await page.setViewportSize({ width, height: 900 });
      const words = sources.locator('.mark').filter({ hasText: sourcesWords.nothingArrived });
      const box = await words.boundingBox();
      expect(box?.height).toBeGreaterThan(15);
      expect(box?.width).toBeGreaterThan(200);
      const count = sources.getByText('0 of 4 answered.').filter({ visible: true });
      const [place, button] = [await count.last().boundingBox(), await again.boundingBox()];
      expect(place?.width).toBeGreaterThan(100);
      expect(button?.y ?? 0).toBeGreaterThanOrEqual((place?.y ?? Infinity) - 5);
    }
    expect(await axe(page)).toEqual([]);
    await session.context.unroute(summaryAddress);
    await again.press('Enter');
    await page.getByText(/^All \d sources answered\.$/).waitFor();
    expect(await sources.getByText(sourcesWords.nothingArrived).count()).toBe(0);
    expect(await again.count()).toBe(0);
  });
});
