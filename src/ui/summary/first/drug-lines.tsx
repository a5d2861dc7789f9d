/** One drug: its name, whether its sources differ, and a line for each of them. */
import { useContext } from 'preact/hooks';
import type { Row } from '../../../domain/summary/combine.ts';
import type { Side } from '../../../domain/summary/differences.ts';
import type { Medication } from '../../../domain/summary/item.ts';
import type { Drug } from '../../../domain/summary/medicines.ts';
import { DateText } from '../../parts/date-text.tsx';
import { differenceWords } from '../../wording/first-look.ts';
import { medicineWords } from '../../wording/summary.ts';
import { fewOf } from '../few.tsx';
import { Tags } from '../item-row.tsx';
import { Marks } from '../marks.tsx';
import { MedicineWords, productWords } from '../medicine-words.tsx';
import { nameOf, SourceNamesContext } from '../source-names.ts';
import { SourceTag } from '../source-tag.tsx';
import { Mark } from '../words.tsx';

export function DrugLines({ drug }: { drug: Drug }) {
  const { name, rows, differences } = drug;
  const title = titleOf(drug);
  const shown = rows.slice(0, fewOf(rows));
  const left = rows.length - shown.length;
  return (
    <>
      <h3 class="drug__name">
        {title}
        {differences.length > 0 && <Mark>{differenceWords.mark}</Mark>}
      </h3>
      <ul class="drug__lines">
        {shown.map((row) => (
          <li key={row.key}>
            <Tags row={row} /> <Line row={row} product={title === name ? name : null} />
            <Marks row={row} />
          </li>
        ))}
        {absent(drug).map((side) => (
          <li key={`${side.source} absent`}>
            <SourceTag source={side.source} /> <NotListed side={side} />
          </li>
        ))}
        {left > 0 && <li class="quiet">{medicineWords.moreLines(left)}</li>}
      </ul>
    </>
  );
}

/** Where every line is of one product, its whole name stands above them, once. */
export function titleOf({ name, rows }: Drug): string {
  const titles = new Set(rows.flatMap(({ items }) => items.map(({ title }) => title)));
  const [only] = titles;
  return titles.size === 1 && only !== undefined ? only : name;
}

type LineProps = { readonly row: Row<Medication>; readonly product: string | null };

function Line({ row: { items }, product }: LineProps) {
  const [item] = items;
  const words = product === null ? '' : productWords(item.title, product);
  return (
    <>
      {words}
      <MedicineWords item={item} brief lead={words === '' ? '' : ': '} />
    </>
  );
}

/** Sources whose list, complete, does not have it. */
export function absent({ differences }: Drug): readonly Side[] {
  const sides = differences.flatMap((difference) => difference.sides);
  const found = new Map(
    sides.filter(({ item }) => item === null).map((side) => [side.source, side]),
  );
  return [...found.values()];
}

export function NotListed({ side: { source, listDate } }: { side: Side }) {
  const { tag } = nameOf(useContext(SourceNamesContext), source);
  return (
    <>
      {differenceWords.notOnList(tag)}
      {listDate && (
        <>
          {' '}
          ({differenceWords.updated} <DateText date={listDate} />)
        </>
      )}
    </>
  );
}
