import { calendarDay } from './clinical-date.ts';
import { foldName } from './demographic-match.ts';
import type { HostPatient, PersonName } from './person.ts';
import type { KnownUser } from './user.ts';

/** `certain`: the NHS numbers are equal. `likely`: name and date of birth are (a namesake?). */
export type OwnRecord = 'certain' | 'likely' | 'no';

/**
 * Is the user looking at themselves? Different numbers do not settle it: one may be superseded.
 * Source: domain notes section 7, own record.
 */
export function ownRecord(
  user: KnownUser,
  patient: Pick<HostPatient, 'nhsNumber' | 'names' | 'birthDate'>,
): OwnRecord {
  if (user.nhsNumber === patient.nhsNumber) return 'certain';
  if (user.birthDate === null || patient.birthDate === null) return 'no';
  if (calendarDay(user.birthDate) !== calendarDay(patient.birthDate)) return 'no';
  const theirs = new Set(patient.names.map(nameKey));
  return user.names.some((name) => theirs.has(nameKey(name))) ? 'likely' : 'no';
}

function nameKey(name: PersonName): string {
  return `${foldName(name.family ?? '')}/${foldName(name.given[0] ?? '')}`;
}
