import { act, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DocumentView } from '../../src/flow/state.ts';
import type { Intent } from '../../src/ui/intent.ts';
import { LetterLayer } from '../../src/ui/summary/letters/letter-layer.tsx';
import type * as letterViewer from '../../src/ui/summary/letters/letter-viewer.tsx';
import { laterWords } from '../../src/ui/wording/later.ts';
import { failure } from './fixtures.ts';
import { letter } from './items.ts';
import { renderPart } from './record-view.tsx';

const code = vi.hoisted(() => ({ comes: false }));
vi.mock('../../src/ui/summary/letters/letter-viewer.tsx', async (original) => {
  const { LetterViewer } = await original<typeof letterViewer>();
  return {
    get LetterViewer() {
      if (!code.comes) throw new TypeError('Failed to fetch dynamically imported module');
      return LetterViewer;
    },
  };
});

const summary = letter('Discharge summary');
const view: DocumentView = { item: summary.key, file: 0, type: 'failed', failure };

/** The layer as the flow drives it: a letter is opened by its button, and closed on demand. */
function Layer() {
  const [open, setOpen] = useState(false);
  close = () => setOpen(false);
  return (
    <LetterLayer view={open ? view : null}>
      <button type="button" onClick={() => setOpen(true)}>
        Open it
      </button>
    </LetterLayer>
  );
}
let close = (): void => undefined;

async function opened() {
  const sent: Intent[] = [];
  const send = (intent: Intent) => {
    sent.push(intent);
    if (intent.type === 'close-document') close();
  };
  renderPart(<Layer />, [summary], { send });
  const opener = screen.getByRole('button', { name: 'Open it' });
  opener.focus();
  await press('Open it');
  return { sent, opener };
}

const press = (name: string) => act(() => screen.getByRole('button', { name }).click());
const heading = () => screen.getByRole('heading', { name: 'Discharge summary' });

beforeEach(() => {
  code.comes = false;
});

describe('a letter whose viewer can not be fetched', () => {
  it('says so under its title, which has the focus, and leads back', async () => {
    const { sent, opener } = await opened();
    expect(heading()).toHaveFocus();
    expect(await screen.findByRole('alert')).toHaveTextContent(laterWords.failed);
    await press('Back to summary');
    expect(sent).toEqual([{ type: 'close-document' }]);
    expect(opener).toHaveFocus();
  });

  it('is opened on a further try, with the focus on its title again', async () => {
    await opened();
    (await screen.findByRole('button', { name: laterWords.tryAgain })).focus();
    code.comes = true;
    await press(laterWords.tryAgain);
    expect(await screen.findByText(/This is how .* wrote it/)).toBeVisible();
    expect(screen.queryByText(laterWords.failed)).toBeNull();
    expect(heading()).toHaveFocus();
  });
});
