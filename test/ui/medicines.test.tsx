import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/domain/summary/item.ts';
import { gp, oh, on, ouh, report, sc, showing } from './fixtures.ts';
import { heard } from './heard.ts';
import { gracesItems, medication } from './items.ts';
import { renderApp } from './render-app.tsx';

const sources = [
  report(gp, 'answered', '2026-10-28'),
  report(ouh, 'answered'),
  report(oh, 'timeout'),
  report(sc, 'answered'),
];

function open(...items: readonly Item[]) {
  return renderApp(showing({ items, sources, practice: gp.id }));
}

const medicines = () => within(screen.getByRole('region', { name: 'Medicines' }));
const table = (name: string) => within(medicines().getByRole('table', { name }));
const words = (cells: readonly HTMLElement[]) => cells.map((cell) => cell.textContent);

describe('a course that was completed', () => {
  it('is over, and said so calmly: nobody stopped it', () => {
    renderApp(
      showing({
        items: [medication('Amoxicillin', { status: 'completed', stopped: on('2026-11-12') })],
        sources: [report(gp, 'answered')],
      }),
    );
    const words = within(screen.getByRole('region', { name: 'Medicines' })).getByText(
      /^Completed/,
      {
        selector: 'strong',
      },
    );
    expect(words).toHaveTextContent('Completed 12-Nov-2026');
    expect(words).not.toHaveClass('mark');
    expect(document.body).not.toHaveTextContent(/Stopped 12/);
  });
});

describe('medicines, source by source', () => {
  it('have a column for each source that lists any, and a row for each drug', () => {
    open(...gracesItems());
    const current = table('Current, source by source');
    const columns = current.getAllByRole('columnheader');
    expect(words(columns)).toEqual(['Medicine', 'GP', 'OUH']);
    expect(columns.map(heard)).toEqual([
      'Medicine',
      'Hollow Way Medical Centre',
      'Oxford University Hospitals',
    ]);
    expect(words(current.getAllByRole('rowheader'))).toEqual(
      expect.arrayContaining(['Warfarin differs', 'Apixaban differs']),
    );
  });

  it('say on every line whose it is: stacked, no column does', () => {
    open(
      ...['1', '2', '3', '4', '5', '6', '7'].map((strength) =>
        medication(`Warfarin ${strength} mg tablets`, { dose: `${strength} mg` }),
      ),
      ...['8', '9'].map((strength) =>
        medication(`Warfarin ${strength} mg tablets`, { source: ouh.id, status: 'stopped' }),
      ),
      medication('Apixaban'),
    );
    const current = table('Current, source by source');
    const tagsIn = (row: RegExp) =>
      within(current.getByRole('row', { name: row }))
        .getAllByRole('cell')
        .map((cell) => within(cell).getAllByRole('img').map(heard));
    const [practice, trust] = ['Hollow Way Medical Centre', 'Oxford University Hospitals'];
    expect(tagsIn(/^Warfarin/)).toEqual([Array(7).fill(practice), [trust, trust]]);
    expect(tagsIn(/^Apixaban/)).toEqual([[practice], [trust]]);
  });

  it('say of a complete list that it does not have the drug, and its date', () => {
    open(...gracesItems());
    const row = table('Current, source by source').getByRole('row', { name: /^Apixaban/ });
    const [practice, trust] = within(row).getAllByRole('cell');
    expect(practice).toHaveTextContent(/Not on list, updated 28-Oct-2026/);
    expect(trust).toHaveTextContent(/2.5 mg tablets: 2.5 mg twice daily/);
  });

  it.each([
    ['answered-withheld', /some items withheld/],
    ['timeout', /no answer/],
  ] as const)('never say "not on list" of a source that is %s', (state, why) => {
    const [, ...others] = sources;
    const partial = [report(gp, state, '2026-10-28'), ...others];
    renderApp(showing({ items: gracesItems(), sources: partial, practice: gp.id }));
    const row = table('Current, source by source').getByRole('row', { name: /^Apixaban/ });
    const [practice] = within(row).getAllByRole('cell');
    expect(practice).toHaveTextContent(why);
    expect(practice).not.toHaveTextContent('Not on list');
  });

  it('never call a stopped one current without saying so', () => {
    open(
      medication('Ramipril', { status: 'not-taken' }),
      medication('Digoxin', { status: 'not-stated' }),
      medication('Warfarin', {
        ...{ source: ouh.id, status: 'stopped', stopReason: 'bleed' },
        stopped: on('2026-11-12'),
      }),
      medication('Apixaban', { dose: '2.5 mg twice daily' }),
    );
    expect(words(table('Current, source by source').getAllByRole('rowheader'))).toEqual([
      expect.stringMatching(/^Apixaban/),
    ]);
    expect(
      table('Status not stated, source by source').getByRole('row', { name: /^Digoxin/ }),
    ).toHaveTextContent('Status not stated');
    const ended = table('Completed, stopped or not taken, source by source');
    expect(ended.getByRole('row', { name: /^Ramipril/ })).toHaveTextContent('Not taken');
    expect(ended.getByRole('row', { name: /^Warfarin/ })).toHaveTextContent(
      /Stopped 12-Nov-2026.*: bleed/,
    );
  });

  it('never say "not on list" of a source that held a part of it back', () => {
    const gaps = [{ source: gp.id, section: 'medication', reason: 'withheld' }] as const;
    renderApp(showing({ items: gracesItems(), sources, gaps, practice: gp.id }));
    const row = table('Current, source by source').getByRole('row', { name: /^Apixaban/ });
    expect(within(row).getAllByRole('cell')[0]).toHaveTextContent('withheld');
    expect(within(row).getAllByRole('cell')[0]).not.toHaveTextContent('Not on list');
  });

  it('each by itself, is never among the current ones once it is over', async () => {
    const { user } = open(
      medication('Apixaban'),
      medication('Warfarin', { status: 'stopped' }),
      medication('Ramipril', { status: 'not-taken' }),
    );
    await user.click(screen.getByText('Filters and combining', { selector: 'summary' }));
    await user.click(screen.getByRole('radio', { name: 'Show every entry by itself' }));
    const under = (heading: string) => {
      const group = medicines().getByRole('heading', { name: heading }).parentElement;
      return words(within(group ?? document.body).getAllByRole('listitem'));
    };
    expect(under('Current')).toEqual([expect.stringMatching(/^Apixaban/)]);
    expect(under('Completed, stopped or not taken')).toEqual([
      expect.stringMatching(/^Warfarin: Stopped/),
      expect.stringMatching(/^Ramipril: Not taken/),
    ]);
  });

  it('say that the dose of a current one is not stated', () => {
    open(medication('Apixaban'));
    expect(table('Current, source by source').getByRole('cell')).toHaveTextContent(
      'Dose not stated',
    );
  });

  it('say all that their source says: route, form, course, quantity, prescriber', () => {
    open(
      medication('Apixaban', {
        ...{ dose: '2.5 mg twice daily', route: 'by mouth', form: 'tablet', course: 'Repeat' },
        ...{ quantity: '56 tablets', author: 'Dr Sam Patel', started: on('2026-11-12') },
      }),
    );
    expect(table('Current, source by source').getByRole('cell')).toHaveTextContent(
      /2.5 mg twice daily · by mouth · started 12-Nov-2026.* · tablet · Repeat · 56 tablets · by Dr Sam Patel/,
    );
  });

  it('are never called reconciled', () => {
    open(...gracesItems());
    expect(document.body).not.toHaveTextContent(/reconcil/i);
    expect(medicines().getByText(/^Combined:/)).toBeVisible();
  });

  it('cut short what is over, not what is taken', async () => {
    const old = Array.from({ length: 9 }, (_, year) =>
      medication('Prednisolone 5 mg tablets', {
        ...{ status: 'stopped', dose: `${year + 1} tablets daily` },
        date: on(`20${10 + year}`),
      }),
    );
    const now = ['one', 'two', 'three'].map((dose) =>
      medication('Prednisolone 5 mg tablets', { dose: `${dose} in the morning` }),
    );
    const { user } = open(...old, ...now);
    const cell = table('Current, source by source').getByRole('cell');
    expect(cell).toHaveTextContent(/one in[^]*two in[^]*three in/);
    // Five lines and the button are each said to be whose.
    expect(within(cell).getAllByRole('img')).toHaveLength(6);
    await user.click(within(cell).getByRole('button', { name: '7 more lines about Prednisolone' }));
    expect(within(cell).getAllByText(/Stopped/)).toHaveLength(9);
  });
});
