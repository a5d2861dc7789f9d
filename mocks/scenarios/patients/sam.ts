/** Patient 11: a superseded number, a host that is behind, a name that must not be shown. */
import type { Patient } from 'fhir/r4';
import { hostEncounter } from '../build/encounters.ts';
import { patientFor, type Person } from '../build/people.ts';
import type { Scenario } from '../types.ts';
import { samAtGp, samAtHospital } from './sam/records.ts';

/** The former given name. It takes part in matching and is never shown. */
export const samsFormerGivenName = 'Rosalind';

const person: Person = {
  nhsNumber: '9990000131',
  family: 'Whitfield',
  given: ['Sam'],
  prefix: 'Dr',
  gender: 'male',
  birthDate: '1996-10-05',
  line: '11 Cooper’s Yard',
  city: 'Oxford',
  postcode: 'OX40 2LN',
  phone: '01632 960185',
  practice: 'hollow-way',
};

const superseded = '9990000123';

function withFormerName(patient: Patient): Patient {
  const former = {
    use: 'old' as const,
    family: person.family,
    given: [samsFormerGivenName],
    period: { end: '2021-01-11' },
  };
  return { ...patient, name: [...(patient.name ?? []), former] };
}

export const sam: Scenario = {
  key: 'sam',
  title: 'Sam Whitfield',
  trap: 'Superseded NHS number; the host says Female; each source has its own range.',
  nhsNumber: superseded,
  supersededBy: person.nhsNumber,
  practice: person.practice,
  hosts: ['gp', 'epr'],
  host: withFormerName(
    patientFor('pat-f72b40', { ...person, nhsNumber: superseded, gender: 'female' }),
  ),
  demographics: withFormerName(patientFor('dem-a12', person)),
  encounters: {
    gp: hostEncounter('gp', {
      id: 'enc-gp-f72b40',
      patientId: 'pat-f72b40',
      kind: 'AMB',
      start: '2026-11-22T11:20:00+00:00',
      reason: 'Blood results',
      where: 'Consulting room 1',
    }),
    epr: hostEncounter('epr', {
      id: 'enc-epr-f72b40',
      patientId: 'pat-f72b40',
      kind: 'EMER',
      start: '2026-11-22T09:50:00+00:00',
      reason: 'Headache',
      where: 'Emergency department, majors 11',
    }),
  },
  records: { 'hollow-way': samAtGp, ouh: samAtHospital },
  variants: [
    {
      key: 'number-updated',
      label: 'This system has the new NHS number; it still says Female',
      host: withFormerName(patientFor('pat-f72b40', { ...person, gender: 'female' })),
    },
  ],
};
