/** How often lately, when last, and how: professions, never names, before permission (contract 2.2). */
import {
  calendarDay,
  type ClinicalDate,
  formatTime,
  newestFirst,
  parseClinicalDate,
} from '../../domain/clinical-date.ts';
import type { EarlierOpening, EarlierOpenings } from '../../domain/trace.ts';
import { DateText } from '../parts/date-text.tsx';
import { openingsWords } from '../wording/openings.ts';

type Props = { readonly openings: EarlierOpenings; readonly now: ClinicalDate };

export function EarlierOpeningsLine({ openings, now }: Props) {
  if (openings.type === 'not-known') return <p class="notice">{openingsWords.notKnown}</p>;
  const rows = openings.rows
    .map((row) => ({ ...row, at: parseClinicalDate(row.recordedAt) }))
    .sort((a, b) => newestFirst(a.at, b.at));
  const own = rows.find((row) => row.own);
  return (
    <p class="notice">
      <ByOthers rows={rows.filter((row) => !row.own && isRecent(row, now))} now={now} />
      {own && (
        <>
          {' '}
          {openingsWords.byYou} <When at={own.at} now={now} />
          {own.breakGlass && ` (${openingsWords.breakGlass})`}.
        </>
      )}
    </p>
  );
}

type Row = EarlierOpening & { readonly at: ClinicalDate | null };

const weekMs = 7 * 24 * 3_600_000;

/** An opening whose date can not be read counts: none is passed over. */
function isRecent({ at }: Row, now: ClinicalDate): boolean {
  return at === null || Date.parse(at.iso) > Date.parse(now.iso) - weekMs;
}

function ByOthers({ rows, now }: { rows: readonly Row[]; now: ClinicalDate }) {
  const [last] = rows;
  if (!last) return <>{openingsWords.noneByOthers}</>;
  const broken = rows.filter(({ breakGlass }) => breakGlass).length;
  return (
    <>
      {openingsWords.byOthers(rows.length)} <When at={last.at} now={now} />
      {last.profession !== null && openingsWords.by(last.profession)}
      {last.breakGlass && ` (${openingsWords.breakGlass})`}.
      {broken > (last.breakGlass ? 1 : 0) && ` ${openingsWords.allBreakGlass(broken)}`}
    </>
  );
}

function When({ at, now }: { at: ClinicalDate | null; now: ClinicalDate }) {
  if (at === null) return <>{openingsWords.dateNotKnown}</>;
  const time = formatTime(at);
  if (time !== null && calendarDay(at) === calendarDay(now))
    return <>{openingsWords.today(time)}</>;
  return (
    <>
      {openingsWords.on} <DateText date={at} />
    </>
  );
}
