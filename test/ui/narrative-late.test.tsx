import { render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { NarrativeToggle } from '../../src/ui/summary/narrative/narrative-toggle.tsx';
import type * as narrativeText from '../../src/ui/summary/narrative/narrative-text.tsx';
import { laterWords } from '../../src/ui/wording/later.ts';
import { narrativeWords } from '../../src/ui/wording/narrative.ts';
import { brokenRules } from './render-app.tsx';

const code = await vi.hoisted(async () => (await import('./code-on-its-way.ts')).codeOnItsWay());
vi.mock('../../src/ui/summary/narrative/narrative-text.tsx', async (original) => {
  const { NarrativeText } = await original<typeof narrativeText>();
  return {
    get NarrativeText() {
      return code.fetched(NarrativeText);
    },
  };
});

const xhtml = '<div xmlns="http://www.w3.org/1999/xhtml"><p>Never give penicillin</p></div>';

/** The text was asked for, its code is lost, and somebody at the keyboard is at the button. */
async function lost() {
  const user = userEvent.setup();
  const { container } = render(
    <NarrativeToggle narrative={{ xhtml, saysMore: true }} about="Penicillin" />,
  );
  await user.tab();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('status')).toHaveTextContent(laterWords.loading);
  await code.isLost();
  expect(screen.getByRole('alert')).toHaveTextContent(laterWords.failed);
  await user.tab();
  expect(again()).toHaveFocus();
  return { user, container };
}

const again = () => screen.getByRole('button', { name: laterWords.tryAgain });

// What has come once stays: that it comes is the last that is tested here.
describe('a source’s own text whose code can not be fetched', () => {
  it('keeps the focus at its button while it is tried again, and is said to be lost anew', async () => {
    const { user, container } = await lost();
    const said = screen.getByRole('alert');
    const button = again();
    await user.keyboard('{Enter}');
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByRole('status')).toHaveTextContent(laterWords.loading);
    await code.isLost();
    expect(button).toHaveFocus();
    expect(screen.getByRole('alert')).not.toBe(said);
    expect(await brokenRules(container)).toEqual([]);
  });

  it('has the focus once it comes of a further try, from its first words', async () => {
    const { user } = await lost();
    await user.keyboard('{Enter}');
    await code.comes();
    expect(screen.getByText('Never give penicillin')).toBeVisible();
    expect(screen.queryByText(laterWords.failed)).toBeNull();
    expect(screen.getByText(narrativeWords.asWritten).parentElement).toHaveFocus();
  });
});
