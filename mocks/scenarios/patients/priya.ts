/** Patient 6: a stale pregnancy at the practice, a teratogen still on repeat, an interpreter. */
import { words } from '../build/coding.ts';
import { hostEncounter } from '../build/encounters.ts';
import { patientFor, type Person } from '../build/people.ts';
import { carePlan } from '../build/plans.ts';
import { writerFor } from '../build/writer.ts';
import { priyaAroundCommunity } from './priya/around.ts';
import type { Scenario } from '../types.ts';
import { priyaAtGp } from './priya/gp.ts';
import { priyaAtHospital } from './priya/hospital.ts';
import { priyaVariants } from './priya/variants.ts';

const person: Person = {
  nhsNumber: '9990000077',
  family: 'Nair',
  given: ['Priya'],
  prefix: 'Mrs',
  gender: 'female',
  birthDate: '1994-04-30',
  line: '52 Barley Hythe',
  city: 'Didcot',
  postcode: 'OX40 6FH',
  phone: '01632 960170',
  practice: 'hollow-way',
};

/** She speaks Malayalam (BCP 47 `ml`) and needs an interpreter. */
const speaksMalayalam = {
  communication: [
    {
      language: {
        coding: [{ system: 'urn:ietf:bcp:47', code: 'ml', display: 'Malayalam' }],
        text: 'Malayalam',
      },
      preferred: true,
    },
  ],
};

const community = writerFor('oxford-health', 'oh-61127');

const host = { ...patientFor('pat-58ce07', person), ...speaksMalayalam };
const demographics = { ...patientFor('dem-a07', person), ...speaksMalayalam };

export const priya: Scenario = {
  key: 'priya',
  title: 'Priya Nair',
  trap: 'A stale due date; stopped valproate still on repeat; a medicine only the hospital gives.',
  nhsNumber: person.nhsNumber,
  practice: person.practice,
  hosts: ['gp', 'epr'],
  host,
  demographics,
  encounters: {
    gp: hostEncounter('gp', {
      id: 'enc-gp-58ce07',
      patientId: 'pat-58ce07',
      kind: 'AMB',
      start: '2026-11-22T11:00:00+00:00',
      reason: 'Medicines review in pregnancy',
      where: 'Consulting room 3',
    }),
    epr: hostEncounter('epr', {
      id: 'enc-epr-58ce07',
      patientId: 'pat-58ce07',
      kind: 'IMP',
      start: '2026-11-21T18:40:00+00:00',
      reason: 'Abdominal pain at 28 weeks',
      where: 'Maternity assessment unit, bed 3',
    }),
  },
  records: {
    'hollow-way': priyaAtGp,
    ouh: priyaAtHospital,
    'oxford-health': {
      localId: community.localId,
      resources: [
        carePlan(community, {
          category: words('Health visiting'),
          title: 'Antenatal health visitor contact',
          description: 'First home visit planned at 32 weeks, with an interpreter.',
          start: '2026-11-09',
          recorded: '2026-11-09',
          by: 'Gwen Ashby, health visitor',
        }),
        ...priyaAroundCommunity(community),
      ],
      upTo: '2026-11-21T23:59:00+00:00',
    },
  },
  variants: priyaVariants(host, demographics),
};
