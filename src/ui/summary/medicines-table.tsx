/**
 * A row per drug, a column per source: what each lists, beside each other. In a sidebar the rows
 * are stacked, which takes a table's roles from it, so these are spelt out.
 */
import { createContext } from 'preact';
import { useContext, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isComplete, type SourceReport } from '../../domain/source.ts';
import type { Row } from '../../domain/summary/combine.ts';
import type { Medication } from '../../domain/summary/item.ts';
import type { Drug } from '../../domain/summary/medicines.ts';
import type { Summary } from '../../domain/summary/summary.ts';
import { DateText } from '../parts/date-text.tsx';
import { differenceWords } from '../wording/first-look.ts';
import { medicineWords } from '../wording/medicines.ts';
import { summaryWords } from '../wording/summary.ts';
import { More, MoreButton } from './item-row.tsx';
import { Marks } from './marks.tsx';
import { Few, fewOf } from './few.tsx';
import { reaching, useInUse } from './in-use.ts';
import { MedicineWords, productWords } from './medicine-words.tsx';
import { listing, missingFrom } from './section-absence.ts';
import { stateWordsOf } from './source-said.ts';
import { SourceTag } from './source-tag.tsx';
import { useView } from './view.ts';
import { Mark } from './words.tsx';

const step = 50;

type Props = {
  readonly drugs: readonly Drug[];
  /** Whose table it is: "Current". */
  readonly group: string;
  readonly first: number;
};

export function MedicinesTable({ drugs, group, first }: Props) {
  const { summary, isRead } = useView();
  const columns = useMemo(() => columnsOf(summary), [summary]);
  const [shown, setShown] = useState(first);
  const firstNewKey = useRef('');
  const firstNew = useRef<HTMLTableRowElement>(null);
  useLayoutEffect(() => {
    if (shown > first) firstNew.current?.focus();
  }, [shown, first]);
  const [rows, inUse] = useInUse<HTMLTableSectionElement>();
  // What somebody may be in the middle of does not get shorter while more arrives.
  const reached = useRef(0);
  const end = reaching(inUse, drugs, isRead ? Math.max(shown, reached.current) : shown);
  reached.current = end;
  const left = drugs.length - end;
  return (
    <>
      <div class="sideways" {...(columns.length > fitting ? sideways(group) : {})}>
        <table class="drug-table" role="table" aria-label={medicineWords.table(group)}>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {medicineWords.drug}
              </th>
              {columns.map(({ source }) => (
                <th key={source.id} scope="col" role="columnheader">
                  <SourceTag source={source.id} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" ref={rows}>
            {drugs.slice(0, end).map((drug) => (
              <tr
                key={drug.key}
                role="row"
                data-row={drug.key}
                {...(drug.key === firstNewKey.current ? { tabIndex: -1, ref: firstNew } : {})}
              >
                <th scope="row" role="rowheader">
                  {drug.name}
                  {drug.differences.length > 0 && <Mark>{differenceWords.mark}</Mark>}
                </th>
                {columns.map((report) => (
                  <Cell key={report.source.id} drug={drug} report={report} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <button
          type="button"
          class="button button--link"
          onClick={() => {
            firstNewKey.current = drugs[end]?.key ?? '';
            setShown(end + step);
          }}
        >
          {summaryWords.showMore(Math.min(step, left), drugs.length)}
        </button>
      )}
    </>
  );
}

/** Wider than the window with more columns than that: then it is scrolled, by keyboard too. */
const fitting = 3;

function sideways(group: string) {
  return { role: 'region', tabIndex: 0, 'aria-label': medicineWords.sideways(group) } as const;
}

/** Sources that list any medicine: the others' silence is said under the heading. */
function columnsOf(summary: Summary): readonly SourceReport[] {
  return listing(summary, 'medication');
}

type CellProps = { readonly drug: Drug; readonly report: SourceReport };

function Cell({ drug, report }: CellProps) {
  const { source } = report;
  const [lines, inUse] = useInUse<HTMLTableCellElement>();
  const own = drug.rows.filter(({ items }) => items.some((item) => item.source === source.id));
  return (
    <td role="cell" class={own.length === 0 ? 'quiet' : undefined} ref={lines}>
      {own.length === 0 ? (
        <>
          <Whose source={source.id} />
          <NotThere report={report} />
        </>
      ) : (
        <Few
          of={own}
          first={reaching(inUse, own, fewOf(own))}
          about={drug.name}
          row={(row) => <Line key={row.key} row={row} source={source.id} name={drug.name} />}
          more={(button) => (
            <>
              <Whose source={source.id} />
              {button}
            </>
          )}
        />
      )}
    </td>
  );
}

/** On each line where rows are stacked: no column says it there. */
function Whose({ source }: { source: string }) {
  return (
    <>
      <SourceTag source={source} place=" only-narrow" />{' '}
    </>
  );
}

/** "Not on list" only where that list arrived complete. */
function NotThere({ report }: { report: SourceReport }) {
  const { summary } = useView();
  const missing = missingFrom(summary, 'medication').find(
    (each) => each.report.source.id === report.source.id,
  );
  if (missing) return <>{missing.why}</>;
  if (!isComplete(report.state)) return <>{stateWordsOf(summary, report)}</>;
  return report.upTo ? (
    <>
      {medicineWords.notListedUpdated} <DateText date={report.upTo} />
    </>
  ) : (
    <>{medicineWords.notListed}</>
  );
}

type LineProps = {
  readonly row: Row<Medication>;
  readonly source: string;
  readonly name: string;
};

/**
 * Which lines are open, over all tables: a drug that one source ended is among the current ones as
 * soon as another goes on with it, and what is read of it goes with it.
 */
export const OpenLines = createContext<Set<string> | null>(null);

/** This source's own words, even where another's say the same; a search leads here. */
function Line({ row, source, name }: LineProps) {
  const lines = useContext(OpenLines);
  const line = `${source} ${row.key}`;
  const [open, setOpen] = useState(lines?.has(line) === true);
  const toggle = (now: boolean) => {
    setOpen(now);
    lines?.[now ? 'add' : 'delete'](line);
  };
  const own = row.items.find((item) => item.source === source) ?? row.items[0];
  const words = productWords(own.title, name);
  return (
    <div class="drug-table__line" id={`item-${own.key}`} data-row={row.key}>
      <Whose source={source} />
      {words}
      <MedicineWords item={own} lead={words === '' ? '' : ': '} />
      <Marks row={row} /> <MoreButton row={row} open={open} onToggle={toggle} />
      {open && <More row={row} />}
    </div>
  );
}
