import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { SourceId } from '../../domain/source.ts';
import type { Row } from '../../domain/summary/combine.ts';
import type { Medication } from '../../domain/summary/item.ts';
import { medicineStanding } from '../../domain/summary/medicines.ts';
import { medicineWords } from '../wording/medicines.ts';
import { sourcesOf } from './rows.ts';

type Props<T> = {
  readonly of: readonly T[];
  readonly first: number;
  /** What there is more of, for those who do not see what the button stands under. */
  readonly about: string;
  readonly row: (each: T) => ComponentChildren;
  /** What the button for the rest stands in, where it can not stand by itself. */
  readonly more?: (button: ComponentChildren) => ComponentChildren;
};

/** The first few lines about one drug; a record of 30 years has hundreds. */
export function Few<T>({ of, first, about, row, more = (button) => button }: Props<T>) {
  const [all, setAll] = useState(false);
  const shown = all ? of : of.slice(0, first);
  return (
    <>
      {shown.map(row)}
      {of.length > shown.length &&
        more(
          <button type="button" class="button button--link" onClick={() => setAll(true)}>
            {medicineWords.moreLines(of.length - shown.length)}
            <span class="hidden"> {medicineWords.about(about)}</span>
          </button>,
        )}
    </>
  );
}

/** More lines of one drug that one source calls current than this are cut short. */
const sheerLength = 10;

/** What is taken, or may be, is never cut short but for sheer length; two of what is over. */
export function fewOf(rows: readonly Row<Medication>[]): number {
  const going = rows.filter(({ items: [item] }) => medicineStanding(item.status) !== 'ended');
  return going.length > sheerLength ? 6 : going.length + 2;
}

/** Those of one drug at first, whoever wrote them: none is cut that is the first of its source. */
export function firstOfEach(rows: readonly Row<Medication>[]): readonly Row<Medication>[] {
  const few = fewOf(rows);
  const spoken = new Set<SourceId>();
  return rows.filter((row, at) => {
    const isFirst = sourcesOf(row).some((source) => !spoken.has(source));
    for (const source of sourcesOf(row)) spoken.add(source);
    return at < few || isFirst;
  });
}
