import { render, screen, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Series } from '../../src/domain/summary/series.ts';
import { Spark, sparkText } from '../../src/ui/summary/look/spark.tsx';
import type * as trendChart from '../../src/ui/summary/look/trend-chart.ts';
import { TrendPanel } from '../../src/ui/summary/look/trend-panel.tsx';
import { gp, on, ouh } from './fixtures.ts';
import { result } from './items.ts';
import { ViewContext } from '../../src/ui/summary/view.ts';
import { potassium, renderPart, seriesOfResults, viewOf } from './record-view.tsx';
import { brokenRules } from './render-app.tsx';

const chart = vi.hoisted(() => ({ breaks: false, shown: [] as number[] }));

/** A canvas needs a real browser; here it is whether the panel drives the chart, and does without. */
vi.mock('../../src/ui/summary/look/trend-chart.ts', (): typeof trendChart => ({
  drawTrend: () => {
    if (chart.breaks) throw new Error('no canvas');
    return { show: (at) => chart.shown.push(at), remove: () => undefined };
  },
}));
beforeEach(() => {
  Object.assign(chart, { breaks: false, shown: [] });
});

const high = { words: 'High', normal: false };
const potassiums = () =>
  seriesOfResults(
    potassium(4.2, '2026-08-02'),
    potassium(6.1, '2026-11-19T18:02:00Z', { flag: high, note: 'haemolysed' }),
    potassium(4.6, '2026-11-20T09:14:00Z'),
  );

function open(series: Series, onClose = () => undefined) {
  return renderPart(<TrendPanel title={series.title} series={[series]} onClose={onClose} />);
}

describe('a trend', () => {
  it('takes the focus to its heading and is closed by its button and by Escape', async () => {
    const onClose = vi.fn();
    const { user } = open(potassiums(), onClose);
    expect(screen.getByRole('heading', { name: 'Trend of Potassium' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: /^Close trend/ }));
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it('is gone through with arrow keys, each point said with what its source said of it', async () => {
    const { user } = open(potassiums());
    const cursor = screen.getByRole('slider', { name: 'Points of Potassium by date' });
    expect(cursor).toHaveAttribute('aria-valuetext', '20-Nov-2026 09:14: 4.6, OUH');
    await vi.waitFor(() => expect(chart.shown).toEqual([2]));
    cursor.focus();
    await user.keyboard('{ArrowLeft}');
    const words = '19-Nov-2026 18:02: 6.1, High, haemolysed, OUH';
    expect(cursor).toHaveAttribute('aria-valuetext', words);
    const said = (each: Element | null) => each?.tagName === 'P' && each.textContent === words;
    expect(screen.getByText((_, each) => said(each))).toBeVisible();
    await user.keyboard('{Home}{ArrowLeft}');
    expect(cursor).toHaveAttribute('aria-valuenow', '1');
    expect(chart.shown).toEqual([2, 1, 0]);
  });

  it('stays on its value when older and newer ones come', async () => {
    const panel = (series: Series) => (
      <ViewContext.Provider value={viewOf([])}>
        <TrendPanel title={series.title} series={[series]} onClose={() => undefined} />
      </ViewContext.Provider>
    );
    const [of, at] = [potassiums(), '2026-11-20T09:14:00Z'];
    const { rerender } = render(panel(of));
    await vi.waitFor(() => expect(chart.shown).toEqual([2]));
    const cursor = screen.getByRole('slider');
    const before = cursor.getAttribute('aria-valuetext');
    cursor.focus();
    const more = seriesOfResults(
      potassium(4, '2026-01-05'),
      ...of.points.map(({ item }) => potassium(item.measure?.value ?? 0, item.date?.iso ?? at)),
      potassium(5, '2026-11-21'),
    );
    rerender(panel({ ...more, key: of.key }));
    expect(cursor).toHaveFocus();
    expect(cursor.getAttribute('aria-valuetext')).toContain('09:14: 4.6');
    expect(before).toContain('09:14: 4.6');
    await vi.waitFor(() => expect(chart.shown).toEqual([2, 3]));
  });

  it('has every value in a table, newest first', () => {
    open(potassiums());
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining('4.6 mmol/L3.5 to 5.3 mmol/L'),
      expect.stringMatching(/6.1 mmol\/L High.*haemolysed/),
      expect.stringContaining('02-Aug-2026'),
    ]);
  });

  it('is the table alone where the chart can not be drawn', async () => {
    chart.breaks = true;
    open(potassiums());
    expect(await screen.findByText(/The chart could not be drawn/)).toBeVisible();
    expect(screen.queryByRole('slider')).toBeNull();
    expect(screen.getByRole('table')).toBeVisible();
  });

  it('names the one range of all points, and what hollow points are', () => {
    open(potassiums());
    expect(screen.getByText(/own range, 3.5 to 5.3/)).toHaveTextContent(/Hollow points/);
  });

  it('names each source’s own range where they differ', () => {
    const of = (source: string, low: number, up: number) =>
      result('Haemoglobin', {
        source,
        value: '168 g/L',
        date: on('2026-11-20'),
        measure: {
          ...{ value: 168, comparator: null, unit: 'g/L', unitCode: 'g/L' },
          ...{ low, high: up },
        },
      });
    open(seriesOfResults(of(ouh.id, 130, 170), of(gp.id, 120, 150)));
    expect(screen.getByText(/Ranges differ: OUH 130 to 170; GP 120 to 150\./)).toBeVisible();
  });

  it('says that a limit is not a value', () => {
    const limit = potassium(5, '2026-11-21');
    const measure = limit.measure && { ...limit.measure, comparator: 'less than' };
    open(seriesOfResults(potassium(4.2, '2026-08-02'), { ...limit, measure }));
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toMatch(
      /: less than 5, OUH$/,
    );
    expect(screen.getByText(/Square points are limits/)).toBeVisible();
  });

  it('has no accessibility problem', async () => {
    const { container } = open(potassiums());
    expect(await brokenRules(container)).toEqual([]);
  });
});

describe('a sparkline', () => {
  it('has its values in words, with the status and comment of each', () => {
    const series = seriesOfResults(
      potassium(4.2, '2026-08-02'),
      potassium(6.1, '2026-11-19', { status: 'preliminary', note: 'haemolysed' }),
    );
    expect(sparkText(series)).toBe('4.2, 6.1 preliminary haemolysed since Aug-2026');
  });

  it('marks what is provisional by a hollow point, and has a band only where all share a range', () => {
    const items = [potassium(4.2, '2026-08-02'), potassium(5, '2026-11-19', { status: 'amended' })];
    const { container } = renderPart(<Spark series={seriesOfResults(...items)} />);
    expect(container.querySelectorAll('.spark__point--hollow')).toHaveLength(1);
    expect(container.querySelectorAll('.spark__band')).toHaveLength(1);
    const measure = items[1]?.measure ?? null;
    const other = potassium(5, '2026-11-20', { measure: measure && { ...measure, high: 6 } });
    const mixed = renderPart(<Spark series={seriesOfResults(...items, other)} />);
    expect(mixed.container.querySelectorAll('.spark__band')).toHaveLength(0);
  });
});
