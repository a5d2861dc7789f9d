/** Patient 1: two anticoagulants, an allergy conflict, strengths that are not a disagreement. */
import { hostEncounter } from '../build/encounters.ts';
import { patientFor, type Person } from '../build/people.ts';
import type { Scenario } from '../types.ts';
import { graceInCommunity, graceInSocialCare } from './grace/community.ts';
import { graceAtGp } from './grace/gp.ts';
import { graceAtHospital } from './grace/hospital.ts';
import { graceVariants } from './grace/variants.ts';

const person: Person = {
  nhsNumber: '9990000018',
  family: 'Okafor',
  given: ['Grace'],
  prefix: 'Mrs',
  gender: 'female',
  birthDate: '1945-07-14',
  line: '14 Larkmead Row',
  city: 'Oxford',
  postcode: 'OX40 1AA',
  phone: '01632 960101',
  practice: 'hollow-way',
};

const host = patientFor('pat-4c9e21', person);
const demographics = patientFor('dem-a01', person);

export const grace: Scenario = {
  key: 'grace',
  title: 'Grace Okafor',
  trap: 'Two anticoagulants; an allergy conflict; strengths that are not a disagreement.',
  nhsNumber: person.nhsNumber,
  practice: person.practice,
  hosts: ['gp', 'epr'],
  host,
  demographics,
  encounters: {
    gp: hostEncounter('gp', {
      id: 'enc-gp-4c9e21',
      patientId: 'pat-4c9e21',
      kind: 'AMB',
      start: '2026-11-22T09:40:00+00:00',
      reason: 'Review after discharge',
      where: 'Consulting room 3',
    }),
    epr: hostEncounter('epr', {
      id: 'enc-epr-4c9e21',
      patientId: 'pat-4c9e21',
      kind: 'EMER',
      start: '2026-11-22T10:55:00+00:00',
      reason: 'Fall at home',
      where: 'Emergency department, majors 4',
    }),
  },
  records: {
    'hollow-way': graceAtGp,
    ouh: graceAtHospital,
    'oxford-health': graceInCommunity,
    'social-care': graceInSocialCare,
  },
  variants: graceVariants(host, demographics),
};
