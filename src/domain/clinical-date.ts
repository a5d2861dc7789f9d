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
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;
const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * @param raw a FHIR date, dateTime or instant
 * @returns null for anything else, and for a day (2026-02-30), a time or an offset that does not
 *   exist. A leap second, which FHIR allows, is kept as the second before it.
 */
export function parseClinicalDate(raw: string): ClinicalDate | null {
  const match = raw.length <= 40 ? shape.exec(raw) : null;
  if (!match) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return null;
  if (day !== undefined && (Number(day) < 1 || Number(day) > 28)) {
    const real = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    if (real.getUTCMonth() !== Number(month) - 1 || Number(day) < 1) return null;
  }
  if (hour === undefined) {
    return { precision: day ? 'day' : month ? 'month' : 'year', iso: raw };
  }
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  const iso = second === '60' ? raw.replace(/:60(?=[.Z+-]|$)/, ':59') : raw;
  if (isPlainTime(second, zone)) return { precision: 'time', iso };
  const zoned = zone === undefined ? `${iso}Z` : iso;
  return Number.isNaN(Date.parse(zoned)) ? null : { precision: 'time', iso };
}

/** Its numbers are all in their ranges, so that it exists without asking the slower parser. */
function isPlainTime(second: string | undefined, zone: string | undefined): boolean {
  const isSecond = second === undefined || second <= '59';
  return isSecond && (zone === undefined || zone === 'Z' || zone === '+00:00' || zone === '+01:00');
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

/** A long list asks many times for the parts of one date; reading it once is enough. */
const read = new WeakMap<ClinicalDate, Parts>();

function partsOf(date: ClinicalDate): Parts {
  const known = read.get(date);
  if (known) return known;
  const parts = readParts(date);
  read.set(date, parts);
  return parts;
}

/** What systems write for "never" and "for ever": no moment on a clock, and moved by no offset. */
const outOfTime = /^(?:000[01]|9999)-/;

/** A time with no offset is local clock time and is shown as written. */
function readParts(date: ClinicalDate): Parts {
  const isMoment = date.precision === 'time' && /(Z|[+-]\d{2}:\d{2})$/.test(date.iso);
  if (!isMoment || outOfTime.test(date.iso)) {
    const [year = '', month = '', rest = ''] = date.iso.split('-');
    return { year, month, day: rest.slice(0, 2), time: date.iso.slice(11, 16) };
  }
  const moment = new Date(momentOf(date));
  const year = moment.getUTCFullYear();
  // The zone database, which is slow, is asked for the years before today's rule alone.
  if (year < firstByRule || year > 9990) return zoned(moment);
  const ahead = isSummer(year, moment) ? hourMs : 0;
  const iso = new Date(moment.getTime() + ahead).toISOString();
  return {
    year: iso.slice(0, 4),
    month: iso.slice(5, 7),
    day: iso.slice(8, 10),
    time: iso.slice(11, 16),
  };
}

const firstByRule = 1996;

/**
 * London's clock is an hour ahead of UTC from 01:00 UTC on the last Sunday of March to 01:00 UTC on
 * that of October (Summer Time Act 1972 as amended; every year since 1996).
 */
function isSummer(year: number, moment: Date): boolean {
  const month = moment.getUTCMonth() + 1;
  if (month !== 3 && month !== 10) return month > 3 && month < 10;
  // Both months have 31 days; the first of 1970 was a Thursday.
  const changes = 31 - ((daysSince1970(year, month, 31) + 4) % 7);
  const day = moment.getUTCDate();
  const hasChanged = day > changes || (day === changes && moment.getUTCHours() > 0);
  return hasChanged === (month === 3);
}

const hourMs = 60 * 60 * 1000;

function zoned(moment: Date): Parts {
  const found: Record<string, string> = {};
  for (const part of london.formatToParts(moment)) found[part.type] = part.value;
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
  if (iso.length === 20 && iso.endsWith('Z')) {
    const [hours, minutes, seconds] = [digits(iso, 11), digits(iso, 14), digits(iso, 17)];
    const day = daysSince1970(year(iso), digits(iso, 5), digits(iso, 8));
    return dayMs * day + hourMs * hours + 60_000 * minutes + 1000 * seconds;
  }
  return Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(iso) ? iso : `${iso}Z`);
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
