import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { differenceInMonths } from 'date-fns/differenceInMonths';
import { differenceInYears } from 'date-fns/differenceInYears';
import { addMonths } from 'date-fns/addMonths';
import { addYears } from 'date-fns/addYears';
import { type ClinicalDate, calendarDay } from './clinical-date.ts';

/**
 * Age as the NHS Common User Interface shows it: `90min`, `26hrs`, `27d`, `4w 1d`, `13m 8d`,
 * `4y 1m`, `81y`; zero units are left out.
 * @param birth the date of birth; a partial one gives years only
 * @param at the moment the age is wanted for: now, or the date of death
 * @returns null when the birth lies after `at`, or only a partial date could say
 */
export function formatAge(birth: ClinicalDate, at: ClinicalDate): string | null {
  const to = localDay(at);
  if (birth.precision === 'year' || birth.precision === 'month') return roughYears(birth, to);
  const from = localDay(birth);
  const days = differenceInCalendarDays(to, from);
  if (days < 0) return null;
  const hours = timedHours(birth, at);
  if (hours !== null) return hours;
  if (days < 28) return `${days}d`;
  const months = differenceInMonths(to, from);
  const years = differenceInYears(to, from);
  if (years < 1) return join([Math.floor(days / 7), 'w'], [days % 7, 'd']);
  if (years < 2) {
    return join([months, 'm'], [differenceInCalendarDays(to, addMonths(from, months)), 'd']);
  }
  if (years < 18) {
    return join([years, 'y'], [differenceInMonths(to, addYears(from, years)), 'm']);
  }
  return `${years}y`;
}

/** Whole years, for rules that turn on age (16 and 17: presumed able to decide). */
export function yearsOld(birth: ClinicalDate, at: ClinicalDate): number | null {
  if (birth.precision === 'year' || birth.precision === 'month') return null;
  if (localDay(birth) > localDay(at)) return null;
  return differenceInYears(localDay(at), localDay(birth));
}

function timedHours(birth: ClinicalDate, at: ClinicalDate): string | null {
  if (birth.precision !== 'time' || at.precision !== 'time') return null;
  const minutes = Math.floor((Date.parse(at.iso) - Date.parse(birth.iso)) / 60_000);
  if (minutes < 120) return `${minutes}min`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)}hrs` : null;
}

function roughYears(birth: ClinicalDate, to: Date): string | null {
  const years = to.getFullYear() - Number(birth.iso.slice(0, 4));
  return years >= 0 ? `about ${years}y` : null;
}

/** Ages count calendar days in Europe/London, so times are dropped before comparing. */
function localDay(date: ClinicalDate): Date {
  const [year = '1', month = '1', day = '1'] = calendarDay(date).split('-');
  return new Date(Number(year), Number(month) - 1, Number(day));
}

function join(...units: readonly (readonly [number, string])[]): string {
  return units
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount}${unit}`)
    .join(' ');
}
