import { screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type * as letterContent from '../../src/ui/summary/letters/letter-content.tsx';
import { laterWords } from '../../src/ui/wording/later.ts';
import { ouh, report, showing } from './fixtures.ts';
import { letter } from './items.ts';
import { renderApp } from './render-app.tsx';

const code = await vi.hoisted(async () => (await import('./code-on-its-way.ts')).codeOnItsWay());
vi.mock('../../src/ui/summary/letters/letter-content.tsx', async (original) => {
  const { LetterContent } = await original<typeof letterContent>();
  return {
    get LetterContent() {
      return code.fetched(LetterContent);
    },
  };
});

const summary = letter('Discharge summary');
const open = showing({ items: [summary], sources: [report(ouh, 'answered')] });
const content = { type: 'text', text: 'Stop warfarin.' } as const;

/** The letter has come; what draws it has not, and somebody at the keyboard is at the button. */
async function lost() {
  const app = renderApp(open);
  app.show({
    ...open,
    document: { item: summary.key, file: 0, type: 'read', reading: { type: 'content', content } },
  });
  expect(screen.getByText('Opening the letter…')).toBeVisible();
  await code.isLost();
  expect(screen.getByRole('alert')).toHaveTextContent(laterWords.failed);
  expect(heading()).toHaveFocus();
  await app.user.tab();
  expect(again()).toHaveFocus();
  return app;
}

const heading = () => screen.getByRole('heading', { name: 'Discharge summary' });
const again = () => screen.getByRole('button', { name: laterWords.tryAgain });

// What has come once stays: that it comes is the last that is tested here.
describe('what draws a letter, where it can not be fetched', () => {
  it('keeps the focus at its button while it is tried again, and is said to be lost anew', async () => {
    const { user } = await lost();
    const said = screen.getByRole('alert');
    const button = again();
    await user.keyboard('{Enter}');
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByText(laterWords.loading)).toHaveAttribute('role', 'status');
    await code.isLost();
    expect(button).toHaveFocus();
    expect(screen.getByRole('alert')).not.toBe(said);
  });

  it('draws it on a further try, with the focus on its title', async () => {
    const { user } = await lost();
    await user.keyboard('{Enter}');
    await code.comes();
    expect(screen.getByText('Stop warfarin.')).toBeVisible();
    expect(screen.queryByText(laterWords.failed)).toBeNull();
    expect(heading()).toHaveFocus();
  });
});
