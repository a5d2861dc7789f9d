import { screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { Item } from '../../src/domain/summary/item.ts';
import { gp, oh, on, otherGp, ouh, report, sc, showing, verified } from './fixtures.ts';
import { heard } from './heard.ts';
import { gracesItems, problem } from './items.ts';
import { brokenRules, renderApp } from './render-app.tsx';

const answered = [gp, ouh, oh, sc].map((source) => report(source, 'answered'));

function open(...items: readonly Item[]) {
  return renderApp(showing({ items, sources: answered }));
}

function section(name: RegExp | string) {
  return within(screen.getByRole('region', { name }));
}

describe('the summary', () => {
  it('has no accessibility problem with everything in it', async () => {
    const { container } = renderApp(
      showing({
        items: gracesItems(),
        sources: [...answered.slice(0, 3), report(sc, 'timeout')],
        unshown: [
          { key: 'u', source: ouh.id, what: 'A result', section: 'result', because: 'malformed' },
        ],
      }),
    );
    expect(await brokenRules(container)).toEqual([]);
  });

  it('comes in the order of the first ten seconds', () => {
    open(...gracesItems());
    const headings = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
    expect(headings).toEqual([
      'Resuscitation and emergency plans',
      'Known allergies',
      'Critical medicines',
      'Alerts',
      'Problems',
      'Differences',
      'Latest results',
      'Medicines',
      'Results',
      'Vaccinations',
      'Documents and letters',
      'Timeline',
      'Nothing to show',
      'Access log',
    ]);
  });

  it('says that it is not the full record of any system', () => {
    open();
    expect(
      screen.getByText(
        /^What each system holds now. Not the full record of any system. .* is your/,
      ),
    ).toBeVisible();
  });

  it('names the source of every item in full and dates it', () => {
    open(problem('Heart failure', { source: ouh.id, date: on('2021-08') }));
    const row = section('Problems').getByRole('listitem');
    const tag = within(row).getByRole('img', { name: 'Oxford University Hospitals' });
    expect(tag).toHaveTextContent(/^OUH$/);
    expect(row).toHaveTextContent('Aug-2021');
  });

  it('dates an item by when it was recorded where nothing else is known, and says so', () => {
    open(problem('Heart failure', { date: null, recorded: on('2026-11-12') }));
    const row = section('Problems').getByRole('listitem');
    expect(row).toHaveTextContent(/recorded 12-Nov-2026/);
  });

  it('says that an item has no date', () => {
    open(problem('Heart failure', { date: null }));
    expect(section('Problems').getByRole('listitem')).toHaveTextContent('No date');
  });

  it('names the practice where two tags would both say GP', () => {
    renderApp(
      showing({
        items: [problem('Asthma')],
        sources: [...answered, report(otherGp, 'answered')],
      }),
    );
    const row = section('Problems').getByRole('listitem');
    expect(within(row).getByTitle(gp.name)).toHaveTextContent(gp.name);
    expect(row).not.toHaveTextContent('GP');
  });

  it('shows codes and the day of recording only on demand', async () => {
    const { user } = open(
      problem('Heart failure', {
        recorded: on('2021-08-09'),
        codes: [{ system: 'http://snomed.info/sct', code: '84114007', display: 'Heart failure' }],
      }),
    );
    const row = section('Problems').getByRole('listitem');
    const more = within(row).getByRole('button', { name: 'More about Heart failure' });
    expect(more).toHaveAttribute('aria-expanded', 'false');
    expect(row).not.toHaveTextContent('84114007');
    await user.click(more);
    expect(more).toHaveAttribute('aria-expanded', 'true');
    expect(row).toHaveTextContent('84114007 · SNOMED CT');
    expect(row).toHaveTextContent('Recorded09-Aug-2021');
  });

  it('counts and names what could not be shown', () => {
    renderApp(
      showing({
        sources: answered,
        unshown: [
          {
            key: '1',
            source: ouh.id,
            what: 'A medicine',
            section: 'medication',
            because: 'not-understood',
          },
          { key: '2', source: gp.id, what: 'A result', section: 'result', because: 'malformed' },
          {
            key: '3',
            source: gp.id,
            what: 'Visits: encounter',
            section: 'other',
            because: 'not-in-this-view',
          },
        ],
      }),
    );
    expect(screen.getByRole('heading', { name: '1 other item is not in this view' })).toBeVisible();
    const unshown = section('2 items could not be shown');
    expect(unshown.getAllByRole('listitem').map(heard)).toEqual([
      'Oxford University Hospitals A medicine: it says something this view does not understand',
      'Hollow Way Medical Centre A result: it could not be read',
    ]);
  });

  it('is closed by its own button', async () => {
    const { user, sent } = open();
    await user.click(screen.getByRole('button', { name: 'Close record' }));
    expect(sent).toEqual([{ type: 'end' }]);
  });

  it('jumps to a section with focus and leaves the address alone', async () => {
    const scrolled = vi.fn();
    Element.prototype.scrollIntoView = scrolled;
    const { user } = open(problem('Asthma'));
    await user.click(screen.getByRole('button', { name: 'Sections' }));
    await user.click(screen.getByRole('link', { name: 'Problems 1' }));
    expect(screen.getByRole('heading', { name: /^Problems/ })).toHaveFocus();
    expect(scrolled).toHaveBeenCalledOnce();
    expect(location.hash).toBe('');
    expect(screen.getByRole('button', { name: 'Sections' })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
  });
});

describe('a long list', () => {
  it('shows a few, then 50 more at a time with focus on the first new one', async () => {
    const { user } = open(
      ...Array.from({ length: 120 }, (_, index) => problem(`Problem ${String(index + 1)}`)),
    );
    const problems = section('Problems');
    expect(problems.getAllByRole('listitem')).toHaveLength(5);
    expect(problems.getByText('120 active')).toBeVisible();
    await user.click(problems.getByRole('button', { name: '115 more active' }));
    const rows = problems.getAllByRole('listitem');
    expect(rows).toHaveLength(55);
    expect(rows[5]).toHaveFocus();
    await user.click(problems.getByRole('button', { name: '65 more active' }));
    await user.click(problems.getByRole('button', { name: '15 more active' }));
    expect(problems.getAllByRole('listitem')).toHaveLength(120);
    expect(problems.queryByRole('button', { name: /more active/ })).toBeNull();
  });
});

describe('a part that arrives late', () => {
  it('is added to what is read, which stays the same element', () => {
    const first = problem('Asthma', { date: on('2020') });
    const { show } = open(first);
    const before = section(/^Problems/).getByText('Asthma');
    show(
      showing({
        items: [first, problem('Eczema', { source: oh.id, date: on('2010') })],
        sources: answered,
      }),
    );
    expect(section(/^Problems/).getByText('Asthma')).toBe(before);
    expect(section(/^Problems/).getByText('Eczema')).toBeVisible();
  });
});

it('shows nothing of a summary that the wrong patient’s screen had', () => {
  const { show } = open(problem('Asthma'));
  show({
    step: 'closed',
    key: 'launch-1',
    reason: { type: 'wrong-patient' },
    reached: 'shown',
    recorded: false,
  });
  expect(document.body).not.toHaveTextContent('Asthma');
});

it('keeps expected sources in sight that never reported', () => {
  renderApp(showing({ sources: [report(gp, 'answered')] }, { verified: verified() }));
  expect(section('Sources').getByRole('status')).toHaveTextContent(
    '1 of 4 answered. Oxford University Hospitals: broke off.',
  );
});
