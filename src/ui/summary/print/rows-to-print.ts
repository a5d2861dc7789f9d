/** The rows of a section on paper, in the order to be read. */
import { type Row, rowsOf, uncombined } from '../../../domain/summary/combine.ts';
import { plansOf } from '../../../domain/summary/first-look.ts';
import type { SectionKind } from '../../../domain/summary/section-kind.ts';
import type { Summary } from '../../../domain/summary/summary.ts';
import { isHistory } from '../../wording/first-look.ts';
import { standingOf } from '../../wording/print.ts';
import { apart } from '../rows.ts';
import type { Paper } from './paper.ts';

/**
 * Combined or not, decisions on resuscitation before other plans, what holds before what is over.
 * Medicines are put in order where they are printed.
 */
export function rowsToPrint(
  kind: SectionKind,
  { summary, hasDied }: Paper,
  shown: Pick<Summary, 'items'>,
  combined: boolean,
): readonly Row[] {
  const rows: readonly Row[] = combined ? rowsOf(shown, kind) : uncombined(shown, kind);
  if (kind !== 'emergency-plan') return currentFirst(rows, hasDied);
  // A decision stands among the plans whichever section it was sent in, as on screen.
  const plans: readonly Row[] = plansOf(summary);
  const inForce = new Set(plans.flatMap(({ items }) => items.map(({ key }) => key)));
  const over = rows.filter(({ items }) => !items.some(({ key }) => inForce.has(key)));
  return [...(combined ? plans : plans.flatMap(apart)), ...over];
}

/** What holds before what is over; both newest first, as they came. */
function currentFirst(rows: readonly Row[], hasDied: boolean): readonly Row[] {
  const asTheyHappened = rows.every(
    ({ items: [{ kind }] }) => kind === 'result' || kind === 'vital' || isHistory(kind),
  );
  if (asTheyHappened) return rows;
  const holds = ({ items: [first] }: Row) => standingOf(first, hasDied) === null;
  return [...rows.filter(holds), ...rows.filter((row) => !holds(row))];
}
