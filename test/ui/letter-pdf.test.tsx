import { screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { ownScript } from '../../src/ui/summary/letters/trusted-worker.ts';
import { laterWords } from '../../src/ui/wording/later.ts';
import { showing } from './fixtures.ts';
import { letter } from './items.ts';
import { brokenRules, renderApp } from './render-app.tsx';

const pdfFile = vi.hoisted(() => ({
  openPdf: vi.fn<(bytes: Uint8Array) => Promise<unknown>>(),
}));
vi.mock('../../src/ui/summary/letters/pdf-file.ts', () => pdfFile);

const summary = letter('Discharge summary');
const open = showing({ items: [summary] });

describe('a PDF', () => {
  /** Pages come one after the other: on a busy machine that is longer than one look. */
  const patience = { timeout: 10_000 };
  const content = { type: 'pdf', bytes: Uint8Array.of(37) } as const;
  const reading = { type: 'content', content } as const;
  const document = { item: summary.key, file: 0, type: 'read', reading } as const;
  const pdf = { ...open, document };
  const close = vi.fn();
  const fileOf = (pages: number, words = 'Stop warfarin.') => ({
    type: 'open',
    file: {
      pages,
      close,
      draw: () => Promise.resolve(),
      words: (page: number) => Promise.resolve(page === 1 ? words : `Words of page ${page}`),
    },
  });

  it('is read page by page, its words there for those who can not see it', async () => {
    pdfFile.openPdf.mockResolvedValue(fileOf(2));
    const { container, show } = renderApp(pdf);
    expect(await screen.findByText('Words of page 2')).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Page 1 of 2' })).toBeVisible();
    expect(screen.getByText('Stop warfarin.')).toBeInTheDocument();
    expect(await brokenRules(container)).toEqual([]);
    close.mockClear();
    show(open);
    expect(close).toHaveBeenCalledOnce();
  });

  it('of many pages shows more when asked', async () => {
    pdfFile.openPdf.mockResolvedValue(fileOf(23));
    const { user } = renderApp(pdf);
    await user.click(
      await screen.findByRole('button', { name: 'Show 10 more of 23 pages' }, patience),
    );
    expect(await screen.findByText('Words of page 20', undefined, patience)).toBeInTheDocument();
    expect(screen.queryByText('Words of page 21')).toBeNull();
  });

  it('can be enlarged, and read as text', async () => {
    pdfFile.openPdf.mockResolvedValue(fileOf(1));
    const { user } = renderApp(pdf);
    await user.click(await screen.findByRole('button', { name: 'Larger' }));
    expect(screen.getByRole('region', { name: 'Page 1, enlarged' })).toHaveAttribute(
      'tabindex',
      '0',
    );
    await user.click(screen.getByRole('button', { name: 'Text only' }));
    expect(screen.queryByRole('region', { name: 'Page 1, enlarged' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Show the pages' })).toBeVisible();
  });

  it('that is a scan says that it has no text', async () => {
    pdfFile.openPdf.mockResolvedValue(fileOf(1, ''));
    renderApp(pdf);
    expect(await screen.findByText('This page is a picture without text.')).toBeInTheDocument();
  });

  it('that is damaged says so, and nothing else happens', async () => {
    pdfFile.openPdf.mockResolvedValue({ type: 'damaged' });
    renderApp(pdf);
    expect(await screen.findByText(/^This PDF is damaged, or locked/)).toBeVisible();
    expect(screen.queryByRole('button', { name: laterWords.tryAgain })).toBeNull();
    expect(screen.getByRole('button', { name: 'Back to summary' })).toBeVisible();
  });

  it('that nothing here could read is not called damaged, and is tried again', async () => {
    pdfFile.openPdf.mockResolvedValue({ type: 'not-read' });
    const { user } = renderApp(pdf);
    const said = await screen.findByText(/^This PDF could not be opened here/);
    expect(screen.queryByText(/damaged/)).toBeNull();
    const again = screen.getByRole('button', { name: laterWords.tryAgain });
    again.focus();
    await user.keyboard('{Enter}');
    await expect.poll(() => screen.getByText(/^This PDF could not be opened here/)).not.toBe(said);
    expect(again).toHaveFocus();
    pdfFile.openPdf.mockResolvedValue(fileOf(1));
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Stop warfarin.')).toBeInTheDocument();
    expect(screen.getByRole('heading', { name: 'Discharge summary' })).toHaveFocus();
  });

  it('that opens after somebody went elsewhere is closed again', async () => {
    let comes = (_: unknown): void => undefined;
    pdfFile.openPdf.mockReturnValue(new Promise((resolve) => (comes = resolve)));
    const { show } = renderApp(pdf);
    await expect.poll(() => pdfFile.openPdf.mock.calls.length).toBeGreaterThan(0);
    close.mockClear();
    show(open);
    comes(fileOf(1));
    await expect.poll(() => close.mock.calls.length).toBe(1);
  });
});

describe('what reads PDFs', () => {
  it('is a script of the page’s own origin', () => {
    expect(ownScript('./assets/worker.mjs')).toBe(`${location.origin}/assets/worker.mjs`);
    for (const url of [
      'https://attack.test/a.js',
      '//attack.test/a.js',
      'data:text/javascript,1',
      'blob:null/1',
    ]) {
      expect(() => ownScript(url)).toThrow(TypeError);
    }
  });
});
