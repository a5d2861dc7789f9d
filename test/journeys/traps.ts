/** The stories' patients: one sandbox and browser a file, each record opened once for several tests. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Act } from '../../mocks/ehr/screens/rules/types.ts';
import type { Sandbox } from '../../mocks/sandbox.ts';
import { failOnUnexpected, launchBrowser, type Unexpected } from '../support/chromium.ts';
import { ownSandbox } from '../support/own-sandbox.ts';
import { laterWords } from '../../src/ui/wording/later.ts';
import { act } from './acts.ts';
import { openAlone, reachSummary } from './clinician.ts';

/** As the hospital's sidebar shows it at first. */
export const sidebar = { width: 360, height: 640 } as const;

export type Story = {
  readonly user: string;
  readonly patient: string;
  readonly variant?: string;
  /** What is answered at the gate. */
  readonly act: Act;
  /** False where the story ends before a record is open. */
  readonly opens?: boolean;
  /** False where it is read while sources are still answering. */
  readonly whole?: boolean;
  /** What the story provokes. */
  readonly allowed?: readonly RegExp[];
  readonly size?: { readonly width: number; readonly height: number };
};

export type Told = {
  /** The app in a page of its own; valid in tests. */
  readonly page: Page;
  /** A section, by its heading. */
  readonly section: (name: string | RegExp) => Locator;
};

/** Registers the hooks; call it at the top of a file, and `tell` inside each `describe`. */
export function storyteller(speed = 10): (story: Story) => Told {
  let sandbox: Sandbox | null = null;
  let browser: Browser | null = null;
  beforeAll(async () => {
    [sandbox, browser] = await Promise.all([ownSandbox({ speed }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
  });
  return (story) => {
    let context: BrowserContext | null = null;
    let unexpected: Unexpected | null = null;
    let page: Page | null = null;
    beforeAll(async () => {
      if (browser === null || sandbox === null) throw new Error('nothing was started');
      context = await browser.newContext({ viewport: story.size ?? sidebar });
      context.setDefaultTimeout(20_000);
      unexpected = await failOnUnexpected(context, [
        // The sidebar's own opening is taken over by a page.
        /launch\.html\S* net::ERR_FAILED$/,
        ...(story.allowed ?? []),
      ]);
      page = await openAlone(context, { ...story, hostOrigin: sandbox.hostOrigin });
      await act(story.act, { app: page, again: () => Promise.reject(new Error('told once')) });
      if (story.opens === false) return;
      await reachSummary(page);
      if (story.whole === false) return;
      const sources = page.getByRole('region', { name: 'Sources' });
      const whole = /(?:^|none\. )(?:All \d sources|\d others) answered\./;
      await sources.getByText(whole).first().waitFor();
    });
    afterAll(async () => {
      await context?.close();
      expect(unexpected?.problems).toEqual([]);
    });
    const open = (): Page => {
      if (page === null) throw new Error('a story is told in tests only');
      return page;
    };
    return {
      get page() {
        return open();
      },
      section: (name) => open().getByRole('region', { name, exact: typeof name === 'string' }),
    };
  };
}

/** The words an eye meets, without those for ears alone, on one line. */
export async function seen(where: Locator): Promise<string> {
  const words = await where.evaluate((element) => {
    const forEars = [...element.querySelectorAll<HTMLElement>('.hidden')];
    for (const each of forEars) each.style.display = 'none';
    const text = element instanceof HTMLElement ? element.innerText : '';
    for (const each of forEars) each.style.display = '';
    return text;
  });
  return words.replace(/\s+/g, ' ').trim();
}

/** The lines of a section's list whose heading or bold words are these. */
export function lineOf(section: Locator, title: string | RegExp): Locator {
  const page = section.page();
  const named = page.getByRole('heading', { name: title }).or(page.getByText(title));
  return section.getByRole('listitem').filter({ has: named }).first();
}

/** One drug's row in the medicines' table: a cell for each source. */
export function medicine(told: Told, name: RegExp): Locator {
  return told
    .section('Medicines')
    .getByRole('row')
    .filter({ has: told.page.getByRole('rowheader', { name }) });
}

/** Everything a browser would find of the page: text, attributes, title, address. */
export async function everythingOn({ page }: Told): Promise<string> {
  const inputs = await page
    .locator('input, textarea')
    .evaluateAll((fields) =>
      fields.map((field) => ('value' in field ? String(field.value) : '')).join(' '),
    );
  return [await page.content(), await page.title(), page.url(), inputs].join('\n');
}

/** Presses every "More" and unfolds everything, as the most curious reader would. */
export async function unfoldAll({ page }: Told): Promise<void> {
  const closed = page.locator(
    'button[aria-expanded="false"]:visible, details:not([open]) > summary',
  );
  for (let presses = 0; presses < 400; presses += 1) {
    const next = closed.first();
    if ((await next.count()) === 0) {
      // What is behind a line comes in a part of its own, and may have something to unfold itself.
      const coming = page.getByText(laterWords.loading, { exact: true });
      // The timeline comes once somebody is near it.
      await coming.evaluateAll((lines) => {
        for (const line of lines) line.scrollIntoView();
      });
      await coming.first().waitFor({ state: 'detached' });
      if ((await next.count()) === 0) return;
    }
    await next.evaluate((element) => {
      if (element instanceof HTMLElement) element.click();
    });
  }
  throw new Error('there is always something more to unfold');
}
