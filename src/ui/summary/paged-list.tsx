import type { ComponentChildren } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { summaryWords } from '../wording/summary.ts';
import { isIn, type Keyed, keyIn, reaching, useInUse } from './in-use.ts';
import { ViewContext } from './view.ts';

/** As fast as a virtual list, with a real page to search and print (measured on 20,000 items). */
const step = 50;
/** Of a list that is longer than that: its newest, so that a page of many such lists stays light. */
const ofLong = 5;

type Props<T extends Keyed> = {
  readonly items: readonly T[];
  readonly row: (item: T) => ComponentChildren;
  /** How many at first: all 50 where a long list is a danger to be seen, else a few. */
  readonly first?: number;
  /** How many at first of a list longer than 50: that many all the same, or fewer. */
  readonly firstOfLong?: number;
  /**
   * The words of the button for the rest, where "Show 50 more of 120" does not say it best; null for
   * none, where all of it stands elsewhere.
   */
  readonly more?: ((left: number) => string) | null;
  /** Where a search or a notice may lead to a row: its place in its own section, once a page. */
  readonly anchored?: boolean;
};

function atFirst<T extends Keyed>({ items, first = step, firstOfLong }: Props<T>): number {
  const fewer = firstOfLong ?? (first < step ? ofLong : step);
  return items.length > step ? Math.min(first, fewer) : first;
}

/** The first few, then 50 more at a time; focus goes to the first one that appeared. */
export function PagedList<T extends Keyed>(props: Props<T>) {
  const { items, row, more, anchored = false } = props;
  const first = useRef(0);
  // What somebody may be in the middle of does not get shorter while more arrives.
  const isHeld = useRef(false);
  const isRead = useContext(ViewContext)?.isRead ?? false;
  if (!isHeld.current)
    first.current = isRead ? Math.max(first.current, atFirst(props)) : atFirst(props);
  const [pages, setPages] = useState(0);
  const [list, inUse] = useInUse<HTMLUListElement>();
  const asked = pages * step;
  const reach = reaching(inUse, items, first.current + asked);
  // Further down than that, only the row itself is drawn: what comes before it may be thousands.
  if (reach <= first.current + asked + step) first.current = reach - asked;
  const shown = first.current + asked;
  const drawn =
    reach > shown
      ? items.filter((item, at) => at < shown || isIn(inUse, item))
      : items.slice(0, shown);
  const firstNew = useRef<HTMLLIElement>(null);
  const firstNewKey = useRef('');
  useLayoutEffect(() => {
    if (pages > 0) firstNew.current?.focus();
  }, [pages]);
  const left = items.length - drawn.length;
  const hold = () => {
    isHeld.current = true;
  };
  const showMore = () => {
    hold();
    firstNewKey.current = items[shown]?.key ?? '';
    setPages(pages + 1);
  };
  return (
    <>
      <ul class="items" ref={list} onFocusIn={hold} onPointerDown={hold}>
        {drawn.map((item) => {
          const key = keyIn(inUse, item);
          return (
            <li
              class="item"
              key={key}
              data-row={key}
              id={anchored ? `item-${item.key}` : undefined}
              {...(key === firstNewKey.current ? { tabIndex: -1, ref: firstNew } : {})}
            >
              {row(item)}
            </li>
          );
        })}
      </ul>
      {left > 0 && more !== null && (
        <button type="button" class="button button--link" onClick={showMore}>
          {more?.(left) ?? summaryWords.showMore(Math.min(step, left), items.length)}
        </button>
      )}
    </>
  );
}
