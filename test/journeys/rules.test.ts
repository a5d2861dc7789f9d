/**
 * Every rule of the sandbox's index, opened where the index links it: the same user, patient and
 * story, in a sandbox of its own, in a real browser. What is promised there must be seen, and
 * recorded.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { recordPath } from '../../mocks/ehr/screens/parts.ts';
import { rules } from '../../mocks/ehr/screens/rules/all.ts';
import type { Rule } from '../../mocks/ehr/screens/rules/types.ts';
import { scenarios } from '../../mocks/scenarios/catalogue.ts';
import { launchBrowser } from '../support/chromium.ts';
import { ownSandbox } from '../support/own-sandbox.ts';
import { act } from './acts.ts';
import { launchFrom, type AppScreen } from './clinician.ts';
import { trailOf } from './trail.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The address of a rule's record, as the index links it. */
function pathOf({ host, patient, user, variant }: Rule): string {
  const scenario = scenarios.find(({ key }) => key === patient);
  return recordPath(host, scenario?.host.id ?? '', user, variant);
}

/** Opens the rule's record where the index links it, and the app from the record. */
async function open(page: Page, rule: Rule, hostOrigin: string): Promise<AppScreen> {
  await page.goto(`${hostOrigin}${pathOf(rule)}`);
  return launchFrom(page, rule.host);
}

async function seen(app: AppScreen, words: string): Promise<string> {
  try {
    await app.getByText(words).first().waitFor({ state: 'attached' });
    return words;
  } catch {
    return app.locator('body').innerText();
  }
}

describe('every rule can be reached', () => {
  it('from the index, which links each of them', async ({ expect }) => {
    const sandbox = await ownSandbox();
    const page = await browser.newPage();
    try {
      await page.goto(`${sandbox.hostOrigin}/rules`);
      const links = page.getByRole('table').getByRole('link');
      const hrefs = await links.evaluateAll((all) => all.map((each) => each.getAttribute('href')));
      expect(rules.map(pathOf).filter((path) => !hrefs.includes(path))).toEqual([]);
    } finally {
      await page.close();
      await sandbox.close();
    }
  });

  it.concurrent.for(rules)('$id: $rule', async (rule, { expect }) => {
    const sandbox = await ownSandbox();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(20_000);
    try {
      const page = await context.newPage();
      const first = await open(page, rule, sandbox.hostOrigin);
      const again = () => open(page, rule, sandbox.hostOrigin);
      const app = await act(rule.act, { app: first, again });
      expect(await seen(app, rule.expect)).toContain(rule.expect);
      // What is recorded of a refusal comes a moment after its words.
      await expect
        .poll(
          async () => {
            const kinds = (await trailOf(sandbox.exchangeOrigin)).map(({ type }) => type);
            return rule.audit.filter((kind) => !kinds.includes(kind));
          },
          { timeout: 10_000 },
        )
        .toEqual([]);
    } finally {
      await context.close();
      await sandbox.close();
    }
  });
});
