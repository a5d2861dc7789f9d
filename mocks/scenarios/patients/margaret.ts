/** Patient 3: who may decide for her, two resuscitation plans, doses at the hour. */
import { hostEncounter } from '../build/encounters.ts';
import { patientFor, type Person } from '../build/people.ts';
import type { Scenario } from '../types.ts';
import { margaretInCommunity, margaretInSocialCare } from './margaret/community.ts';
import { margaretAtGp } from './margaret/gp.ts';
import { margaretAtHospital } from './margaret/hospital.ts';
import { margaretVariants } from './margaret/variants.ts';

const person: Person = {
  nhsNumber: '9990000034',
  family: 'Elwood',
  given: ['Margaret'],
  prefix: 'Mrs',
  gender: 'female',
  birthDate: '1936-06-02',
  line: 'The Withies, 3 Mill Lea',
  city: 'Abingdon',
  postcode: 'OX40 3CE',
  phone: '01632 960130',
  practice: 'hollow-way',
};

export const margaret: Scenario = {
  key: 'margaret',
  title: 'Margaret Elwood',
  trap: 'Daughter is attorney, son is next of kin; two resuscitation plans; doses at the hour.',
  nhsNumber: person.nhsNumber,
  practice: person.practice,
  hosts: ['gp', 'epr'],
  host: patientFor('pat-e817f5', person),
  demographics: patientFor('dem-a03', person),
  encounters: {
    gp: hostEncounter('gp', {
      id: 'enc-gp-e817f5',
      patientId: 'pat-e817f5',
      kind: 'HH',
      start: '2026-11-22T11:15:00+00:00',
      reason: 'Care home call: drowsy',
      where: 'The Withies care home',
    }),
    epr: hostEncounter('epr', {
      id: 'enc-epr-e817f5',
      patientId: 'pat-e817f5',
      kind: 'EMER',
      start: '2026-11-22T12:20:00+00:00',
      reason: 'Drowsy, slow breathing',
      where: 'Emergency department, majors 9',
    }),
  },
  records: {
    'hollow-way': margaretAtGp,
    ouh: margaretAtHospital,
    'oxford-health': margaretInCommunity,
    'social-care': margaretInSocialCare,
  },
  variants: margaretVariants,
};
