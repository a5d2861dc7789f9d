/** A part of the open record, without the rest of the screen around it. */
import { render } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import type { ComponentChildren } from 'preact';
import type { Item, Result } from '../../src/domain/summary/item.ts';
import type { Point, Series } from '../../src/domain/summary/series.ts';
import { emptySummary } from '../../src/domain/summary/summary.ts';
import { sourceNames, SourceNamesContext } from '../../src/ui/summary/source-names.ts';
import { type View, ViewContext } from '../../src/ui/summary/view.ts';
import { gp, now, oh, on, ouh, policy, report, sc } from './fixtures.ts';
import { result } from './items.ts';

const sources = [gp, ouh, oh, sc].map((source) => report(source, 'answered'));

/** What a part is drawn from, see {@link renderPart}. */
export function viewOf(items: readonly Item[], changes: Partial<View> = {}): View {
  return {
    summary: { ...emptySummary, items, sources },
    send: () => undefined,
    ...{ now, policy, since: null, late: new Set(), combined: true, hidden: new Set() },
    ...{ isRead: false, hasDied: false },
    ...changes,
  };
}

/** Renders a part over these items; every source answered and nothing is hidden, unless said. */
export function renderPart(
  part: ComponentChildren,
  items: readonly Item[] = [],
  changes: Partial<View> = {},
) {
  const view = viewOf(items, changes);
  const { container } = render(
    <SourceNamesContext.Provider value={sourceNames(sources, [])}>
      <ViewContext.Provider value={view}>{part}</ViewContext.Provider>
    </SourceNamesContext.Provider>,
  );
  return { container, user: userEvent.setup() };
}

/** A potassium of the hospital, in mmol/L with a range of 3.5 to 5.3. */
export function potassium(value: number, date: string, part: Partial<Result> = {}): Result {
  return result('Potassium', {
    source: ouh.id,
    value: `${value} mmol/L`,
    range: '3.5 to 5.3 mmol/L',
    date: on(date),
    codes: [{ system: 'http://loinc.org', code: '2823-3', display: 'Potassium' }],
    measure: {
      ...{ value, comparator: null, unit: 'mmol/L', unitCode: 'mmol/L' },
      ...{ low: 3.5, high: 5.3 },
    },
    ...part,
  });
}

/** A series of results that have a measure, oldest first. Throws for fewer than two. */
export function seriesOfResults(...items: readonly Result[]): Series {
  const [first, second, ...rest] = items.flatMap((item): readonly Point[] =>
    item.measure
      ? [{ item, part: null, measure: item.measure, at: Date.parse(item.date?.iso ?? '') }]
      : [],
  );
  if (!first || !second) throw new Error('A series has two points or more.');
  const { title } = first.item;
  return { key: title, title, unit: first.measure.unit, points: [first, second, ...rest] };
}
