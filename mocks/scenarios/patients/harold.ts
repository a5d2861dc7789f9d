/** Patient 8: his practice does not share; one system says weekly, another daily. */
import { hostEncounter } from '../build/encounters.ts';
import { patientFor, type Person } from '../build/people.ts';
import type { Scenario } from '../types.ts';
import { haroldAtGp, haroldAtHospital, haroldInCommunity } from './harold/records.ts';

const person: Person = {
  nhsNumber: '9990000093',
  family: 'Finch',
  given: ['Harold', 'James'],
  prefix: 'Mr',
  gender: 'male',
  birthDate: '1952-08-27',
  line: '19 Quarry Piece',
  city: 'Oxford',
  postcode: 'OX40 8HK',
  phone: '01632 960190',
  practice: 'bury-knowle',
};

export const harold: Scenario = {
  key: 'harold',
  title: 'Harold Finch',
  trap: 'Bury Knowle does not share: allergies unavailable. Methotrexate weekly against daily.',
  nhsNumber: person.nhsNumber,
  practice: person.practice,
  hosts: ['epr'],
  host: patientFor('pat-04ad6e', person),
  demographics: patientFor('dem-a09', person),
  encounters: {
    epr: hostEncounter('epr', {
      id: 'enc-epr-04ad6e',
      patientId: 'pat-04ad6e',
      kind: 'IMP',
      start: '2026-11-21T16:30:00+00:00',
      reason: 'Mouth ulcers and fever',
      where: 'Acute general medicine, bed 6',
    }),
  },
  records: {
    'bury-knowle': haroldAtGp,
    ouh: haroldAtHospital,
    'oxford-health': haroldInCommunity,
  },
  variants: [],
};
