import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { DocumentReading } from '../../src/domain/summary/document-content.ts';
import type { Failure } from '../../src/flow/failure.ts';
import type { DocumentView, Showing } from '../../src/flow/state.ts';
import { failure, ouh, report, showing } from './fixtures.ts';
import { letter } from './items.ts';
import { brokenRules, renderApp } from './render-app.tsx';

const summary = letter('Discharge summary');
const open = showing({ items: [summary], sources: [report(ouh, 'answered')] });
const at = { item: summary.key, file: 0 } as const;
const withLetter = (document: DocumentView): Showing => ({ ...open, document });
const loading = withLetter({ ...at, type: 'loading' });
const failed = (kind: Failure['kind']) =>
  withLetter({ ...at, type: 'failed', failure: { ...failure, kind } });
const read = (reading: DocumentReading) => withLetter({ ...at, type: 'read', reading });
const text = read({ type: 'content', content: { type: 'text', text: 'Stop warfarin.' } });

const heading = () => screen.getByRole('heading', { name: 'Discharge summary' });
const again = () => screen.getByRole('button', { name: 'Try again' });

/** The letter has failed so, and somebody at the keyboard has gone from its title to the button. */
async function lost(kind: Failure['kind'] = 'timeout') {
  const app = renderApp(open);
  app.show(loading);
  app.show(failed(kind));
  expect(heading()).toHaveFocus();
  await app.user.tab();
  expect(again()).toHaveFocus();
  return app;
}

/** The button is pressed, and the letter is on its way again. */
async function triedAgain(kind?: Failure['kind']) {
  const app = await lost(kind);
  await app.user.keyboard('{Enter}');
  app.show(loading);
  return app;
}

describe('a letter that is asked for again', () => {
  it.each<[Failure['kind'], RegExp]>([
    ['offline', /^We could not reach/],
    ['forbidden', /refused\.$/],
    ['bad-answer', /could not read safely\.$/],
  ])('after %s keeps the focus at its button, and says what is done', async (kind, words) => {
    const { user, show, sent, container } = await lost(kind);
    const button = again();
    expect(screen.getByRole('alert')).toHaveTextContent(words);
    await user.keyboard('{Enter}');
    expect(sent).toEqual([{ type: 'open-document', ...at }]);
    show(loading);
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByText('Opening the letter…')).toHaveAttribute('role', 'status');
    expect(screen.queryByRole('alert')).toBeNull();
    await user.keyboard('{Enter}');
    expect(sent).toHaveLength(1);
    expect(await brokenRules(container)).toEqual([]);
  });

  it('in vain is said to have failed anew, and the focus is still at the button', async () => {
    const { user, show, sent } = await lost();
    const said = screen.getByRole('alert');
    const button = again();
    await user.keyboard('{Enter}');
    show(loading);
    show(failed('server'));
    expect(button).toHaveFocus();
    expect(button).not.toHaveAttribute('aria-disabled');
    // One that only changes its words may not be read out again.
    expect(screen.getByRole('alert')).not.toBe(said);
    expect(screen.getByRole('alert')).toHaveTextContent('The Care Summary has a fault.');
    await user.keyboard('{Enter}');
    expect(sent).toHaveLength(2);
  });

  it('has the focus on its title once it comes', async () => {
    const { show } = await triedAgain();
    show(text);
    expect(heading()).toHaveFocus();
    expect(await screen.findByText('Stop warfarin.')).toBeVisible();
    expect(heading()).toHaveFocus();
  });

  it('has the focus on its title where it comes and is not shown', async () => {
    const { show } = await triedAgain();
    show(read({ type: 'altered' }));
    expect(screen.getByRole('alert')).toHaveTextContent(/not the one that the record speaks of/);
    expect(heading()).toHaveFocus();
  });

  it.each([
    ['at the way back', () => screen.getByRole('button', { name: 'Back to summary' }).focus()],
    ['nowhere', () => again().blur()],
  ])('leaves the focus where somebody has gone meanwhile: %s', async (_, go) => {
    const { show } = await triedAgain();
    go();
    const there = document.activeElement;
    show(text);
    expect(await screen.findByText('Stop warfarin.')).toBeVisible();
    expect(there).toHaveFocus();
  });

  it('is just on its way where it is opened anew', async () => {
    const { show } = await triedAgain();
    show(open);
    show(loading);
    expect(screen.getByText('Opening the letter…')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });
});
