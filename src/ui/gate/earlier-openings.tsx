/** How often, when last, and how: never by whom, before permission (contract 2.2). */
import { newestFirst, parseClinicalDate } from '../../domain/clinical-date.ts';
import type { EarlierOpenings } from '../../domain/trace.ts';
import { DateText } from '../parts/date-text.tsx';
import { openingsWords } from '../wording/gate.ts';

export function EarlierOpeningsLine({ openings }: { openings: EarlierOpenings }) {
  if (openings.type === 'not-known') return <p class="notice">{openingsWords.notKnown}</p>;
  const rows = openings.rows
    .map(({ recordedAt, breakGlass }) => ({ at: parseClinicalDate(recordedAt), breakGlass }))
    .sort((a, b) => newestFirst(a.at, b.at));
  const [last, ...before] = rows;
  if (!last) return <p class="notice">{openingsWords.never}</p>;
  const broken = before.filter(({ breakGlass }) => breakGlass).length + (last.breakGlass ? 1 : 0);
  return (
    <p class="notice">
      {openingsWords.times(rows.length)}{' '}
      {last.at ? <DateText date={last.at} /> : openingsWords.dateNotKnown}
      {last.breakGlass && ` (${openingsWords.byBreakGlass})`}.
      {broken > 0 &&
        !(broken === 1 && last.breakGlass) &&
        ` ${openingsWords.allBreakGlass(broken)}`}
    </p>
  );
}
