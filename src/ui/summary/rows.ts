/** One section as its reader wants it: combined or not, without the sources that were left out. */
import { useMemo } from 'preact/hooks';
import type { SourceId } from '../../domain/source.ts';
import { type Row, rowsOf, uncombined } from '../../domain/summary/combine.ts';
import type { Item, ItemOf } from '../../domain/summary/item.ts';
import type { SectionKind } from '../../domain/summary/section-kind.ts';
import type { Summary } from '../../domain/summary/summary.ts';
import { useView } from './view.ts';

/** No filter ever hides what could harm (domain notes, section 11). */
const whole: ReadonlySet<SectionKind> = new Set([
  'allergy',
  'medication',
  'alert',
  'safeguarding',
  'emergency-plan',
]);

export type Rows<K extends SectionKind> = {
  readonly rows: readonly Row<ItemOf<K>>[];
  /** How many rows only left-out sources speak of. */
  readonly leftOut: number;
};

/** The rows of a section, newest first; a row stays whole where any of its sources is shown. */
export function useRows<K extends SectionKind>(kind: K): Rows<K> {
  const { summary, combined, hidden } = useView();
  return useMemo(
    () => shown(summary, kind, combined, hidden),
    [summary.items, kind, combined, hidden],
  );
}

function shown<K extends SectionKind>(
  summary: Pick<Summary, 'items'>,
  kind: K,
  combined: boolean,
  hidden: ReadonlySet<SourceId>,
): Rows<K> {
  const all = combined ? rowsOf(summary, kind) : uncombined(summary, kind);
  if (hidden.size === 0 || whole.has(kind)) return { rows: all, leftOut: 0 };
  const rows = all.filter(({ items }) => items.some(({ source }) => !hidden.has(source)));
  return { rows, leftOut: all.length - rows.length };
}

/** Each of a row's items for itself, for whoever wants nothing combined. */
export function apart<T extends Item>(row: Row<T>): readonly Row<T>[] {
  return row.items.map((item) => ({ key: item.key, items: [item], because: null }));
}

/** Who says so, each once, the newest first. */
export function sourcesOf({ items }: Row): readonly SourceId[] {
  return [...new Set(items.map(({ source }) => source))];
}
