/**
 * Dates as screen readers should say them. On screen they are `dd-Mmm-yyyy` (Common User
 * Interface, date display), which is read aloud as "fourteen minus jul".
 */
import { type ClinicalDate, formatDate, formatTime } from '../../domain/clinical-date.ts';

const longMonths: Readonly<Record<string, string>> = {
  Jan: 'January',
  Feb: 'February',
  Mar: 'March',
  Apr: 'April',
  May: 'May',
  Jun: 'June',
  Jul: 'July',
  Aug: 'August',
  Sep: 'September',
  Oct: 'October',
  Nov: 'November',
  Dec: 'December',
};

/** `14 July 1945`, `March 2004` or `1998`: as far as the date is known, never further. */
export function longDate(date: ClinicalDate): string {
  return formatDate(date)
    .split('-')
    .map((part) => longMonths[part] ?? part.replace(/^0(?=\d$)/, ''))
    .join(' ');
}

/** `20 November 2026 at 09:14`, or the date alone where no time is known. */
export function longDateTime(date: ClinicalDate): string {
  const time = formatTime(date);
  return time === null ? longDate(date) : `${longDate(date)} at ${time}`;
}
