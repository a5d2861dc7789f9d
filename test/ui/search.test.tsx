import { screen, within } from '@testing-library/preact';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { SearchBox } from '../../src/ui/summary/find/search-box.tsx';
import { Medicines } from '../../src/ui/summary/medicines.tsx';
import { on, ouh } from './fixtures.ts';
import { allergy, entry, gracesItems, immunisation, medication, problem, result } from './items.ts';
import { renderPart } from './record-view.tsx';
import { brokenRules } from './render-app.tsx';

const box = () => screen.getByRole('searchbox', { name: 'Search the whole summary' });
const hits = () => within(screen.getByRole('region', { name: 'Search results' }));
/** Types, and lets the frames pass in which the search catches up. */
async function search(user: UserEvent, words: string): Promise<void> {
  await user.type(box(), words);
  for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
}
const found = (words: string | RegExp) => screen.findByText(words);

describe('the search', () => {
  it('finds as one types, says how many, and lists by section in reading order', async () => {
    const { user } = renderPart(<SearchBox />, [
      result('Warfarin level', { value: '1' }),
      problem('Warfarin poisoning'),
      medication('Warfarin 1 mg tablets', { dose: 'as per INR' }),
      allergy('Warfarin'),
      problem('Asthma'),
    ]);
    await search(user, 'warf');
    expect(await found('4 found')).toHaveAttribute('role', 'status');
    const headings = hits().getAllByRole('heading', { level: 2 });
    expect(headings.map(({ textContent }) => textContent)).toEqual([
      'Allergies 1',
      'Medicines 1',
      'Problems 1',
      'Results 1',
    ]);
    expect(hits().getAllByText('Warf', { selector: 'mark' })).toHaveLength(4);
  });

  it('says of each hit what its own row says: value, date, source', async () => {
    const { user } = renderPart(<SearchBox />, [
      result('Potassium', {
        ...{ source: ouh.id, value: '6.1 mmol/L', note: 'haemolysed', status: 'preliminary' },
        ...{ flag: { words: 'High', normal: false }, date: on('2026-11-19T18:02:00Z') },
      }),
    ]);
    await search(user, 'potassium');
    await found('1 found');
    const hit = hits().getByRole('listitem');
    expect(hit).toHaveTextContent(/preliminary: 6.1 mmol\/L · High · haemolysed/);
    expect(hit).toHaveTextContent('19-Nov-2026 18:02 OUH');
  });

  it('never gives what is over, refused or not done for a fact that holds', async () => {
    const { user } = renderPart(<SearchBox />, [
      medication('Zz stopped', { status: 'stopped', stopped: on('2026-11-12') }),
      medication('Zz not taken', { status: 'not-taken' }),
      problem('Zz over', { status: 'past', certainty: 'refuted' }),
      allergy('Zz allergy', { status: 'past' }),
      allergy('Zz none', { assertion: 'no-known-allergy' }),
      immunisation('Zz vaccine', { given: 'not-given' }),
      entry('procedure', 'Zz procedure', { standing: 'not-done' }),
    ]);
    await search(user, 'zz');
    await found('7 found');
    const said = (title: string) => {
      const link = hits().getByRole('link', { name: new RegExp(`^Zz ${title},`) });
      return link.parentElement?.textContent ?? '';
    };
    expect(said('stopped')).toMatch(/ Stopped: stopped 12-Nov-2026/);
    expect(said('not taken')).toMatch(/ Not taken$/);
    expect(said('over')).toMatch(/ past: refuted/);
    expect(said('allergy')).toMatch(/ no longer active/);
    expect(said('none')).toMatch(/an assertion, not an allergy/);
    expect(said('vaccine')).toMatch(/ Not given/);
    expect(said('procedure')).toMatch(/ Not done/);
  });

  it('leads to the very line of a medicine, whose source’s it is', async () => {
    Element.prototype.scrollIntoView = vi.fn();
    const codes = [{ system: 'https://dmd.nhs.uk', code: '1', display: null }];
    const { user, container } = renderPart(
      <>
        <SearchBox />
        <Medicines />
      </>,
      [
        medication('Warfarin 1 mg tablets', { codes, dose: 'as per INR' }),
        medication('Warfarin 1 mg tablets', { codes, dose: 'as per INR', source: ouh.id }),
      ],
    );
    await search(user, 'warf');
    await found('2 found');
    for (const link of hits().getAllByRole('link')) {
      await user.click(link);
      expect(document.activeElement).toHaveClass('drug-table__line');
      expect(`#${document.activeElement?.id}`).toBe(link.getAttribute('href'));
    }
    expect(hits().queryByRole('button', { name: /^Go to/ })).toBeNull();
    const ids = [...container.querySelectorAll('[id^="item-"]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('counts safeguarding and shows nothing of it', async () => {
    const { user, container } = renderPart(<SearchBox />, [
      entry('safeguarding', 'Child protection plan', { value: 'neglect' }),
    ]);
    await search(user, 'child');
    await found('1 found');
    expect(hits().getByText(/1 entry. It is shown in its section only/)).toBeVisible();
    expect(container).not.toHaveTextContent(/protection|neglect/);
  });

  it('is emptied by Escape, from the list too', async () => {
    const { user } = renderPart(<SearchBox />, [problem('Asthma')]);
    await search(user, 'asth');
    await found('1 found');
    await user.tab();
    await user.keyboard('{Escape}');
    expect(box()).toHaveValue('');
    expect(box()).toHaveFocus();
    await vi.waitFor(() => expect(screen.queryByRole('region')).toBeNull());
  });

  it('says that nothing was found, not that there is nothing', async () => {
    const { user } = renderPart(<SearchBox />, [problem('Asthma')]);
    await search(user, 'gout');
    expect(await found(/Nothing found in what the sources sent/)).toBeVisible();
  });

  it('shows 30 hits, then 30 more with the focus on the first of them', async () => {
    const many = Array.from({ length: 70 }, (_, index) => problem(`Rash ${index}`));
    const { user } = renderPart(<SearchBox />, many);
    await search(user, 'rash');
    await found('70 found');
    expect(hits().getAllByRole('listitem')).toHaveLength(30);
    await user.click(hits().getByRole('button', { name: 'Show 30 more of 70 found' }));
    expect(hits().getAllByRole('listitem')).toHaveLength(60);
    expect(hits().getAllByRole('listitem')[30]).toHaveFocus();
  });

  it('leads to the item’s row, opening what it is folded into', async () => {
    Element.prototype.scrollIntoView = vi.fn();
    const asthma = problem('Asthma');
    const { user } = renderPart(
      <>
        <SearchBox />
        <details data-testid="fold">
          <p id={`item-${asthma.key}`}>the row</p>
        </details>
      </>,
      [asthma],
    );
    await search(user, 'asth');
    await user.click(await screen.findByRole('link', { name: 'Asthma, go to it in Problems' }));
    expect(screen.getByText('the row')).toHaveFocus();
    expect(screen.getByTestId('fold')).toHaveAttribute('open');
  });

  it('shows an item in full where its row is not drawn, and leads to its section', async () => {
    Element.prototype.scrollIntoView = vi.fn();
    const { user } = renderPart(
      <>
        <SearchBox />
        <h2 id="section-problem" tabIndex={-1}>
          Problems
        </h2>
      </>,
      [problem('Asthma', { note: 'since childhood', author: 'Dr Patel' })],
    );
    await search(user, 'asth');
    await user.click(await screen.findByRole('link', { name: /^Asthma/ }));
    expect(hits().getByRole('listitem')).toHaveTextContent('since childhood · by Dr Patel');
    await user.click(hits().getByRole('button', { name: 'Go to Problems' }));
    expect(screen.getByRole('heading', { name: 'Problems' })).toHaveFocus();
  });

  it('has no accessibility problem', async () => {
    const { user, container } = renderPart(<SearchBox />, gracesItems());
    await search(user, 'war');
    await found('2 found');
    expect(await brokenRules(container)).toEqual([]);
  });
});
