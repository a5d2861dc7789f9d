/** Where sources disagree, each with its side, on paper. Which of them is right is the reader's to say. */
import { formatDate } from '../../../domain/clinical-date.ts';
import {
  type Comparison,
  compare,
  type Difference,
  type Side,
} from '../../../domain/summary/differences.ts';
import type { SourceReport } from '../../../domain/source.ts';
import { unbroken } from '../../parts/unbroken.tsx';
import { differenceWords } from '../../wording/first-look.ts';
import { printWords } from '../../wording/print.ts';
import { inWords } from '../../wording/summary.ts';
import { nameOf, type SourceNames } from '../source-names.ts';
import type { Paper } from './paper.ts';
import { Version } from './print-entry.tsx';

/** Whole, whatever is filtered: a side left out would leave the other standing alone. */
export function PrintDifferences({ paper }: { paper: Paper }) {
  const comparison = compare(paper.summary);
  const { differences } = comparison;
  return (
    <section class="print__section">
      <h2>{printWords.differences}</h2>
      {differences.length > 0 && (
        <ul>
          {differences.map((difference) => (
            <Line key={difference.key} difference={difference} paper={paper} />
          ))}
        </ul>
      )}
      <p>{comparedWords(comparison, paper.names)}</p>
    </section>
  );
}

type LineProps = { readonly difference: Difference; readonly paper: Paper };

function Line({ difference: { title, kind, sides }, paper }: LineProps) {
  return (
    <li>
      <strong>{title}</strong>: {differenceWords.kinds[kind]}
      <ul>
        {sides.map((side) => (
          <li key={`${side.source} ${side.item?.key ?? ''}`}>
            {side.item === null ? (
              unbroken(notListed(side, paper.names))
            ) : (
              <Version items={[side.item]} paper={paper} />
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** "not on GP list (updated 28-Oct-2026)". */
function notListed({ source, listDate }: Side, names: SourceNames): string {
  const said = differenceWords.notOnList(nameOf(names, source).tag);
  return listDate ? `${said} (${differenceWords.updated} ${formatDate(listDate)})` : said;
}

/** Silence is not agreement: who was compared is said, and who was not. */
function comparedWords(comparison: Comparison, names: SourceNames): string {
  const { differences, compared, notCompared } = comparison;
  const tags = (reports: readonly SourceReport[]) =>
    inWords(reports.map(({ source }) => nameOf(names, source.id).tag));
  const areNone = differences.length === 0;
  const found = !areNone
    ? ''
    : compared.length < 2
      ? `${differenceWords.nothingToCompare} `
      : `${differenceWords.none(tags(compared))}. `;
  const who = compared.length > 0 ? tags(compared) : printWords.none;
  const left = notCompared.length > 0 ? tags(notCompared) : null;
  // A source that gave part of it may stand among the differences all the same.
  const inPart = left !== null && !areNone;
  const notWho = inPart
    ? printWords.notComparedInFull(left)
    : printWords.notCompared(left ?? printWords.none);
  return `${found}${printWords.compared(who)}; ${notWho}.`;
}
