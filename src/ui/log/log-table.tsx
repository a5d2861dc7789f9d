import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { filterWords } from '../wording/log.ts';

const step = 50;

export type Column<Entry> = {
  readonly name: string;
  readonly cell: (entry: Entry) => ComponentChildren;
  /** Marks a cell that must stand out, in weight as well as colour. */
  readonly marks?: (entry: Entry) => boolean;
};

type Props<Entry> = {
  readonly labelledBy: string;
  readonly columns: readonly Column<Entry>[];
  readonly entries: readonly Entry[];
  readonly rowClass: (entry: Entry) => string;
};

/**
 * The first 50 rows, then 50 more at a time; focus goes to the first that appeared. The roles are
 * spelt out because stacking rows on a narrow screen takes them from the table.
 */
export function LogTable<Entry extends { readonly id: string }>(props: Props<Entry>) {
  const { labelledBy, columns, entries, rowClass } = props;
  const [shown, setShown] = useState(step);
  const firstNew = useRef<HTMLTableRowElement>(null);
  useLayoutEffect(() => {
    if (shown > step) firstNew.current?.focus();
  }, [shown]);
  const left = entries.length - shown;
  return (
    <>
      <table class="log" role="table" aria-labelledby={labelledBy}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ name }) => (
              <th key={name} scope="col" role="columnheader">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {entries.slice(0, shown).map((entry, index) => (
            <tr
              key={entry.id}
              role="row"
              class={rowClass(entry)}
              {...(shown > step && index === shown - step ? { tabIndex: -1, ref: firstNew } : {})}
            >
              <Cells entry={entry} columns={columns} />
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <button type="button" class="button button--link" onClick={() => setShown(shown + step)}>
          {filterWords.showMore(Math.min(step, left), entries.length)}
        </button>
      )}
    </>
  );
}

type CellsProps<Entry> = { readonly entry: Entry; readonly columns: readonly Column<Entry>[] };

/** Where rows are stacked, each cell says what it is. */
function Cells<Entry>({ entry, columns }: CellsProps<Entry>) {
  return (
    <>
      {columns.map(({ name, cell, marks }) => (
        <td key={name} role="cell" data-label={name} class={marks?.(entry) ? 'mark' : undefined}>
          {cell(entry)}
        </td>
      ))}
    </>
  );
}
