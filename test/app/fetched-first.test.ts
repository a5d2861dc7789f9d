import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { network } from '../support/component-setup.ts';

const importer = 'https://app.test/assets/index-1.js';
const address = (file: string) => `https://app.test/assets/${file}`;

/** The files that were asked for, in order; those in `lost` do not come. */
const asked: string[] = [];
const lost = new Set<string>();

/** As at the start of a page: nothing has been fetched. */
async function page() {
  vi.resetModules();
  return (await import('../../launch/fetched-first.ts')).fetchedFirst;
}

beforeEach(() => {
  asked.length = 0;
  lost.clear();
  document.head.replaceChildren();
  network.use(
    http.get('https://app.test/assets/:file', ({ params }) => {
      const file = String(params['file']);
      asked.push(file);
      return lost.has(file) ? HttpResponse.error() : HttpResponse.text('//');
    }),
  );
});

describe('code that is imported later', () => {
  const files = ['./rest-1.js', './words-2.js'];

  it('is imported once all of its files have come', async () => {
    const fetchedFirst = await page();
    const load = vi.fn(() => Promise.resolve(asked.toSorted()));
    expect(await fetchedFirst(load, files, importer)).toEqual(['rest-1.js', 'words-2.js']);
    expect(load).toHaveBeenCalledOnce();
  });

  it('is never imported while one of them can not be had, and is asked for again', async () => {
    const fetchedFirst = await page();
    const load = vi.fn(() => Promise.resolve('code'));
    lost.add('words-2.js');
    await expect(fetchedFirst(load, files, importer)).rejects.toThrow();
    expect(load).not.toHaveBeenCalled();
    lost.clear();
    expect(await fetchedFirst(load, files, importer)).toBe('code');
    expect(asked.filter((file) => file === 'words-2.js')).toHaveLength(2);
  });

  it('that an error came in place of is not there', async () => {
    const fetchedFirst = await page();
    network.use(http.get(address('gone-1.js'), () => new HttpResponse('', { status: 404 })));
    const load = vi.fn(() => Promise.resolve('code'));
    await expect(fetchedFirst(load, ['./gone-1.js'], importer)).rejects.toThrow('404');
    expect(load).not.toHaveBeenCalled();
  });

  it('is asked for once, whoever wants it, and not at all where the page has it', async () => {
    const fetchedFirst = await page();
    const script = document.createElement('link');
    script.rel = 'modulepreload';
    script.href = address('shared-3.js');
    document.head.append(script);
    const load = () => Promise.resolve('code');
    await Promise.all([
      fetchedFirst(load, [...files, './shared-3.js'], importer),
      fetchedFirst(load, files, importer),
    ]);
    expect(asked.toSorted()).toEqual(['rest-1.js', 'words-2.js']);
  });

  it('waits for its styles', async () => {
    const fetchedFirst = await page();
    const load = vi.fn(() => Promise.resolve('code'));
    const coming = fetchedFirst(load, ['./panel-1.js', './panel-2.css'], importer);
    const link = () => document.querySelector<HTMLLinkElement>('link[rel=stylesheet]');
    await vi.waitUntil(() => link() !== null);
    expect(link()?.href).toBe(address('panel-2.css'));
    expect(load).not.toHaveBeenCalled();
    link()?.dispatchEvent(new Event('load'));
    expect(await coming).toBe('code');
  });
});
