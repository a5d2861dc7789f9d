import { calendarDay, parseClinicalDate } from './clinical-date.ts';

/**
 * Whether a FHIR Period covers this moment. A partial date counts to its end, a day is London's
 * (FHIR R4, Period: the high value is inclusive). Open ends cover; a date that can not be read
 * covers nothing.
 */
export function coversNow(
  period: { readonly start?: string | undefined; readonly end?: string | undefined } | undefined,
  now: Date,
): boolean {
  const { start, end } = period ?? {};
  return (
    (start === undefined || (sign(start, now) ?? 1) <= 0) &&
    (end === undefined || (sign(end, now) ?? -1) >= 0)
  );
}

/** Negative for what has passed, positive for what is to come, 0 for what lasts. */
function sign(raw: string, now: Date): number | null {
  const date = parseClinicalDate(raw);
  const today = parseClinicalDate(now.toISOString());
  if (date === null || today === null) return null;
  if (date.precision === 'time') return Date.parse(date.iso) - now.getTime();
  const current = calendarDay(today).slice(0, date.iso.length);
  return date.iso < current ? -1 : date.iso > current ? 1 : 0;
}
