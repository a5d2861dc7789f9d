/** Grace Okafor as two systems that disagree about her: every row of the demographic check. */
import type { HumanName, Patient } from 'fhir/r4';
import type { Variant } from '../../types.ts';

/** A Patient's current name, changed; former names stay. */
function named(patient: Patient, change: HumanName): Patient {
  const [current, ...others] = patient.name ?? [];
  return { ...patient, name: [{ ...current, ...change }, ...others] };
}

/** Both systems' Patients, made by the story itself. */
export function graceVariants(host: Patient, demographics: Patient): readonly Variant[] {
  const maiden: HumanName = { use: 'maiden', family: 'Eze', given: ['Grace'] };
  const knowsMaiden = { ...demographics, name: [...(demographics.name ?? []), maiden] };
  const undated = { ...host };
  delete undated.birthDate;
  return [
    {
      key: 'surname-differs',
      label: 'Surname differs: this system has Mensah',
      host: named(host, { family: 'Mensah' }),
    },
    {
      key: 'given-name-differs',
      label: 'First name differs: this system has Gloria',
      host: named(host, { given: ['Gloria'] }),
    },
    {
      key: 'both-names-differ',
      label: 'Surname and first name differ: this system has Gloria Mensah',
      host: named(host, { family: 'Mensah', given: ['Gloria'] }),
    },
    {
      key: 'birth-date-differs',
      label: 'Date of birth differs: the Care Summary has 14-Jun-1945',
      demographics: { ...demographics, birthDate: '1945-06-14' },
    },
    {
      key: 'gender-differs',
      label: 'Gender differs: this system has Male',
      host: { ...host, gender: 'male' },
    },
    {
      key: 'middle-name',
      label: 'The Care Summary has a middle name more',
      demographics: named(demographics, { given: ['Grace', 'Adaeze'] }),
    },
    {
      key: 'maiden-name',
      label: 'This system still has her maiden name, Eze',
      host: named(host, { family: 'Eze' }),
      demographics: knowsMaiden,
    },
    {
      key: 'accents',
      label: 'Same name, written OKÁFOR, GRACE in this system',
      host: named(host, { family: 'OKÁFOR', given: ['GRACE'] }),
    },
    {
      key: 'birth-date-missing',
      label: 'This system has no date of birth',
      host: undated,
    },
  ];
}
