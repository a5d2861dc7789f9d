import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/domain/summary/item.ts';
import { gp, oh, on, ouh, report, sc, showing } from './fixtures.ts';
import { entry, problem } from './items.ts';
import { brokenRules, renderApp } from './render-app.tsx';

const answered = [gp, ouh, oh, sc].map((source) => report(source, 'answered'));

function open(...items: readonly Item[]) {
  return renderApp(showing({ items, sources: answered }));
}

const section = (name: RegExp | string) => within(screen.getByRole('region', { name }));

describe('an entry', () => {
  it('says what it is, when, who and where, and who says so', () => {
    open(
      entry('encounter', 'Emergency admission', {
        ...{ source: ouh.id, standing: 'past', value: 'Inpatient stay' },
        ...{ date: on('2026-11-08'), ended: on('2026-11-12') },
        details: [
          { label: 'Ward', text: '7B' },
          { label: 'Who', text: 'Dr Ines Moreau' },
        ],
      }),
    );
    const row = section('Admissions and visits').getByRole('listitem');
    expect(row).toHaveTextContent(/Emergency admission: Inpatient stay/);
    expect(row).toHaveTextContent(/Ward 7B · Who Dr Ines Moreau/);
    expect(row).toHaveTextContent(/08-Nov-2026.* to 12-Nov-2026/);
    expect(within(row).getByTitle('Oxford University Hospitals')).toBeVisible();
  });

  it.each([
    ['not-done', 'Not done'],
    ['planned', 'Planned'],
    ['not-stated', 'Status not stated'],
  ] as const)('that is %s says so in bold', (standing, words) => {
    open(entry('procedure', 'Gastroscopy', { standing }));
    expect(section('Procedures').getByText(words)).toHaveClass('mark');
  });

  it('that is over, refused or cancelled is folded away from what holds', async () => {
    const { user } = open(
      entry('alert', 'Steroid dependent'),
      entry('alert', 'MRSA carrier', { standing: 'past' }),
      entry('alert', 'Latex', { standing: 'not-done', status: 'Refuted' }),
    );
    const alerts = section('Alerts');
    expect(alerts.getByRole('listitem')).toHaveTextContent('Steroid dependent');
    await user.click(alerts.getByRole('button', { name: 'Past (1)' }));
    expect(alerts.getByText('MRSA carrier').closest('li')).toHaveTextContent('MRSA carrier Past');
    await user.click(alerts.getByRole('button', { name: 'Not done, refused or cancelled (1)' }));
    expect(alerts.getByText('Latex').closest('li')).toHaveTextContent('Latex Not done · Refuted');
  });

  it('of no section of ours stands under the title it was sent with, in the order sent', () => {
    open(
      entry('other', 'Trial of rivastigmine', { section: 'Research', date: on('2010') }),
      entry('other', 'Father: stroke', { section: 'Family history', date: on('2026-01-01') }),
    );
    const titles = section('Other').getAllByRole('heading', { level: 3 });
    expect(titles.map((title) => title.textContent)).toEqual(['Research', 'Family history']);
  });
});

describe('a row of two sources', () => {
  const code = { system: 'http://snomed.info/sct', code: '49436004', display: null };
  const both = () => [
    problem('Atrial fibrillation', { codes: [code], date: on('2016'), author: 'Dr Sam Patel' }),
    problem('Atrial fibrillation', { codes: [code], source: ouh.id, date: on('2016-05') }),
  ];

  it('explains itself, with each original in its own words', async () => {
    const { user, container } = open(...both());
    const problems = section('Problems');
    const row = problems.getByRole('listitem');
    expect(within(row).getByTitle(gp.name)).toBeVisible();
    expect(within(row).getByTitle(ouh.name)).toBeVisible();
    await user.click(within(row).getByRole('button', { name: /^More/ }));
    expect(row).toHaveTextContent(/Combined: same code and status, from (OUH and GP|GP and OUH)\./);
    expect(row).toHaveTextContent('As Oxford University Hospitals has it: Atrial fibrillation');
    expect(row).toHaveTextContent('As Hollow Way Medical Centre has it: Atrial fibrillation');
    expect(row).toHaveTextContent('ByDr Sam Patel');
    expect(await brokenRules(container)).toEqual([]);
  });

  it('comes apart where every entry is wanted by itself, which stays in sight', async () => {
    const { user } = open(...both());
    await user.click(screen.getByText('Filters and combining', { selector: 'summary' }));
    await user.click(screen.getByRole('radio', { name: 'Show every entry by itself' }));
    expect(section('Problems').getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText('Filters on:').parentElement).toHaveTextContent(
      'every entry by itself',
    );
    await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
    expect(section('Problems').getAllByRole('listitem')).toHaveLength(1);
  });
});
