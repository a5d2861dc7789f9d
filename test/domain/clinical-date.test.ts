import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendarDay,
  formatDate,
  formatDateTime,
  formatTime,
  momentOf,
  newestFirst,
  parseClinicalDate,
} from '../../src/domain/clinical-date.ts';
import { date } from '../flow/people.ts';

describe('a date as its author knew it', () => {
  it.each([
    ['1998', '1998'],
    ['2004-03', 'Mar-2004'],
    ['1945-07-14', '14-Jul-1945'],
  ])('%s is shown as %s and no more exact', (iso, shown) => {
    expect(formatDate(date(iso))).toBe(shown);
    expect(formatDateTime(date(iso))).toBe(shown);
    expect(formatTime(date(iso))).toBeNull();
  });

  it.each([
    ['2026-11-20T09:14:00Z', '20-Nov-2026 09:14'],
    ['2026-07-01T09:14:00Z', '01-Jul-2026 10:14'],
    ['2026-07-31T23:30:00Z', '01-Aug-2026 00:30'],
    ['2026-11-20T09:14:00.123+02:00', '20-Nov-2026 07:14'],
    ['2026-11-20T09:14', '20-Nov-2026 09:14'],
  ])('%s is %s in Oxford', (iso, shown) => {
    expect(formatDateTime(date(iso))).toBe(shown);
  });

  it('the calendar day is the one in Oxford', () => {
    expect(calendarDay(date('2026-07-31T23:30:00Z'))).toBe('2026-08-01');
    expect(calendarDay(date('2004-03'))).toBe('2004-03');
  });

  it.each([
    '2026-02-30',
    '2026-13',
    '2026-00-01',
    '26',
    '2026-1-1',
    '2026-11-20T25:00Z',
    '2026-11-20T09:14:75',
    '2026-11-20T09:14:61Z',
    '2026-11-20T24:00:00Z',
    '2026-11-20T09:60:00+01:00',
    '2026-00',
    '2026-11-20T09:14:00+99:99',
    '2026-11-20T09:14:00+01:60',
    'today',
    '',
  ])('refuses %j, which does not exist', (raw) => {
    expect(parseClinicalDate(raw)).toBeNull();
  });

  it('takes a leap second for the one before it', () => {
    expect(formatDateTime(date('2016-12-31T23:59:60Z'))).toBe('31-Dec-2016 23:59');
    expect(newestFirst(date('2016-12-31T23:59:60.5+00:00'), date('2017-01-01'))).toBeGreaterThan(0);
  });

  it.each([
    ['0001-01-01T00:00:00Z', '01-Jan-0001 00:00'],
    ['9999-12-31T23:59:59Z', '31-Dec-9999 23:59'],
    ['9999-12-31T23:59:59-05:00', '31-Dec-9999 23:59'],
  ])('%s, which is no moment, is shown as written', (iso, shown) => {
    expect(formatDateTime(date(iso))).toBe(shown);
  });

  it('shows and sorts every time that it accepts', () => {
    const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
    const zone = fc.oneof(
      fc.constant('Z'),
      fc.tuple(two, two).map(([h, m]) => `+${h}:${m}`),
    );
    const time = fc
      .tuple(two, two, two, zone)
      .map(([h, m, s, z]) => `2016-12-31T${h}:${m}:${s}${z}`);
    fc.assert(
      fc.property(time, (raw) => {
        const parsed = parseClinicalDate(raw);
        if (parsed === null) return;
        expect(formatDateTime(parsed)).toMatch(/^\d{2}-[A-Z][a-z]{2}-\d{4} \d{2}:\d{2}$/);
        expect(newestFirst(parsed, parsed)).toBe(0);
      }),
    );
  });

  it('never throws, and shows what it accepts', () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        const parsed = parseClinicalDate(raw);
        expect(parsed === null || formatDateTime(parsed).length >= 4).toBe(true);
      }),
    );
  });

  it('sorts newest first, with what has no date at the end', () => {
    const dates = [null, date('2004-03'), date('2026-11-20T09:14:00Z'), date('1998')];
    expect(dates.sort(newestFirst).map((each) => each?.iso ?? null)).toEqual([
      '2026-11-20T09:14:00Z',
      '2004-03',
      '1998',
      null,
    ]);
  });
});

describe('the moment to sort by', () => {
  it('is what the parser says, for every day of the calendar and every way to write it', () => {
    const differing: string[] = [];
    const two = (n: number) => String(n).padStart(2, '0');
    const years = [
      0, 1, 4, 99, 100, 400, 1899, 1900, 1945, 1969, 1970, 1999, 2000, 2023, 2024, 9999,
    ];
    for (const year of years.map((each) => String(each).padStart(4, '0'))) {
      for (let month = 1; month <= 12; month += 1) {
        for (let day = 1; day <= 31; day += 1) {
          const iso = `${year}-${two(month)}-${two(day)}`;
          const times = ['T23:59:58Z', 'T04:05:06.789Z', 'T09:14:00+01:00', 'T09:14Z'].concat(
            ...['T04:05:06.7891Z', 'T04:05:06.7-05:30', 'T23:59:58.12+14:00', 'T23:59:58-00:00'],
          );
          for (const raw of [year, iso.slice(0, 7), iso, ...times.map((time) => iso + time)]) {
            const parsed = parseClinicalDate(raw);
            if (parsed && momentOf(parsed) !== Date.parse(raw)) differing.push(raw);
          }
        }
      }
    }
    expect(differing).toEqual([]);
    expect(momentOf(date('2026-11-20T09:14'))).toBe(Date.UTC(2026, 10, 20, 9, 14));
  });
});

describe('London time', () => {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const hour = 60 * 60 * 1000;

  /** One moment, as the clocks of several zones have it. */
  function written(at: number): readonly string[] {
    const inZones = [0, 1, 5, -5].map((ahead) => {
      const sign = ahead < 0 ? '-' : '+';
      const local = new Date(at + ahead * hour).toISOString().slice(0, 19);
      return `${local}${sign}0${Math.abs(ahead)}:00`;
    });
    const inUtc = new Date(at).toISOString().slice(0, 19);
    const fractions = ['', '.0', '.00', '.000', '.0000', '.00000', '.000000'];
    return [...fractions.map((fraction) => `${inUtc}${fraction}Z`), ...inZones];
  }

  /** Those of these moments of which we say another day or time than the zone database. */
  function differing(from: number, to: number, step: number): readonly string[] {
    const found: string[] = [];
    for (let at = from; at < to; at += step) {
      for (const iso of written(at)) {
        const date = parseClinicalDate(iso);
        const [year, month, day] = (date ? calendarDay(date) : '').split('-');
        const said = `${day ?? ''}/${month ?? ''}/${year ?? ''}, ${(date && formatTime(date)) ?? ''}`;
        if (said !== clock.format(at) || !date || momentOf(date) !== at) found.push(iso);
      }
    }
    return found;
  }

  it('is what the zone database says, all through the years', () => {
    expect(differing(Date.UTC(1965, 0, 1), Date.UTC(2040, 0, 1), 53 * hour)).toEqual([]);
  });

  it('is what the zone database says, in each hour of the weeks in which the clocks change', () => {
    for (let year = 1994; year < 2045; year += 1)
      for (const month of [2, 9])
        expect(differing(Date.UTC(year, month, 22), Date.UTC(year, month + 1, 2), hour)).toEqual(
          [],
        );
  });
});
