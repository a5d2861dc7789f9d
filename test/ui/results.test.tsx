import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Results } from '../../src/ui/summary/results.tsx';
import { gp, on, ouh } from './fixtures.ts';
import { result } from './items.ts';
import { potassium, renderPart } from './record-view.tsx';
import { brokenRules } from './render-app.tsx';

const high = { words: 'High', normal: false };
const region = () => within(screen.getByRole('region', { name: 'Results' }));
const rows = () =>
  region()
    .queryAllByRole('listitem')
    .filter((row) => row.querySelector('.measured') !== null);
const listed = () => rows().map((row) => row.querySelector('p')?.textContent);

describe('results', () => {
  it('say in words how many older ones are not listed, and list them when asked', async () => {
    const { user } = renderPart(<Results />, [
      potassium(4.6, '2026-11-20T09:14:00Z'),
      result('Ferritin', { value: '20 ug/L', date: on('2025-11-21') }),
      result('Cholesterol', { value: '5.1 mmol/L', date: on('2019') }),
    ]);
    expect(listed()).toHaveLength(1);
    expect(region().getByRole('status')).toHaveTextContent('Not listed: 2 older results.');
    await user.click(region().getByRole('button', { name: 'Show all results' }));
    expect(listed()).toHaveLength(3);
    expect(region().getByRole('status')).toHaveTextContent('');
    expect(region().getByRole('combobox')).toHaveFocus();
  });

  it('with several parts have each of them under More', async () => {
    const part = (title: string, value: string) => ({
      ...{ title, value, codes: [], measure: null, range: null, flag: null },
    });
    const parts = [part('Systolic', '128 mmHg'), part('Diastolic', '70 mmHg')];
    const { user } = renderPart(<Results />, [
      result('Blood pressure', { value: '128/70 mmHg', parts }),
    ]);
    expect(listed()).toEqual(['Blood pressure 128/70 mmHg']);
    await user.click(region().getByRole('button', { name: /^More/ }));
    expect(await region().findByText('Systolic')).toBeVisible();
    expect(region().getByText('Diastolic').nextSibling).toHaveTextContent('70 mmHg');
  });

  it('open the report as its source wrote it', () => {
    const file = { url: 'Binary/b1', contentType: 'application/pdf', title: null };
    renderPart(<Results />, [
      result('CT head', {
        date: on('2026-11-20'),
        attachments: [{ ...file, size: null, hash: null, data: null }],
      }),
    ]);
    expect(region().getByRole('button', { name: /^Open .*CT head/ })).toBeVisible();
    expect(region().queryByText(/no value/i)).toBeNull();
  });

  it('keep one from the year of which only a part is too old, and one without a date', () => {
    renderPart(<Results />, [
      result('Ferritin', { value: '20 ug/L', date: on('2025') }),
      result('Folate', { value: '8 ug/L', date: on('2025-11') }),
      result('Urate', { value: '300 umol/L', date: null }),
    ]);
    expect(listed()).toHaveLength(3);
  });

  it('reach back by the calendar in months of different lengths', async () => {
    const { user } = renderPart(
      <Results />,
      [
        result('Ferritin', { value: '20 ug/L', date: on('2026-02-28') }),
        result('Folate', { value: '8 ug/L', date: on('2026-02-27') }),
      ],
      { now: on('2026-08-31T09:00:00Z') },
    );
    await user.selectOptions(region().getByRole('combobox'), 'Last 6 months');
    expect(listed()).toEqual(['Ferritin 20 ug/L']);
  });

  it('can be those alone that a source flagged, in a part of them too', async () => {
    const { user } = renderPart(<Results />, [
      potassium(6.1, '2026-11-19T18:02:00Z', { flag: high }),
      potassium(4.6, '2026-11-20T09:14:00Z', { flag: { words: 'Normal', normal: true } }),
      result('Sodium', { value: '120 mmol/L', date: on('2026-11-20') }),
      result('Gases', {
        value: 'pH 7.1',
        parts: [
          {
            ...{ title: 'pH', codes: [], value: '7.1', measure: null, range: null },
            flag: { words: 'Low', normal: false },
          },
        ],
      }),
    ]);
    await user.click(region().getByRole('checkbox', { name: /^Abnormal only/ }));
    expect(listed()).toEqual([
      'Potassium 6.1 mmol/L High: range 3.5 to 5.3 mmol/L 6.1, 4.6 since Nov-2026 Trend',
      'Gases pH 7.1pH 7.1 Low',
    ]);
    expect(region().getByRole('button', { name: 'Trend of Potassium' })).toBeVisible();
    expect(region().getByRole('status')).toHaveTextContent(
      'Not listed: 2 results not flagged as abnormal.',
    );
  });

  it('of a source that is left out are counted', () => {
    renderPart(
      <Results />,
      [potassium(4.6, '2026-11-20'), result('Sodium', { source: gp.id, date: on('2026-11-20') })],
      { hidden: new Set([ouh.id]) },
    );
    expect(listed()).toEqual(['Sodium No value']);
    expect(
      region().getByText(/^1 entry of Oxford University Hospitals is filtered out/),
    ).toBeVisible();
  });

  it('of one panel stand together under its title and date', () => {
    const panel = { key: 'p1', title: 'Urea and electrolytes' };
    renderPart(<Results />, [
      potassium(4.6, '2026-11-20T09:14:00Z', { panel }),
      result('Troponin', { value: '5 ng/L', date: on('2026-11-20T09:13:00Z') }),
      result('Sodium', { value: '138 mmol/L', panel, date: on('2026-11-20T09:12:00Z') }),
    ]);
    const [title] = region().getAllByRole('heading', { level: 3 });
    expect(title).toHaveTextContent('Urea and electrolytes, 20-Nov-2026 09:14');
    expect(listed()).toEqual([
      'Potassium 4.6 mmol/L: range 3.5 to 5.3 mmol/L',
      'Sodium 138 mmol/L',
      'Troponin 5 ng/L',
    ]);
  });

  it('of no panel are not read under the panel above them', () => {
    const panel = { key: 'p1', title: 'Full blood count' };
    const inr = (at: string) => result('INR', { value: '2.9', date: on(at) });
    renderPart(<Results />, [
      inr('2026-11-21'),
      result('Platelets', { value: '231', panel, date: on('2026-11-20') }),
      ...[inr('2026-11-19'), inr('2026-11-18')],
      result('Sodium', {
        value: '138',
        panel: { key: 'p2', title: 'U&E' },
        date: on('2026-11-17'),
      }),
      result('CRP', { value: '4', panel: { key: 'p3', title: 'CRP' }, date: on('2026-11-16') }),
    ]);
    const heads = rows().map((row) => within(row).queryByRole('heading')?.textContent);
    expect(heads).toEqual([
      ...[undefined, 'Full blood count, 20-Nov-2026', 'Single results', undefined],
      ...['U&E, 17-Nov-2026', 'Single results'],
    ]);
  });

  it('of one panel come after what the panel itself says', () => {
    const report = result('Urea and electrolytes', {
      value: 'Sample haemolysed',
      date: on('2026-11-19T16:40:00Z'),
    });
    const panel = { key: report.key, title: report.title };
    renderPart(<Results />, [potassium(6.1, '2026-11-19T16:40:00Z', { panel }), report]);
    expect(listed()).toEqual([
      'Urea and electrolytes Sample haemolysed',
      'Potassium 6.1 mmol/L: range 3.5 to 5.3 mmol/L',
    ]);
    expect(region().getAllByRole('heading', { level: 3 })).toHaveLength(1);
  });

  it('are filtered before a long list is cut', async () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      result(`Test ${index}`, {
        value: '1',
        date: on('2026-11-01'),
        flag: index < 5 ? high : null,
      }),
    );
    const { user } = renderPart(<Results />, many);
    expect(listed()).toHaveLength(12);
    expect(region().getByRole('button', { name: 'Show 48 more of 60' })).toBeVisible();
    await user.click(region().getByRole('checkbox'));
    expect(listed()).toHaveLength(5);
    expect(region().queryByRole('button', { name: /more of/ })).toBeNull();
  });

  it('draw a test’s shape once, on its newest line, and offer its trend on each', () => {
    const { container } = renderPart(<Results />, [
      potassium(6.1, '2026-11-19T18:02:00Z', { note: 'haemolysed' }),
      potassium(4.6, '2026-11-20T09:14:00Z'),
      result('Sodium', { value: '138 mmol/L', date: on('2026-11-20') }),
    ]);
    expect(container.querySelectorAll('svg')).toHaveLength(1);
    expect(rows()[0]).toHaveTextContent(/6.1 haemolysed, 4.6 since Nov-2026/);
    expect(region().getAllByRole('button', { name: /^Trend/ })).toHaveLength(2);
  });

  it('have no accessibility problem', async () => {
    const { container } = renderPart(<Results />, [
      potassium(6.1, '2026-11-19T18:02:00Z', { flag: high, status: 'preliminary' }),
      potassium(4.6, '2019-11-20T09:14:00Z'),
    ]);
    expect(await brokenRules(container)).toEqual([]);
  });
});
