/** Is the caller the patient? (domain.md 7) NHS numbers decide; name and birth date only flag. */
import type { HumanName } from 'fhir/r4';
import type { Caller } from './caller.ts';
import type { Person } from './demographics.ts';

const plain = (name: string | undefined): string =>
  (name ?? '')
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

const spelt = (names: readonly { family?: string | undefined; given?: string[] | undefined }[]) =>
  names
    .map(({ family, given }) => `${plain(given?.[0])} ${plain(family)}`)
    .filter((name) => !name.startsWith(' ') && !name.endsWith(' '));

/**
 * `own`: an NHS number of the user is the patient's, current, searched or the host's own.
 * `namesake`: only name and birth date are the same.
 */
export function compareWithPatient(caller: Caller, person: Person): 'own' | 'namesake' | 'other' {
  const numbers = [person.current, person.searched, caller.patient.nhsNumber];
  if (caller.person.nhsNumbers.some((number) => numbers.includes(number))) return 'own';
  const names: readonly HumanName[] = person.patient.name ?? [];
  const sameBirth =
    caller.person.birthDate !== undefined && caller.person.birthDate === person.patient.birthDate;
  const patientNames = spelt(names);
  const sameName = spelt(caller.person.names).some((name) => patientNames.includes(name));
  return sameBirth && sameName ? 'namesake' : 'other';
}
