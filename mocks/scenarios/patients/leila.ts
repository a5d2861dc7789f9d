/** Patient 10: restricted. Shut by default; where opened, nothing may say where she is. */
import type { Patient } from 'fhir/r4';
import { hostEncounter } from '../build/encounters.ts';
import { patientFor, restricted, type Person } from '../build/people.ts';
import type { Scenario } from '../types.ts';
import { formerSurname, phone, refuge } from './leila/planted.ts';
import { leilaRecords } from './leila/records.ts';

const person: Person = {
  nhsNumber: '9990000115',
  family: 'Haddad',
  given: ['Leila'],
  prefix: 'Ms',
  gender: 'female',
  birthDate: '1990-05-17',
  line: `${refuge}, 9 Quarry Steps`,
  city: 'Banbury',
  postcode: 'OX40 1KM',
  phone,
  practice: 'hollow-way',
};

/** Her former name is on file for matching; nobody may be shown it. */
function withFormerName(patient: Patient): Patient {
  const former = {
    use: 'old' as const,
    family: formerSurname,
    given: ['Leila'],
    period: { end: '2026-02-27' },
  };
  return { ...patient, name: [...(patient.name ?? []), former] };
}

export const leila: Scenario = {
  key: 'leila',
  title: 'Leila Haddad',
  trap: 'Restricted: shut by default; where opened, no trace of where she is.',
  nhsNumber: person.nhsNumber,
  practice: person.practice,
  hosts: ['gp', 'epr'],
  host: withFormerName(patientFor('pat-630e1d', person)),
  demographics: restricted(withFormerName(patientFor('dem-a11', person))),
  encounters: {
    gp: hostEncounter('gp', {
      id: 'enc-gp-630e1d',
      patientId: 'pat-630e1d',
      kind: 'AMB',
      start: '2026-11-22T10:40:00+00:00',
      reason: 'Cough and wheeze',
      where: 'Consulting room 4',
    }),
    epr: hostEncounter('epr', {
      id: 'enc-epr-630e1d',
      patientId: 'pat-630e1d',
      kind: 'EMER',
      start: '2026-11-22T15:10:00+00:00',
      reason: 'Asthma attack',
      where: 'Emergency department, majors 7',
    }),
  },
  records: leilaRecords,
  variants: [
    {
      key: 'very-restricted',
      label: 'Very restricted (V): opens nowhere',
      demographics: restricted(withFormerName(patientFor('dem-a11', person)), 'V'),
    },
    {
      key: 'host-restricted-only',
      label: 'Restricted in this system only; the demographics service has no label',
      host: restricted(withFormerName(patientFor('pat-630e1d', person))),
      demographics: withFormerName(patientFor('dem-a11', person)),
    },
    {
      key: 'both-restricted',
      label: 'Restricted in both systems',
      host: restricted(withFormerName(patientFor('pat-630e1d', person))),
    },
  ],
};
