/** Whether a Period covers this moment, as the exchange reads one at a host. */
import { calendarDay, parseClinicalDate } from '../../src/domain/clinical-date.ts';

type Period = { readonly start?: string | undefined; readonly end?: string | undefined };

/**
 * Days are London's, and a partial date lasts to its end (FHIR R4, Period: the high value is
 * inclusive). Open ends cover; a date that cannot be read covers nothing.
 */
export function coversNow({ start, end }: Period = {}, now: Date): boolean {
  const begun = start === undefined || (side(start, now) ?? 1) <= 0;
  const over = end !== undefined && (side(end, now) ?? -1) < 0;
  return begun && !over;
}

/** Negative for what has passed, positive for what is to come, 0 for what lasts. */
function side(raw: string, now: Date): number | null {
  const date = parseClinicalDate(raw);
  const moment = parseClinicalDate(now.toISOString());
  if (date === null || moment === null) return null;
  if (date.precision === 'time') return Date.parse(date.iso) - now.getTime();
  const today = calendarDay(moment).slice(0, date.iso.length);
  return date.iso < today ? -1 : date.iso > today ? 1 : 0;
}
