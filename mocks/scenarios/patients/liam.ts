/** Patient 7: one column per source, permission asked by a colleague, nothing computed. */
import type { HumanName } from 'fhir/r4';
import { hostEncounter } from '../build/encounters.ts';
import { patientFor, type Person } from '../build/people.ts';
import type { Scenario } from '../types.ts';
import { liamAtGp } from './liam/gp.ts';
import { liamAtHospital, liamInCommunity } from './liam/trusts.ts';
import { liamVariants } from './liam/variants.ts';

const person: Person = {
  nhsNumber: '9990000085',
  family: "O'Rourke",
  given: ['William'],
  prefix: 'Mr',
  gender: 'male',
  birthDate: '1983-11-11',
  line: '3 Signal Yard',
  city: 'Oxford',
  postcode: 'OX40 7GJ',
  phone: '01632 960180',
  practice: 'hollow-way',
};

const official = patientFor('dem-a08', person);
const knownAs: HumanName = { use: 'usual', family: "O'Rourke", given: ['Liam'] };

const host = patientFor('pat-c6134a', { ...person, family: 'ORourke', given: ['Liam'] });
const demographics = { ...official, name: [...(official.name ?? []), knownAs] };

export const liam: Scenario = {
  key: 'liam',
  title: "William “Liam” O'Rourke",
  trap: 'The host has “Liam ORourke”. A nurse asked him at 09:10; the pharmacist opens.',
  nhsNumber: person.nhsNumber,
  practice: person.practice,
  hosts: ['gp', 'epr'],
  host,
  demographics,
  encounters: {
    gp: hostEncounter('gp', {
      id: 'enc-gp-c6134a',
      patientId: 'pat-c6134a',
      kind: 'VR',
      start: '2026-11-22T09:00:00+00:00',
      reason: 'Hospital asks about his antibiotic',
      where: 'Telephone',
    }),
    epr: hostEncounter('epr', {
      id: 'enc-epr-c6134a',
      patientId: 'pat-c6134a',
      kind: 'IMP',
      start: '2026-11-22T06:50:00+00:00',
      reason: 'Fever, drowsy. Ben Carver asked his permission at 09:10',
      where: 'Acute general medicine, bed 14',
    }),
  },
  records: {
    'hollow-way': liamAtGp,
    ouh: liamAtHospital,
    'oxford-health': liamInCommunity,
  },
  variants: liamVariants(host, demographics),
};
