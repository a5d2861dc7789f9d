import type { ComponentChildren } from 'preact';
import type { Item } from '../../domain/summary/item.ts';
import { PagedList } from './paged-list.tsx';

type Props<T extends Item> = {
  /** In the order shown; an empty group is left out, its absence is the section's to explain. */
  readonly groups: readonly { readonly title: string; readonly items: readonly T[] }[];
  readonly row: (item: T) => ComponentChildren;
};

export function GroupedList<T extends Item>({ groups, row }: Props<T>) {
  return (
    <>
      {groups
        .filter(({ items }) => items.length > 0)
        .map(({ title, items }) => (
          <div class="group" key={title}>
            <h3>{title}</h3>
            <PagedList items={items} row={row} />
          </div>
        ))}
    </>
  );
}
