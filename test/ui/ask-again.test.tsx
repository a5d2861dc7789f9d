import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { SourceReport } from '../../src/domain/source.ts';
import type { Arrival } from '../../src/flow/state.ts';
import { gp, oh, ouh, participating, report, sc, showing, verified } from './fixtures.ts';
import { renderApp } from './render-app.tsx';

const coverage = [gp, ouh, oh, sc].map((source) => participating(source, source === gp));

function open(others: readonly SourceReport[], arrival: Arrival = 'complete') {
  const answered = [gp, ouh, oh, sc].map((source) => report(source, 'answered'));
  const sources = answered.map(
    (each) => others.find(({ source }) => source === each.source) ?? each,
  );
  return renderApp(showing({ sources }, { verified: verified({ coverage }), arrival }));
}

const again = () => screen.queryByRole('button', { name: 'Ask all again' });

describe('asking again', () => {
  it('is offered once the answer is over and someone did not answer', async () => {
    const { user, sent } = open([report(sc, 'timeout')]);
    await user.click(screen.getByRole('button', { name: 'Ask all again' }));
    expect(sent).toEqual([{ type: 'ask-again' }]);
  });

  it('is one button of one name, behind how many answered', () => {
    open([report(oh, 'failed'), report(sc, 'timeout')]);
    expect(screen.getAllByRole('button', { name: /again/i })).toEqual([again()]);
    // In a window, where the line of sources is not in sight.
    const count = document.querySelector('.sources__count');
    expect(count).toHaveTextContent('2 of 4 answered.');
    expect(count?.nextElementSibling).toBe(again());
  });

  it('is left to that button by the cards, which say what happened', () => {
    open([report(oh, 'failed'), report(sc, 'timeout')]);
    const panel = within(screen.getByRole('region', { name: 'Sources' }));
    const cards = panel.getAllByRole('listitem', { hidden: true });
    const said = cards.map(({ textContent }) => /: ([a-z ]+)\./.exec(textContent)?.[1]);
    expect(said).toEqual(['answered', 'answered', 'failed', 'no answer']);
    for (const card of cards) expect(within(card).queryByRole('button')).toBeNull();
  });

  it('is not offered while sources are still being asked', () => {
    open([report(sc, 'timeout')], 'arriving');
    expect(again()).toBeNull();
  });

  it('is not offered for a practice that does not share, which would not help', () => {
    open([report(gp, 'not-sharing')]);
    expect(again()).toBeNull();
  });
});
