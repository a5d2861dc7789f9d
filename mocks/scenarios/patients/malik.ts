/** Patients 4: identical twins. A resource of one among the other's must close the record. */
import { hostEncounter } from '../build/encounters.ts';
import { patientFor, type Person } from '../build/people.ts';
import type { Scenario } from '../types.ts';
import { ayaanAtGp, ayaanAtHospital, ayaanInCommunity } from './malik/ayaan.ts';
import {
  aryanAtGp,
  aryanAtHospital,
  aryanInCommunity,
  aryansHospitalAllergy,
} from './malik/aryan.ts';
import { aryanInSocialCare, ayaanInSocialCare } from './malik/safeguarding.ts';

const twin = {
  family: 'Malik',
  gender: 'male',
  birthDate: '2022-09-09',
  line: '8 Tanners Reach',
  city: 'Bicester',
  postcode: 'OX40 4DF',
  phone: '01632 960140',
  practice: 'hollow-way',
} as const;

const ayaanPerson: Person = { ...twin, nhsNumber: '9990000042', given: ['Ayaan'] };
const aryanPerson: Person = { ...twin, nhsNumber: '9990000050', given: ['Aryan'] };

export const ayaan: Scenario = {
  key: 'ayaan',
  title: 'Ayaan Malik',
  trap: 'A twin. Parental permission; safeguarding stays folded; his brother’s data closes it.',
  nhsNumber: ayaanPerson.nhsNumber,
  practice: 'hollow-way',
  hosts: ['gp', 'epr'],
  host: patientFor('pat-2af6c0', ayaanPerson),
  demographics: patientFor('dem-a04', ayaanPerson),
  encounters: {
    gp: hostEncounter('gp', {
      id: 'enc-gp-2af6c0',
      patientId: 'pat-2af6c0',
      kind: 'AMB',
      start: '2026-11-22T09:20:00+00:00',
      reason: 'Pre-school vaccines',
      where: 'Treatment room',
    }),
    epr: hostEncounter('epr', {
      id: 'enc-epr-2af6c0',
      patientId: 'pat-2af6c0',
      kind: 'EMER',
      start: '2026-11-22T13:05:00+00:00',
      reason: 'Lip swelling after a birthday cake',
      where: 'Children’s emergency department, cubicle 2',
    }),
  },
  records: {
    'hollow-way': ayaanAtGp,
    ouh: ayaanAtHospital,
    'oxford-health': ayaanInCommunity,
    'social-care': ayaanInSocialCare,
  },
  variants: [
    {
      key: 'aryan-in-ayaan',
      label: 'One of Aryan’s resources comes back among Ayaan’s',
      records: {
        ouh: {
          ...ayaanAtHospital,
          resources: [...ayaanAtHospital.resources, aryansHospitalAllergy],
        },
      },
    },
  ],
};

export const aryan: Scenario = {
  key: 'aryan',
  title: 'Aryan Malik',
  trap: 'The other twin: amoxicillin rash, no peanut allergy; same child-protection plan.',
  nhsNumber: aryanPerson.nhsNumber,
  practice: 'hollow-way',
  hosts: ['gp', 'epr'],
  host: patientFor('pat-71d8b4', aryanPerson),
  demographics: patientFor('dem-a05', aryanPerson),
  encounters: {
    gp: hostEncounter('gp', {
      id: 'enc-gp-71d8b4',
      patientId: 'pat-71d8b4',
      kind: 'AMB',
      start: '2026-11-22T09:30:00+00:00',
      reason: 'Earache',
      where: 'Consulting room 1',
    }),
    epr: hostEncounter('epr', {
      id: 'enc-epr-71d8b4',
      patientId: 'pat-71d8b4',
      kind: 'EMER',
      start: '2026-11-22T13:10:00+00:00',
      reason: 'Brought with his brother; well',
      where: 'Children’s emergency department, cubicle 3',
    }),
  },
  records: {
    'hollow-way': aryanAtGp,
    ouh: aryanAtHospital,
    'oxford-health': aryanInCommunity,
    'social-care': aryanInSocialCare,
  },
  variants: [],
};
