/** The measure of a record: what `JSON.parse` of the same text takes in the same browser. */
import type { Browser, Page } from 'playwright-core';
import { median } from './figures.ts';

export type SummaryText = {
  readonly text: string;
  readonly bytes: number;
  /** How long the exchange took to send it to somebody who only reads; milliseconds. */
  readonly sentInMs: number;
};

/**
 * Has the exchange send once more what the open page got.
 * @param act opens the record in that page
 */
export async function summaryText(page: Page, act: () => Promise<void>): Promise<SummaryText> {
  const asked = page.waitForRequest(
    (request) => request.url().includes('$summary') && request.method() !== 'OPTIONS',
  );
  await act();
  const request = await asked;
  const headers = Object.entries(await request.allHeaders()).filter(
    ([name]) => !name.startsWith(':'),
  );
  const response = await fetch(request.url(), { headers });
  if (!response.ok) throw new Error(`The summary was not sent again: ${response.status}`);
  const began = performance.now();
  const text = await response.text();
  return { text, bytes: Buffer.byteLength(text), sentInMs: performance.now() - began };
}

export type ParseCost = {
  readonly ms: number;
  readonly samples: Readonly<Record<string, number[]>>;
};

/** As one document and line by line, seven times each; the quicker median counts. */
export async function parseCost(browser: Browser, text: string): Promise<ParseCost> {
  const page = await browser.newPage();
  await page.addInitScript('globalThis.__name = (named) => named;');
  await page.goto('about:blank');
  const samples = await page.evaluate((ndjson) => {
    const lines = ndjson.split('\n').filter((line) => line !== '');
    const whole = `[${lines.join(',')}]`;
    const time = (run: () => unknown) => {
      const began = performance.now();
      run();
      return performance.now() - began;
    };
    const times = Array.from({ length: 7 }, () => [
      time(() => JSON.parse(whole)),
      time(() => lines.map((line): unknown => JSON.parse(line))),
    ]);
    return {
      asOneDocument: times.map(([one = NaN]) => one),
      lineByLine: times.map(([, each = NaN]) => each),
    };
  }, text);
  await page.close();
  return { ms: Math.min(median(samples.asOneDocument), median(samples.lineByLine)), samples };
}
