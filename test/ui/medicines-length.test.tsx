/** The medicines table while more arrives under somebody who reads it. */
import { render, screen, within } from '@testing-library/preact';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../../src/domain/summary/item.ts';
import { rowMore } from '../../src/ui/summary/item-row.tsx';
import { Medicines } from '../../src/ui/summary/medicines.tsx';
import { ViewContext } from '../../src/ui/summary/view.ts';
import { on, ouh } from './fixtures.ts';
import { medication } from './items.ts';
import { viewOf } from './record-view.tsx';

beforeAll(async () => {
  await rowMore.load();
});

const nameOf = (at: number) =>
  `Drug${String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26))}`;

function drugs(from: number, to: number, day: string): readonly Item[] {
  return Array.from({ length: to - from }, (_, at) =>
    medication(`${nameOf(from + at)} 5 mg tablets`, { source: ouh.id, date: on(day) }),
  );
}

function table(isRead: boolean, items: readonly Item[]) {
  return (
    <ViewContext.Provider value={viewOf(items, { isRead })}>
      <Medicines />
    </ViewContext.Provider>
  );
}

const rows = () => within(screen.getByRole('table')).getAllByRole('rowheader');

describe('the medicines table', () => {
  it('keeps the length that it reached for a row, and the row, when that is left', () => {
    let items = drugs(0, 50, '2024-01-01');
    const { rerender } = render(table(true, items));
    const arrives = (more: readonly Item[]) => {
      items = [...items, ...more];
      rerender(table(true, items));
    };
    const button = screen.getByRole('button', { name: new RegExp(`about ${nameOf(49)} `) });
    button.focus();
    arrives(drugs(50, 80, '2025-01-01'));
    expect(button).toHaveFocus();
    expect(rows()).toHaveLength(80);
    button.blur();
    arrives(drugs(80, 81, '2020-01-01'));
    expect(button).toBeVisible();
    expect(rows()).toHaveLength(80);
    expect(screen.getByRole('button', { name: /^Show/ })).toHaveTextContent('1 more of 81');
  });

  it('is 50 rows long until somebody reads', () => {
    const { rerender } = render(table(false, drugs(0, 50, '2024-01-01')));
    rerender(table(false, drugs(0, 80, '2024-01-01')));
    expect(rows()).toHaveLength(50);
  });
});
