import { fireEvent, render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import { PagedList } from '../../src/ui/summary/paged-list.tsx';
import { ViewContext } from '../../src/ui/summary/view.ts';
import { viewOf } from './record-view.tsx';

const items = (count: number) => Array.from({ length: count }, (_, at) => ({ key: `${at}` }));

type Options = {
  readonly first?: number;
  readonly firstOfLong?: number;
  readonly isRead?: boolean;
};

function list(count: number, { isRead = false, ...options }: Options = {}) {
  const of = (length: number) => (
    <ViewContext.Provider value={viewOf([], { isRead })}>
      <PagedList
        items={items(length)}
        row={({ key }) => <button type="button">Row {key}</button>}
        {...options}
      />
    </ViewContext.Provider>
  );
  const { rerender } = render(of(count));
  const grow = (length: number) => {
    rerender(of(length));
  };
  return { user: userEvent.setup(), grow };
}

const shown = () => screen.queryAllByRole('listitem').length;
const more = () => screen.queryByRole('button', { name: /^Show/ });

describe('a list that is drawn in part', () => {
  it.each([
    ['in full where all is wanted and it is no longer than that', 50, {}, 50],
    ['the first 50 of a long one where all is wanted', 51, {}, 50],
    ['the first few of a short one', 50, { first: 10 }, 10],
    ['five of a long one where a few are wanted', 51, { first: 10 }, 5],
    ['no more than the few that are wanted', 51, { first: 2 }, 2],
    ['as many of a long one as its section says', 51, { first: 10, firstOfLong: 3 }, 3],
    ['in full up to 50 where its section has a say on long ones only', 50, { firstOfLong: 12 }, 50],
    ['as many as its section says from there on', 51, { firstOfLong: 12 }, 12],
  ] as const)('shows %s', (_, length, options, expected) => {
    list(length, options);
    expect(shown()).toBe(expected);
    if (expected === length) expect(more()).toBeNull();
    else expect(more()).toHaveTextContent(`of ${length}`);
  });

  it('shows 50 more at each press, with the focus on the first of them, down to the last', async () => {
    const { user } = list(120, { first: 10 });
    await user.click(screen.getByRole('button', { name: 'Show 50 more of 120' }));
    expect(shown()).toBe(55);
    expect(screen.getAllByRole('listitem')[5]).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Show 50 more of 120' }));
    expect(screen.getAllByRole('listitem')[55]).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Show 15 more of 120' }));
    expect(shown()).toBe(120);
    expect(more()).toBeNull();
  });
});

describe('a list that grows past 50 while more arrives', () => {
  // jsdom sends these events and does not know their name, without which nobody listens for them.
  beforeAll(() => {
    HTMLElement.prototype.onpointerdown = null;
  });

  it('shows fewer from then on', () => {
    const { grow } = list(50, { first: 10 });
    grow(51);
    expect(shown()).toBe(5);
  });

  it('gets no shorter once somebody has begun to read', () => {
    const { grow } = list(45, { firstOfLong: 12, isRead: true });
    grow(60);
    expect(shown()).toBe(50);
  });

  it('gets no shorter while somebody has the focus in it', () => {
    const { grow } = list(50, { first: 10 });
    const row = screen.getByRole('button', { name: 'Row 8' });
    row.focus();
    grow(500);
    expect(shown()).toBe(10);
    expect(row).toHaveFocus();
    expect(screen.getByRole('button', { name: 'Show 50 more of 500' })).toBeVisible();
  });

  it('gets no shorter under a press', () => {
    const { grow } = list(50, { first: 10 });
    fireEvent.pointerDown(screen.getByRole('button', { name: 'Row 8' }));
    grow(500);
    expect(screen.getByRole('button', { name: 'Row 8' })).toBeVisible();
  });

  it('keeps what was asked for', async () => {
    const { user, grow } = list(51, { first: 10 });
    await user.click(screen.getByRole('button', { name: 'Show 46 more of 51' }));
    grow(80);
    expect(shown()).toBe(55);
    expect(screen.getByRole('button', { name: 'Show 25 more of 80' })).toBeVisible();
  });
});
