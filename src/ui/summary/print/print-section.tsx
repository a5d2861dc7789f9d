/** One section on paper: heading, whose word is missing, then every entry with source and date. */
import { allergyHeading } from '../../../domain/summary/absence.ts';
import type { Row } from '../../../domain/summary/combine.ts';
import type { SectionKind } from '../../../domain/summary/section-kind.ts';
import { itemsOf, type Summary } from '../../../domain/summary/summary.ts';
import { printWords } from '../../wording/print.ts';
import { allergyHeadings, sectionNames } from '../../wording/summary.ts';
import type { Paper } from './paper.ts';
import { Absence, Texts } from './print-absence.tsx';
import { Assertion, PrintEntry } from './print-entry.tsx';
import { PrintMedicines } from './print-medicines.tsx';
import { rowsToPrint } from './rows-to-print.ts';

type Props = {
  readonly kind: SectionKind;
  readonly paper: Paper;
  /** What the filters leave of the summary. */
  readonly shown: Pick<Summary, 'items'>;
  readonly combined: boolean;
};

export function PrintSection({ kind, paper, shown, combined }: Props) {
  const { summary } = paper;
  const rows = rowsToPrint(kind, paper, shown, combined);
  const leftOut = itemsOf(summary, kind).length - itemsOf(shown, kind).length;
  const heading = kind === 'allergy' ? allergyHeadings[allergyHeading(summary)] : null;
  return (
    <section class="print__section">
      <h2>{heading ?? sectionNames[kind]}</h2>
      <Absence kind={kind} paper={paper} isEmpty={rows.length + leftOut === 0} />
      {leftOut > 0 && <p>{printWords.leftOutHere(leftOut)}</p>}
      {rows.length > 0 &&
        (kind === 'safeguarding' ? (
          // Whoever finds the paper may be whom the child is guarded from.
          <p>{printWords.safeguarding(rows.length)}</p>
        ) : kind === 'medication' ? (
          <PrintMedicines paper={paper} combined={combined} />
        ) : (
          <ul>
            {rows
              .filter((row) => !isAssertion(row))
              .map((row) => (
                <PrintEntry key={row.key} rows={[row]} paper={paper} />
              ))}
          </ul>
        ))}
      {rows.filter(isAssertion).map((row) => (
        <Assertion key={row.key} row={row} paper={paper} />
      ))}
      <Texts kind={kind} paper={paper} />
    </section>
  );
}

function isAssertion({ items: [first] }: Row): boolean {
  return first.kind === 'allergy' && first.assertion !== 'allergy';
}
