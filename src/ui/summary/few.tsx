import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Row } from '../../domain/summary/combine.ts';
import type { Medication } from '../../domain/summary/item.ts';
import { sayingOf } from '../../domain/summary/dose-lines.ts';
import { medicineStanding } from '../../domain/summary/medicines.ts';
import { medicineWords } from '../wording/medicines.ts';
import { useView } from './view.ts';

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
  const { isRead } = useView();
  const most = useRef(0);
  most.current = isRead ? Math.max(most.current, first) : first;
  const shown = all ? of : of.slice(0, most.current);
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

/**
 * Those of one drug at first, whoever wrote them. Past the first few, none is cut but what its
 * source has said in the same words already.
 */
export function firstOfEach(rows: readonly Row<Medication>[]): readonly Row<Medication>[] {
  const few = fewOf(rows);
  const spoken = new Set<string>();
  return rows.filter(({ items }, at) => {
    const said = items.map((item) => `${item.source} ${sayingOf(item)}`);
    const isFirst = said.some((words) => !spoken.has(words));
    for (const words of said) spoken.add(words);
    return at < few || isFirst;
  });
}
