import { type ClinicalDate, formatDate, formatDateTime } from '../../domain/clinical-date.ts';
import { longDate, longDateTime } from '../wording/dates.ts';

/**
 * A date on one line, `14-Jul-1945`; a screen reader hears "14 July 1945".
 * @param withTime show `20-Nov-2026 09:14` where a time was recorded
 */
export function DateText({ date, withTime = false }: { date: ClinicalDate; withTime?: boolean }) {
  return (
    <time
      class="nowrap"
      dateTime={date.iso}
      aria-label={withTime ? longDateTime(date) : longDate(date)}
    >
      {withTime ? formatDateTime(date) : formatDate(date)}
    </time>
  );
}
