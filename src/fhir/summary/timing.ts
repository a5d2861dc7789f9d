/** FHIR Timing in words, or not at all (FHIR R4 datatypes, Timing). */
import * as s from '../shape.ts';
import { concept } from '../datatypes.ts';
import { integerFrom, matching, where } from '../limits.ts';
import { parsed } from '../parsed.ts';
import { joined, shownText } from '../text.ts';

export const timing = s.object({
  event: s.optional(s.array(s.string)),
  code: s.optional(concept),
  repeat: s.optional(s.record(s.unknown)),
});

const repeat = s.strictObject({
  // Start and end of the course are dates of their own and are shown as such.
  boundsPeriod: s.optional(s.unknown),
  frequency: s.optional(integerFrom(1)),
  period: s.optional(where(s.number, (length) => length > 0, 'must be over 0')),
  periodUnit: s.optional(s.oneOf(['s', 'min', 'h', 'd', 'wk', 'mo', 'a'])),
  dayOfWeek: s.optional(s.array(s.oneOf(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']))),
  timeOfDay: s.optional(s.array(matching(/^\d{2}:\d{2}(:\d{2})?$/))),
});
type Repeat = s.Infer<typeof repeat>;

const units = {
  s: 'second',
  min: 'minute',
  h: 'hour',
  d: 'day',
  wk: 'week',
  mo: 'month',
  a: 'year',
} as const;
const days = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const;

/** Undefined where any part is not one we can say; null where it says nothing. */
export function timingText(found: s.Infer<typeof timing>): string | null | undefined {
  const words = shownText(found.code?.text) ?? shownText(found.code?.coding?.[0]?.display);
  if (words !== null) return words;
  if (found.event || found.code) return undefined;
  if (!found.repeat) return null;
  const read = parsed(repeat, found.repeat);
  return read ? repeatText(read) : undefined;
}

/**
 * Days and times of day that the author's words leave out: "15 mg weekly" is on a Monday.
 * @param said what they wrote
 */
export function unsaidTimes(
  found: s.Infer<typeof timing> | undefined,
  said: string,
): string | null {
  const read = parsed(repeat, found?.repeat);
  if (!read) return null;
  const { dayOfWeek = [], timeOfDay = [] } = read;
  const words = said.toLowerCase();
  const on = dayOfWeek.map((day) => days[day]);
  const at = timeOfDay.map((time) => time.slice(0, 5));
  const isSaid = (each: string) => words.includes(each.toLowerCase());
  return joined(
    [
      on.length === 0 || on.every(isSaid) ? null : `on ${on.join(', ')}`,
      at.length === 0 || at.every(isSaid) ? null : `at ${at.join(', ')}`,
    ],
    ' ',
  );
}

function repeatText(found: Repeat): string | null | undefined {
  const often = frequencyText(found);
  if (often === undefined) return undefined;
  const on = (found.dayOfWeek ?? []).map((day) => days[day]).join(', ');
  const at = (found.timeOfDay ?? []).map((time) => time.slice(0, 5)).join(', ');
  return joined([often, on === '' ? null : `on ${on}`, at === '' ? null : `at ${at}`], ' ');
}

function frequencyText({ frequency, period, periodUnit }: Repeat): string | null | undefined {
  if (frequency === undefined && period === undefined && periodUnit === undefined) return null;
  if (period === undefined || periodUnit === undefined) return undefined;
  const unit = units[periodUnit];
  const each = period === 1 ? `every ${unit}` : `every ${period} ${unit}s`;
  const count = frequency ?? 1;
  if (count === 1) return period === 1 ? `once a ${unit}`.replace('a hour', 'an hour') : each;
  const times = count === 2 ? 'twice' : `${count} times`;
  return period === 1 ? `${times} a ${unit}`.replace('a hour', 'an hour') : `${times} ${each}`;
}
