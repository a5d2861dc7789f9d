import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axe, launchBrowser } from '../support/chromium.ts';
import { fileSandbox } from '../support/journey-sandbox.ts';
import { sidewaysOverflow } from './measure.ts';

const { hostOrigin } = await fileSandbox();
let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
});
afterAll(() => browser.close());

describe('the sandbox host’s own screens', () => {
  it.each(['/', '/rules', '/gp', '/epr', '/sandbox', '/gp?user=nobody'])(
    '%s meets WCAG 2.2 AA as far as a machine can tell',
    async (path) => {
      await page.goto(hostOrigin + path);
      expect(await axe(page)).toEqual([]);
    },
  );

  it.each([
    ['gp', 'Care Summary'],
    ['epr', 'Open Care Summary'],
  ])('a record of %s is reached by name and offers the Care Summary', async (host, button) => {
    await page.goto(`${hostOrigin}/${host}`);
    await page.getByRole('link', { name: /OKAFOR, Grace/ }).click();
    await page.getByRole('button', { name: button, exact: true }).waitFor();
    expect(page.url()).not.toMatch(/999\d{7}/);
    expect(await axe(page)).toEqual([]);
  });

  it.each(['/', '/rules', '/gp', '/epr', '/sandbox'])(
    '%s has nothing that scrolls the page sideways at 320 px',
    async (path) => {
      const narrow = await browser.newPage({ viewport: { width: 320, height: 800 } });
      await narrow.goto(hostOrigin + path);
      expect(await sidewaysOverflow(narrow)).toBe(0);
      expect(await axe(narrow)).toEqual([]);
      await narrow.close();
    },
  );

  it.each(['/gp', '/epr'])('a record of %s fits 320 px, and forced colours', async (path) => {
    const narrow = await browser.newPage({ viewport: { width: 320, height: 800 } });
    await narrow.goto(hostOrigin + path);
    await narrow.getByRole('link', { name: /OKAFOR, Grace/ }).click();
    await narrow.getByRole('region', { name: 'Patient', exact: true }).waitFor();
    expect(await sidewaysOverflow(narrow)).toBe(0);
    for (const width of [320, 1280]) {
      await narrow.setViewportSize({ width, height: 800 });
      await narrow.emulateMedia({ forcedColors: 'active' });
      expect(await axe(narrow), `forced colours at ${width} px`).toEqual([]);
    }
    await narrow.close();
  });

  it.each(['/', '/rules', '/gp', '/epr', '/sandbox'])(
    '%s has no barrier in forced colours',
    async (path) => {
      await page.emulateMedia({ forcedColors: 'active' });
      await page.goto(hostOrigin + path);
      expect(await axe(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'none' });
    },
  );

  it('gives the app a sidebar of exactly 360 pixels', async () => {
    await page.goto(`${hostOrigin}/epr`);
    await page.getByRole('link', { name: /WHITLOCK, Daniel/ }).click();
    await page.getByRole('button', { name: 'Open Care Summary' }).click();
    const box = await page.locator('iframe[title="Care Summary"]').boundingBox();
    expect(box?.width).toBe(360);
    expect(box?.height).toBeGreaterThanOrEqual(640);
  });
});
