import { screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { describe, expect, it, vi } from 'vitest';
import type { DocumentView } from '../../src/flow/state.ts';
import type { Intent } from '../../src/ui/intent.ts';
import { LetterLayer } from '../../src/ui/summary/letters/letter-layer.tsx';
import type * as letterViewer from '../../src/ui/summary/letters/letter-viewer.tsx';
import { laterWords } from '../../src/ui/wording/later.ts';
import { failure } from './fixtures.ts';
import { letter } from './items.ts';
import { renderPart } from './record-view.tsx';

const code = await vi.hoisted(async () => (await import('./code-on-its-way.ts')).codeOnItsWay());
vi.mock('../../src/ui/summary/letters/letter-viewer.tsx', async (original) => {
  const { LetterViewer } = await original<typeof letterViewer>();
  return {
    get LetterViewer() {
      return code.fetched(LetterViewer);
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
  const { user } = renderPart(<Layer />, [summary], { send });
  const opener = screen.getByRole('button', { name: 'Open it' });
  opener.focus();
  await user.keyboard('{Enter}');
  return { user, sent, opener };
}

/** The viewer is lost, and somebody at the keyboard has gone from the title to the button. */
async function lost() {
  const { user } = await opened();
  await code.isLost();
  await user.tab();
  expect(again()).toHaveFocus();
  return user;
}

const again = () => screen.getByRole('button', { name: laterWords.tryAgain });
const back = () => screen.getByRole('button', { name: 'Back to summary' });
const heading = () => screen.getByRole('heading', { name: 'Discharge summary' });

// What has come once stays: that it comes is the last that is tested here.
describe('a letter whose viewer can not be fetched', () => {
  it('says so under its title, which has the focus, and leads back', async () => {
    const { user, sent, opener } = await opened();
    expect(heading()).toHaveFocus();
    await code.isLost();
    expect(screen.getByRole('alert')).toHaveTextContent(laterWords.failed);
    expect(heading()).toHaveFocus();
    await user.click(back());
    expect(sent).toEqual([{ type: 'close-document' }]);
    expect(opener).toHaveFocus();
  });

  it('keeps the focus at its button while it is tried again, and is said to be lost anew', async () => {
    const user = await lost();
    const said = screen.getByRole('alert');
    const button = again();
    await user.keyboard('{Enter}');
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByRole('status')).toHaveTextContent(laterWords.loading);
    await code.isLost();
    expect(button).toHaveFocus();
    expect(screen.getByRole('alert')).not.toBe(said);
  });

  it('is opened on a further try, with the focus on its title again', async () => {
    const user = await lost();
    await user.keyboard('{Enter}');
    const title = heading();
    await code.comes();
    expect(screen.getByText(/This is how .* wrote it/)).toBeVisible();
    expect(screen.queryByText(laterWords.failed)).toBeNull();
    // The very one that stood there all the time.
    expect(title).toHaveFocus();
  });
});
