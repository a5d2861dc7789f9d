/** Patient 2: unconscious at 02:40, the allergy that arrives late, a source that never answers. */
import { hostEncounter } from '../build/encounters.ts';
import { patientFor, type Person } from '../build/people.ts';
import type { Scenario } from '../types.ts';
import { danielInCommunity, danielInSocialCare } from './daniel/community.ts';
import { danielAtGp } from './daniel/gp.ts';
import { danielAtHospital } from './daniel/hospital.ts';

const person: Person = {
  nhsNumber: '9990000026',
  family: 'Whitlock',
  given: ['Daniel'],
  prefix: 'Mr',
  gender: 'male',
  birthDate: '1971-02-03',
  line: 'Flat 2, 61 Cherwell Court',
  city: 'Oxford',
  postcode: 'OX40 2BD',
  phone: '01632 960120',
  practice: 'hollow-way',
};

export const daniel: Scenario = {
  key: 'daniel',
  title: 'Daniel Whitlock',
  trap: 'Unconscious: break glass. An allergy arrives late; social care does not answer.',
  nhsNumber: person.nhsNumber,
  practice: person.practice,
  hosts: ['gp', 'epr'],
  host: patientFor('pat-9b70d3', person),
  demographics: patientFor('dem-a02', person),
  encounters: {
    gp: hostEncounter('gp', {
      id: 'enc-gp-9b70d3',
      patientId: 'pat-9b70d3',
      kind: 'VR',
      start: '2026-11-22T08:10:00+00:00',
      reason: 'Out-of-hours report to read',
      where: 'Telephone',
    }),
    epr: hostEncounter('epr', {
      id: 'enc-epr-9b70d3',
      patientId: 'pat-9b70d3',
      kind: 'EMER',
      start: '2026-11-22T02:40:00+00:00',
      reason: 'Found unresponsive, Glasgow Coma Scale 6',
      where: 'Emergency department, resuscitation 1',
    }),
  },
  records: {
    'hollow-way': danielAtGp,
    ouh: danielAtHospital,
    'oxford-health': danielInCommunity,
    'social-care': danielInSocialCare,
  },
  variants: [],
};
