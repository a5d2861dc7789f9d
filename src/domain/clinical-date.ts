/**
 * Dates as clinicians record them: often partial, and then they stay partial.
 * Source: FHIR R4 datatypes date, dateTime, instant; NHS Common User Interface date display.
 */

/** A validated FHIR date, dateTime or instant, kept as written. */
export type ClinicalDate = {
  readonly precision: 'year' | 'month' | 'day' | 'time';
  /** `1998`, `2004-03`, `1945-07-14` or `2026-11-20T09:14:00Z`. */
  readonly iso: string;
};

const shape =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;
const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * @param raw a FHIR date, dateTime or instant
 * @returns null for anything else, a day that does not exist (2026-02-30) included
 */
export function parseClinicalDate(raw: string): ClinicalDate | null {
  const match = raw.length <= 40 ? shape.exec(raw) : null;
  if (!match) return null;
  const [, year, month, day, hour, minute] = match;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return null;
  if (day !== undefined) {
    const real = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    if (real.getUTCMonth() !== Number(month) - 1 || Number(day) < 1) return null;
  }
  if (hour === undefined) {
    return { precision: day ? 'day' : month ? 'month' : 'year', iso: raw };
  }
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  return { precision: 'time', iso: raw };
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

type Parts = { year: string; month: string; day: string; time: string };

/** A time with no offset is local clock time and is shown as written. */
function partsOf(date: ClinicalDate): Parts {
  const [year = '', month = '', rest = ''] = date.iso.split('-');
  if (date.precision !== 'time' || !/(Z|[+-]\d{2}:\d{2})$/.test(date.iso)) {
    return { year, month, day: rest.slice(0, 2), time: date.iso.slice(11, 16) };
  }
  const found: Record<string, string> = {};
  for (const part of london.formatToParts(new Date(date.iso))) found[part.type] = part.value;
  return {
    year: found['year'] ?? '',
    month: found['month'] ?? '',
    day: found['day'] ?? '',
    time: `${found['hour'] ?? ''}:${found['minute'] ?? ''}`,
  };
}

/**
 * `14-Jul-1945`, `Mar-2004`, `1998`; a time is left out here, see {@link formatDateTime}.
 * Europe/London whatever the machine's zone (NHS Common User Interface, date display).
 */
export function formatDate(date: ClinicalDate): string {
  const { year, month, day } = partsOf(date);
  const name = monthNames[Number(month) - 1];
  if (date.precision === 'year' || name === undefined) return year;
  if (date.precision === 'month') return `${name}-${year}`;
  return `${day}-${name}-${year}`;
}

/** `20-Nov-2026 09:14`, or the date alone where no time was recorded. */
export function formatDateTime(date: ClinicalDate): string {
  return date.precision === 'time' ? `${formatDate(date)} ${partsOf(date).time}` : formatDate(date);
}

/** `09:14`, or null where no time was recorded. */
export function formatTime(date: ClinicalDate): string | null {
  return date.precision === 'time' ? partsOf(date).time : null;
}

/** The calendar day in Europe/London, `2026-11-20`, as far as it is known. */
export function calendarDay(date: ClinicalDate): string {
  const { year, month, day } = partsOf(date);
  return [year, month, day].filter(Boolean).join('-');
}

/** Newest first; a date that is not known sorts last. */
export function newestFirst(a: ClinicalDate | null, b: ClinicalDate | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return momentOf(b) - momentOf(a);
}

/** A long list compares each date many times; reading it once is enough. */
const moments = new WeakMap<ClinicalDate, number>();

/**
 * Milliseconds since 1970, to sort and to draw by. Partial dates count from their first day; an
 * offset-free time counts as UTC.
 */
export function momentOf(date: ClinicalDate): number {
  const known = moments.get(date);
  if (known !== undefined) return known;
  const zoned = date.precision !== 'time' || /(Z|[+-]\d{2}:\d{2})$/.test(date.iso);
  const key = Date.parse(zoned ? date.iso : `${date.iso}Z`);
  moments.set(date, key);
  return key;
}
