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
  /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/;
const zoned = /(?:Z|[+-]\d{2}:\d{2})$/;
const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * @param raw a FHIR date, dateTime or instant
 * @returns null for anything else, and for a day (2026-02-30), a time or an offset that does not
 *   exist. A leap second, which FHIR allows, is kept as the second before it.
 */
export function parseClinicalDate(raw: string): ClinicalDate | null {
  if (raw.length > 40 || !shape.test(raw)) return null;
  const month = raw.length > 5 ? digits(raw, 5) : 1;
  if (month < 1 || month > 12) return null;
  const day = raw.length > 8 ? digits(raw, 8) : 1;
  if (day < 1) return null;
  if (day > 28 && new Date(Date.UTC(year(raw), month - 1, day)).getUTCMonth() !== month - 1) {
    return null;
  }
  if (raw.length < 11) {
    return { precision: raw.length > 8 ? 'day' : raw.length > 5 ? 'month' : 'year', iso: raw };
  }
  if (digits(raw, 11) > 23 || digits(raw, 14) > 59) return null;
  const second = raw[16] === ':' ? digits(raw, 17) : 0;
  const iso = second === 60 ? raw.replace(/:60(?=[.Z+-]|$)/, ':59') : raw;
  // Numbers that are all in their ranges need not be asked of the slower parser.
  const isPlain = second < 60 && writtenAhead(raw) !== null;
  return isPlain || !Number.isNaN(slowMoment(iso)) ? { precision: 'time', iso } : null;
}

/** Hours that a time is written ahead of UTC, where it is written as in London; else null. */
function writtenAhead(iso: string): 0 | 1 | null {
  if (iso.endsWith('Z') || iso.endsWith('+00:00')) return 0;
  return iso.endsWith('+01:00') ? 1 : null;
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

/** What systems write for "never" and "for ever": no moment on a clock, and moved by no offset. */
const outOfTime = /^(?:000[01]|9999)-/;

/** A time with no offset is local clock time and is shown as written. */
function partsOf(date: ClinicalDate): Parts {
  const { iso, precision } = date;
  if (precision !== 'time' || !zoned.test(iso) || outOfTime.test(iso)) return written(iso);
  if (year(iso) <= ruledSince || year(iso) > 9990) return inZone(date);
  const ahead = writtenAhead(iso);
  if (ahead !== null) {
    const hour = digits(iso, 11) - ahead;
    const inLondon = hour + aheadBy(year(iso), digits(iso, 5), digits(iso, 8), hour);
    if (inLondon === hour + ahead) return written(iso);
  }
  const at = new Date(momentOf(date));
  const [month, day] = [at.getUTCMonth() + 1, at.getUTCDate()];
  const hours = aheadBy(at.getUTCFullYear(), month, day, at.getUTCHours());
  return written(new Date(at.getTime() + hours * hourMs).toISOString());
}

function written(iso: string): Parts {
  return {
    year: iso.slice(0, 4),
    month: iso.slice(5, 7),
    day: iso.slice(8, 10),
    time: iso.slice(11, 16),
  };
}

/** In its first days it may still be the year before, seen from another zone. */
const ruledSince = 1996;

/**
 * Hours that London's clock is ahead of UTC: one from 01:00 UTC on the last Sunday of March to
 * 01:00 UTC on that of October (Summer Time Act 1972 as amended; every year since 1996).
 * @param hour of that day in UTC; below 0 it is of the day before
 */
function aheadBy(year: number, month: number, day: number, hour: number): 0 | 1 {
  if (month !== 3 && month !== 10) return month > 3 && month < 10 ? 1 : 0;
  // Both months have 31 days; the first of 1970 was a Thursday.
  const changes = 31 - ((daysSince1970(year, month, 31) + 4) % 7);
  const hasChanged = day > changes || (day === changes && hour > 0);
  return hasChanged === (month === 3) ? 1 : 0;
}

const hourMs = 60 * 60 * 1000;

/** The zone database, which is slow, is asked for the years before today's rule alone, and once. */
const asked = new WeakMap<ClinicalDate, Parts>();

function inZone(date: ClinicalDate): Parts {
  const known = asked.get(date);
  if (known) return known;
  const found: Record<string, string> = {};
  for (const part of london.formatToParts(momentOf(date))) found[part.type] = part.value;
  const parts = {
    year: found['year'] ?? '',
    month: found['month'] ?? '',
    day: found['day'] ?? '',
    time: `${found['hour'] ?? ''}:${found['minute'] ?? ''}`,
  };
  asked.set(date, parts);
  return parts;
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
  return `${year}${month && `-${month}`}${day && `-${day}`}`;
}

/** Newest first; a date that is not known sorts last. */
export function newestFirst(a: ClinicalDate | null, b: ClinicalDate | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return momentOf(b) - momentOf(a);
}

const dayMs = 24 * hourMs;

/**
 * Milliseconds since 1970, to sort and to draw by. Partial dates count from their first day; an
 * offset-free time counts as UTC.
 */
export function momentOf({ iso, precision }: ClinicalDate): number {
  // A long list asks tens of thousands of times: by its digits, a quarter of the parser's time.
  if (precision !== 'time') {
    const day = iso.length > 8 ? digits(iso, 8) : 1;
    return dayMs * daysSince1970(year(iso), iso.length > 5 ? digits(iso, 5) : 1, day);
  }
  // A fraction of four digits is as long as an offset.
  const isZoned = iso.length === 25 && !iso.endsWith('Z') && zoned.test(iso);
  if (isZoned || (iso.length === 20 && iso.endsWith('Z'))) {
    const [hours, minutes, seconds] = [digits(iso, 11), digits(iso, 14), digits(iso, 17)];
    const day = daysSince1970(year(iso), digits(iso, 5), digits(iso, 8));
    const at = dayMs * day + hourMs * hours + 60_000 * minutes + 1000 * seconds;
    if (!isZoned) return at;
    const ahead = hourMs * digits(iso, 20) + 60_000 * digits(iso, 23);
    return iso[19] === '-' ? at + ahead : at - ahead;
  }
  return slowMoment(iso);
}

function slowMoment(iso: string): number {
  return Date.parse(zoned.test(iso) ? iso : `${iso}Z`);
}

const zero = 48;

function digits(iso: string, at: number): number {
  return (iso.charCodeAt(at) - zero) * 10 + iso.charCodeAt(at + 1) - zero;
}

function year(iso: string): number {
  return digits(iso, 0) * 100 + digits(iso, 2);
}

/** Gregorian, as dates in FHIR are: years that begin in March, so that leap days come last. */
function daysSince1970(year: number, month: number, day: number): number {
  const from = month > 2 ? year : year - 1;
  const leaps = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5);
  return 365 * from + leaps + inYear + day - 719_469;
}
