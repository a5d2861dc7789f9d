import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/domain/summary/item.ts';
import { gp, oh, on, ouh, report, sc, showing } from './fixtures.ts';
import { immunisation, letter, medication, problem, result } from './items.ts';
import { renderApp } from './render-app.tsx';

const answered = [gp, ouh, oh, sc].map((source) => report(source, 'answered'));

function open(...items: readonly Item[]) {
  return renderApp(showing({ items, sources: answered }));
}

function section(name: RegExp | string) {
  return within(screen.getByRole('region', { name }));
}

describe('medicines', () => {
  it('come current first, and a stopped one is never among them', () => {
    open(
      medication('Warfarin', {
        source: ouh.id,
        status: 'stopped',
        stopped: on('2026-11-12'),
        stopReason: 'bleed',
        date: on('2026-11-12'),
      }),
      medication('Ramipril', { status: 'not-taken' }),
      medication('Apixaban', { dose: '2.5 mg twice daily', lastIssued: on('2026-10-28') }),
      medication('Digoxin', { status: 'not-stated' }),
    );
    const group = (name: string) => {
      const heading = section(/^Medicines/).getByRole('heading', { name });
      return heading.parentElement;
    };
    expect(group('Current')).toHaveTextContent(
      /Apixaban: 2.5 mg twice daily, last issued 28-Oct-2026/,
    );
    expect(group('Current')).not.toHaveTextContent(/Warfarin|Ramipril|Digoxin/);
    expect(group('Status not stated')).toHaveTextContent('Digoxin');
    expect(group('Stopped or not taken')).toHaveTextContent(
      /Warfarin Stopped 12-Nov-2026.*\(bleed\)/,
    );
    expect(group('Stopped or not taken')).toHaveTextContent('Ramipril Not taken');
  });

  it('say that the dose of a current one is not stated', () => {
    open(medication('Apixaban'));
    expect(section(/^Medicines/).getByRole('listitem')).toHaveTextContent(
      'Apixaban: Dose not stated',
    );
  });
});

describe('problems', () => {
  it('keep past ones apart and say how sure their author was', () => {
    open(
      problem('Pneumonia', { status: 'past', ended: on('2019-02') }),
      problem('Heart failure', { certainty: 'suspected' }),
    );
    const active = section(/^Problems/).getByRole('heading', { name: 'Active' }).parentElement;
    expect(active).toHaveTextContent('Heart failure: suspected');
    expect(active).not.toHaveTextContent('Pneumonia');
    const past = section(/^Problems/).getByRole('heading', { name: 'Past' }).parentElement;
    expect(past).toHaveTextContent(/Pneumonia, ended Feb-2019/);
  });
});

describe('results', () => {
  it('say a normal flag without the emphasis of an abnormal one', () => {
    open(
      result('Potassium', { value: '6.1 mmol/L', flag: { words: 'High', normal: false } }),
      result('Sodium', { value: '138 mmol/L', flag: { words: 'Normal', normal: true } }),
    );
    expect(screen.getByText('High')).toHaveClass('mark');
    expect(screen.getByText(/Normal/)).not.toHaveClass('mark');
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
      'Discharge summary: John Radcliffe Hospital28-Oct-2026',
    );
    expect(documents.queryByRole('link')).toBeNull();
    expect(documents.queryByRole('button')).toBeNull();
  });
});
