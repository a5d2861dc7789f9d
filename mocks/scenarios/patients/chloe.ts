/** Patient 5: fifteen, alone, able to decide for herself; a source that withholds some items. */
import { hostEncounter } from '../build/encounters.ts';
import { patientFor, type Person } from '../build/people.ts';
import type { Scenario } from '../types.ts';
import { chloeAtGp, chloeAtHospital, chloeInCommunity } from './chloe/records.ts';

const person: Person = {
  nhsNumber: '9990000069',
  family: 'Barton',
  given: ['Chloe'],
  gender: 'female',
  birthDate: '2011-03-19',
  line: '27 Weaver Close',
  city: 'Witney',
  postcode: 'OX40 5EG',
  phone: '01632 960160',
  practice: 'hollow-way',
};

const chloeNothingWithheld = { ...chloeAtGp };
delete chloeNothingWithheld.withheld;

export const chloe: Scenario = {
  key: 'chloe',
  title: 'Chloe Barton',
  trap: 'Fifteen and alone: her own decision. The practice withholds some items.',
  nhsNumber: person.nhsNumber,
  practice: person.practice,
  hosts: ['gp', 'epr'],
  host: patientFor('pat-d05b92', person),
  demographics: patientFor('dem-a06', person),
  encounters: {
    gp: hostEncounter('gp', {
      id: 'enc-gp-d05b92',
      patientId: 'pat-d05b92',
      kind: 'AMB',
      start: '2026-11-22T10:20:00+00:00',
      reason: 'Came alone; wants to talk about sleep',
      where: 'Consulting room 2',
    }),
    epr: hostEncounter('epr', {
      id: 'enc-epr-d05b92',
      patientId: 'pat-d05b92',
      kind: 'EMER',
      start: '2026-11-22T14:00:00+00:00',
      reason: 'Wheeze',
      where: 'Emergency department, majors 2',
    }),
  },
  records: {
    'hollow-way': chloeAtGp,
    ouh: chloeAtHospital,
    'oxford-health': chloeInCommunity,
  },
  variants: [
    {
      key: 'sixteen',
      label: 'Sixteen years old: presumed able to decide',
      host: patientFor('pat-d05b92', { ...person, birthDate: '2010-11-20' }),
      demographics: patientFor('dem-a06', { ...person, birthDate: '2010-11-20' }),
    },
    {
      key: 'nothing-withheld',
      label: 'The practice withholds nothing',
      records: { 'hollow-way': chloeNothingWithheld },
    },
  ],
};
