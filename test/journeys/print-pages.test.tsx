/** Pages as Chromium makes them: each says whose they are, whatever falls on it. */
import { render } from 'preact';
import { compile } from 'sass';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { builtinEnvironments } from 'vitest/runtime';
import type { Browser, Page } from 'playwright-core';
import { PrintView } from '../../src/ui/summary/print/print-view.tsx';
import { launchBrowser } from '../support/chromium.ts';
import { gp, now, oh, on, ouh, policy, report, sc, showing } from '../ui/fixtures.ts';
import { gracesItems, result } from '../ui/items.ts';

const notice = 'Use Print in the Care Summary';
const ready = { printId: 'p1', type: 'ready', at: '2026-11-22T15:45:00Z' } as const;

/** Three hundred results and Grace's record: several pages. */
async function paper(): Promise<string> {
  const items = [
    ...gracesItems(),
    ...Array.from({ length: 300 }, (_, at) =>
      result(`Sodium ${at + 1}`, { value: '138 mmol/L', date: on('2020-01-01T09:00:00Z') }),
    ),
  ];
  const sources = [
    ...[report(gp, 'answered', '2026-10-28'), report(ouh, 'answered', '2026-11-22')],
    ...[report(oh, 'timeout'), report(sc, 'asking')],
  ];
  const state = showing({ items, sources }, { print: ready, arrival: 'arriving' });
  const screen = await builtinEnvironments.jsdom.setup(globalThis, {});
  const main = document.createElement('main');
  main.className = 'main';
  const home = document.createElement('div');
  home.className = 'summary';
  main.append(home);
  const view = { hidden: new Set([ouh.id]), combined: false, now, hasDied: false, policy };
  render(<PrintView state={state} summary={state.summary} view={view} />, home);
  const drawn = main.outerHTML;
  await screen.teardown(globalThis);
  return drawn;
}

const styles = ['base', 'summary', 'print'].map(
  (name) => compile(`src/ui/styles/${name}.scss`, { loadPaths: ['node_modules'] }).css,
);

/** Only words are read, so that what it would draw with need not be there. */
function pdfReader() {
  vi.stubGlobal('DOMMatrix', Object);
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

async function textOfPages(page: Page): Promise<readonly string[]> {
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const { getDocument } = await pdfReader();
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const { items } = await (await pdf.getPage(at)).getTextContent();
    const words = items.map((item) => ('str' in item ? item.str : ''));
    pages.push(words.join(' ').replace(/\s+/g, ' '));
  }
  return pages;
}

describe('on paper', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const drawn = await paper();
    browser = await launchBrowser();
    page = await browser.newPage();
    const top = '<header class="top">banner of the screen</header>';
    await page.setContent(
      `<!doctype html><html><head><style>${styles.join('\n')}</style></head><body>
        <div id="app">${top}${drawn}</div>
        <p class="print-notice" hidden>${notice}</p></body></html>`,
    );
  });
  afterAll(() => browser.close());

  it('every page of a recorded printing names patient, printer, sources, those missing, and filters', async () => {
    await page.evaluate(() => (document.documentElement.dataset['printing'] = 'p1'));
    const pages = await textOfPages(page);
    expect(pages.length).toBeGreaterThan(3);
    for (const [at, text] of pages.entries()) {
      expect(text).toContain('OKAFOR, Grace (Mrs) Born 14-Jul-1945 (81y)');
      expect(text).toContain('NHS No. 999 000 0018');
      expect(text).toContain('Printed by Dr Amina Mensah · Emergency registrar');
      expect(text).toContain('at 22-Nov-2026 15:45');
      expect(text).toContain(
        'Sources GP Hollow Way Medical Centre to 28-Oct-2026; ' +
          'OUH Oxford University Hospitals to 22-Nov-2026. ' +
          'Missing OH Oxford Health: no answer; SC Social care: still asking.',
      );
      expect(text).toContain('entries from Oxford University Hospitals are left out');
      expect(text).toContain('Not the full record of any system.');
      expect(text).toContain(`Page ${at + 1} of ${pages.length}`);
      expect(text).not.toContain('banner of the screen');
      expect(text).not.toContain(notice);
    }
    const whole = pages.join(' ');
    for (const at of [1, 150, 300]) expect(whole).toContain(`Sodium ${at} : 138 mmol/L`);
  });

  it('what nobody recorded is a notice, and nothing of the record', async () => {
    await page.evaluate(() => delete document.documentElement.dataset['printing']);
    const pages = await textOfPages(page);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain(notice);
    expect(pages[0]).not.toMatch(/OKAFOR|Sodium|Warfarin|banner/);
  });
});
