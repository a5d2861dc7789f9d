import { screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { DocumentReading } from '../../src/domain/summary/document-content.ts';
import type { Attachment } from '../../src/domain/summary/item.ts';
import type { DocumentView, Showing } from '../../src/flow/state.ts';
import { failure, on, ouh, report, showing } from './fixtures.ts';
import { letter } from './items.ts';
import { brokenRules, renderApp } from './render-app.tsx';

const file = (part: Partial<Attachment> = {}): Attachment => ({
  url: 'Binary/1',
  contentType: 'application/pdf',
  title: null,
  size: null,
  hash: null,
  data: null,
  ...part,
});
const summary = letter('Discharge summary', {
  source: ouh.id,
  date: on('2026-11-12'),
  author: 'Dr Ines Moreau',
  status: 'Preliminary',
  attachments: [file()],
});
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const others = [
  letter('About me', { attachments: [file({ contentType: word })] }),
  letter('Two files', { attachments: [file(), file({ contentType: 'text/plain' })] }),
  letter('Without a file'),
];
const open = showing({ items: [summary, ...others], sources: [report(ouh, 'answered')] });
const at = { item: summary.key, file: 0 } as const;
const reading = (document: DocumentView | null): Showing => ({ ...open, document });
const read = (what: DocumentReading) => reading({ ...at, type: 'read', reading: what });
const text = (words: string) => read({ type: 'content', content: { type: 'text', text: words } });
const back = () => screen.getByRole('button', { name: 'Back to summary' });
const documents = () => screen.getByRole('region', { name: 'Documents and letters' });

describe('the list of letters', () => {
  it('names each with its author and status, and opens it by its title and date', async () => {
    const { user, sent, container } = renderApp(open);
    const row = within(documents()).getByText('Discharge summary').closest('li');
    expect(row).toHaveTextContent('Dr Ines Moreau');
    expect(row).toHaveTextContent('Preliminary');
    await user.click(
      within(documents()).getByRole('button', {
        name: 'Open Discharge summary, 12-Nov-2026 (PDF)',
      }),
    );
    expect(sent).toEqual([{ type: 'open-document', ...at }]);
    expect(await brokenRules(container)).toEqual([]);
  });

  it('says what is not opened here, and what did not come', () => {
    renderApp(open);
    const list = within(documents());
    expect(list.getByText('Word document: not opened here. Look in the source.')).toBeVisible();
    expect(list.getByText(/^The letter itself did not come with the summary/)).toBeVisible();
    expect(list.queryByRole('button', { name: /Open About me/ })).toBeNull();
    expect(list.getByRole('button', { name: /file 2 of 2 \(Text\)$/ })).toBeVisible();
  });
});

describe('an open letter', () => {
  it('stands in the place of the summary, under the patient, with who wrote it and its status', async () => {
    const { container, show, user, sent } = renderApp(open);
    show(text('Dear Sam,\n\nStop warfarin.'));
    expect(await screen.findByText(/Stop warfarin\./)).toBeVisible();
    const viewer = screen.getByRole('region', { name: 'Discharge summary' });
    expect(viewer).toHaveTextContent('Status: Preliminary');
    expect(viewer).toHaveTextContent('Dr Ines Moreau · 12-Nov-2026');
    expect(viewer).toHaveTextContent('This is how Oxford University Hospitals wrote it.');
    expect(screen.getByRole('region', { name: 'Patient' })).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Documents and letters' })).toBeNull();
    expect(await brokenRules(container)).toEqual([]);
    await user.click(back());
    expect(sent).toEqual([{ type: 'close-document' }]);
  });

  it('has the focus, and gives it back to the button that opened it', async () => {
    const { show, user, sent } = renderApp(open);
    const opener = screen.getByRole('button', { name: /^Open Discharge summary/ });
    opener.focus();
    show(reading({ ...at, type: 'loading' }));
    expect(screen.getByRole('heading', { name: 'Discharge summary' })).toHaveFocus();
    expect(screen.getByText('Opening the letter…')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(sent).toEqual([{ type: 'close-document' }]);
    show(open);
    expect(opener).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(sent).toHaveLength(1);
  });

  it('that did not come says why, and can be asked for again', async () => {
    const { user, sent } = renderApp(reading({ ...at, type: 'failed', failure }));
    expect(screen.getByRole('alert')).toHaveTextContent('The Care Summary did not answer in time.');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(sent).toEqual([{ type: 'open-document', ...at }]);
  });

  it.each<[DocumentReading, RegExp]>([
    [{ type: 'altered' }, /not the one that the record speaks of/],
    [{ type: 'too-large' }, /too large to be opened here/],
    [{ type: 'elsewhere' }, /does not reach/],
    [{ type: 'not-held' }, /does not have this letter, or holds it back/],
    [{ type: 'not-opened-here', contentType: 'image/tiff' }, /^Scan \(TIFF\): not opened here/],
    [{ type: 'not-opened-here', contentType: 'x/y' }, /^File of the kind x\/y: not opened here/],
    [{ type: 'not-opened-here', contentType: null }, /^File of an unknown kind/],
  ])('that is $type is not shown, and says so', (what, words) => {
    renderApp(read(what));
    expect(screen.getByRole('alert')).toHaveTextContent(words);
    expect(back()).toBeVisible();
  });

  it('is text and nothing else, whatever it looks like', async () => {
    const { container } = renderApp(text('<img src=x onerror=alert(1)> & <b>bold</b>'));
    expect(await screen.findByText(/<b>bold<\/b>/)).toBeVisible();
    expect(container.querySelector('img')).toBeNull();
  });

  it('that is very long begins with its beginning', async () => {
    const { user } = renderApp(text(`${'word '.repeat(30_000)}the end`));
    await user.click(await screen.findByRole('button', { name: 'Show the whole letter' }));
    expect(screen.getByText(/the end$/)).toBeVisible();
  });

  it('is gone when the record closes', () => {
    const { show, container } = renderApp(text('Dear Sam,'));
    show({
      ...{ step: 'closed', key: 'launch-1', reason: { type: 'dissent' } },
      ...{ reached: 'shown', recorded: true },
    });
    expect(container).not.toHaveTextContent('Dear Sam');
  });
});

describe('a picture', () => {
  it('has an address of the page’s own, which ends with it', async () => {
    const made = vi.fn(() => 'blob:here');
    const revoked = vi.fn();
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: made, revokeObjectURL: revoked }));
    const bytes = Uint8Array.of(1, 2, 3);
    const content = { type: 'image', mime: 'image/png', bytes } as const;
    const { show } = renderApp(read({ type: 'content', content }));
    const image = await screen.findByRole('img', {
      name: 'Picture of the letter: Discharge summary',
    });
    expect(image).toHaveAttribute('src', 'blob:here');
    show(open);
    expect(revoked).toHaveBeenCalledWith('blob:here');
  });
});
