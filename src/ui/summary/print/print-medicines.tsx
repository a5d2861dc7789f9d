/** Medicines on paper, as on screen: by standing, and what everybody lists of one drug together. */
import type { Row } from '../../../domain/summary/combine.ts';
import { uncombined } from '../../../domain/summary/combine.ts';
import {
  type Drug,
  drugsOf,
  medicineStanding,
  standings,
} from '../../../domain/summary/medicines.ts';
import { medicineGroupWords } from '../../wording/medicines.ts';
import type { Paper } from './paper.ts';
import { PrintEntry } from './print-entry.tsx';

type Props = { readonly paper: Paper; readonly combined: boolean };

/** Whole, whatever is filtered (domain notes, section 11). */
export function PrintMedicines({ paper, combined }: Props) {
  const entries = combined ? byDrug(paper) : oneByOne(paper);
  return (
    <>
      {standings.map((group) => {
        const found = entries.filter(({ standing }) => standing === group);
        return found.length === 0 ? null : (
          <div key={group}>
            <h3>{medicineGroupWords(group, paper.hasDied)}</h3>
            <ul>
              {found.map(({ key, rows }) => (
                <PrintEntry key={key} rows={rows} paper={paper} />
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}

type Listed = { readonly key: string; readonly rows: readonly Row[] } & Pick<Drug, 'standing'>;

function byDrug({ summary, critical }: Paper): readonly Listed[] {
  return drugsOf(summary, critical);
}

function oneByOne({ summary }: Paper): readonly Listed[] {
  return uncombined(summary, 'medication').map((row) => ({
    key: row.key,
    rows: [row],
    standing: medicineStanding(row.items[0].status),
  }));
}
