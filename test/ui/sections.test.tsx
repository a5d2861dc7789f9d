import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/domain/summary/item.ts';
import { gp, oh, on, ouh, report, sc, showing } from './fixtures.ts';
import { immunisation, letter, problem, result } from './items.ts';
import { renderApp } from './render-app.tsx';

const answered = [gp, ouh, oh, sc].map((source) => report(source, 'answered'));

function open(...items: readonly Item[]) {
  return renderApp(showing({ items, sources: answered }));
}

function section(name: RegExp | string) {
  return within(screen.getByRole('region', { name }));
}

describe('problems', () => {
  it('keep past ones folded, and say how sure their author was', async () => {
    const { user } = open(
      problem('Pneumonia', { status: 'past', ended: on('2019-02') }),
      problem('Heart failure', { certainty: 'suspected' }),
    );
    const problems = section('Problems');
    expect(problems.getByText('1 active, 1 past')).toBeVisible();
    expect(problems.getByRole('listitem')).toHaveTextContent('Heart failure: suspected');
    expect(problems.queryByText('Pneumonia')).toBeNull();
    await user.click(problems.getByRole('button', { name: 'Past (1)' }));
    const past = problems.getByText('Pneumonia').closest('li');
    expect(past).toHaveTextContent(/Pneumonia Past: ended Feb-2019/);
  });
});

describe('results', () => {
  it('say a normal flag without the emphasis of an abnormal one', () => {
    open(
      result('Potassium', { value: '6.1 mmol/L', flag: { words: 'High', normal: false } }),
      result('Sodium', { value: '138 mmol/L', flag: { words: 'Normal', normal: true } }),
    );
    const results = section(/^Results/);
    expect(results.getByText('High')).toHaveClass('mark');
    expect(results.getByText(/Normal/)).not.toHaveClass('mark');
  });

  it('come newest first with the source’s own flag, range, status and comment beside the value', () => {
    open(
      result('Potassium', {
        value: '6.1 mmol/L',
        flag: { words: 'High', normal: false },
        status: 'preliminary',
        range: '3.5 to 5.3 mmol/L',
        note: 'haemolysed',
        date: on('2026-11-19T18:02:00Z'),
      }),
      result('Potassium', { value: '4.6 mmol/L', date: on('2026-11-20T09:14:00Z') }),
      result('Culture', { date: on('2026-02') }),
    );
    const rows = section(/^Results/).getAllByRole('listitem');
    expect(rows.map((row) => row.querySelector('p')?.textContent)).toEqual([
      'Potassium 4.6 mmol/L',
      'Potassium 6.1 mmol/L High preliminary: range 3.5 to 5.3 mmol/L · haemolysed',
      'Culture No value',
    ]);
    expect(rows[0]).toHaveTextContent('20-Nov-2026 09:14');
  });
});

describe('vaccinations and documents', () => {
  it('mark a vaccine that was not given', () => {
    open(immunisation('MMR vaccine', { given: 'not-given', note: 'parent declined' }));
    expect(section(/^Vaccinations/).getByRole('listitem')).toHaveTextContent(
      'MMR vaccine Not given: parent declined',
    );
  });

  it('list letters by title, author and date, without offering to open them', () => {
    open(letter('Discharge summary', { author: 'John Radcliffe Hospital' }));
    const documents = section(/^Documents/);
    expect(documents.getByRole('listitem')).toHaveTextContent(
      /^Discharge summary: John Radcliffe Hospital 28-Oct-2026/,
    );
    expect(documents.queryByRole('link')).toBeNull();
    expect(documents.queryByRole('button', { name: /^Open/ })).toBeNull();
  });
});
