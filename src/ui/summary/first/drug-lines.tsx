/** One drug: its name, whether its sources differ, and a line for each of them. */
import { useContext } from 'preact/hooks';
import type { Row } from '../../../domain/summary/combine.ts';
import type { Side } from '../../../domain/summary/differences.ts';
import type { Medication } from '../../../domain/summary/item.ts';
import type { Drug } from '../../../domain/summary/medicines.ts';
import { DateText } from '../../parts/date-text.tsx';
import { differenceWords } from '../../wording/first-look.ts';
import { medicineWords } from '../../wording/medicines.ts';
import { inWords } from '../../wording/summary.ts';
import { firstOfEach } from '../few.tsx';
import { Tags } from '../item-row.tsx';
import { Marks } from '../marks.tsx';
import { aside, MedicineWords, productWords } from '../medicine-words.tsx';
import { nameOf, SourceNamesContext } from '../source-names.ts';
import { SourceTag } from '../source-tag.tsx';
import { useView } from '../view.ts';
import { Mark } from '../words.tsx';

export function DrugLines({ drug }: { drug: Drug }) {
  const { name, rows, differences } = drug;
  const title = titleOf(drug);
  const shown = firstOfEach(rows);
  const left = rows.length - shown.length;
  const product = title === name ? name : null;
  const { combined } = useView();
  return (
    <>
      <h3 class="drug__name">
        {title}
        {differences.length > 0 && <Mark>{differenceWords.mark}</Mark>}
      </h3>{' '}
      <ul class="drug__lines">
        {(combined ? inLines(shown, product) : shown.map(alone)).map((line) => (
          <li key={line.key}>
            <Tags row={line.row} /> <Line line={line} product={product} />
            <Marks row={line.row} />
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

type DrugLine = {
  readonly key: string;
  readonly row: Row<Medication>;
  /** Titles that differ in strength only, each said. */
  readonly titles: readonly string[];
};

function alone(row: Row<Medication>): DrugLine {
  return { key: row.key, row, titles: [row.items[0].title] };
}

/** Strengths of one drug of which all else is the same share a line: "1 mg and 3 mg: as per INR". */
function inLines(rows: readonly Row<Medication>[], product: string | null): readonly DrugLine[] {
  if (product === null) return rows.map(alone);
  const lines = new Map<string, DrugLine>();
  for (const row of rows) {
    const [item] = row.items;
    const key = JSON.stringify([saidOf(item), row.items.map((each) => [each.source, aside(each)])]);
    const line = lines.get(key);
    const words = productWords(item.title, product);
    const isAnother = words !== '' && words !== item.title && !line?.titles.includes(item.title);
    if (!line) lines.set(key, alone(row));
    else if (isAnother) lines.set(key, joined(line, row));
    else lines.set(row.key, alone(row));
  }
  return [...lines.values()];
}

function joined({ key, row, titles }: DrugLine, other: Row<Medication>): DrugLine {
  const [first, ...rest] = row.items;
  const items = [first, ...rest, ...other.items] as const;
  return { key, row: { ...row, items }, titles: [...titles, other.items[0].title] };
}

/** All that a line may say but the product's name. */
function saidOf(item: Medication) {
  const { status, proviso, until, dose, route, started, lastIssued, stopped, stopReason } = item;
  const dates = [until, started, lastIssued, stopped].map((date) => date?.iso ?? null);
  return [status, proviso, dose, route, stopReason, dates];
}

type LineProps = { readonly line: DrugLine; readonly product: string | null };

function Line({ line: { row, titles }, product }: LineProps) {
  const [item] = row.items;
  const words =
    product === null ? '' : inWords(titles.map((title) => productWords(title, product)));
  return (
    <>
      {words}
      <MedicineWords item={item} brief={row} lead={words === '' ? '' : ': '} />
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
