/** Patient 12: died three days ago. In the variant the notice is informal and wrong. */
import type { Extension, Patient } from 'fhir/r4';
import { hostEncounter } from '../build/encounters.ts';
import { patientFor, type Person } from '../build/people.ts';
import type { Scenario } from '../types.ts';
import {
  winifredAliveAtHospital,
  winifredAtGp,
  winifredAtHospital,
  winifredInCommunity,
} from './winifred/records.ts';

const person: Person = {
  nhsNumber: '9990000158',
  family: 'Adeyemi',
  given: ['Winifred'],
  prefix: 'Mrs',
  gender: 'female',
  birthDate: '1941-12-01',
  line: '33 Hollyhock Way',
  city: 'Oxford',
  postcode: 'OX40 3NP',
  phone: '01632 960187',
  practice: 'hollow-way',
};

const statuses = {
  informal: {
    code: '1',
    display:
      'Informal - death notice received via an update from a local NHS Organisation ' +
      'such as GP or Trust',
  },
  formal: {
    code: '2',
    display: 'Formal - death notice received from Registrar of Deaths',
  },
} as const;

/** UK Core's death notification status, as the demographics service sends it. */
function deathNotice(kind: keyof typeof statuses): Extension {
  return {
    url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus',
    extension: [
      {
        url: 'deathNotificationStatus',
        valueCodeableConcept: {
          coding: [
            {
              system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-DeathNotificationStatus',
              ...statuses[kind],
            },
          ],
        },
      },
      { url: 'systemEffectiveDate', valueDateTime: '2026-11-20T10:00:00+00:00' },
    ],
  };
}

const host = patientFor('pat-8e45a9', person);
const known = patientFor('dem-a13', person);

function dead(kind: keyof typeof statuses): Patient {
  return { ...known, deceasedDateTime: '2026-11-19', extension: [deathNotice(kind)] };
}

export const winifred: Scenario = {
  key: 'winifred',
  title: 'Winifred Adeyemi',
  trap: 'Died 19-Nov-2026 aged 84: nothing is “current”. The practice still lists her repeats.',
  nhsNumber: person.nhsNumber,
  practice: person.practice,
  hosts: ['gp', 'epr'],
  host: { ...host, deceasedDateTime: '2026-11-19' },
  demographics: dead('formal'),
  encounters: {
    gp: hostEncounter('gp', {
      id: 'enc-gp-8e45a9',
      patientId: 'pat-8e45a9',
      kind: 'AMB',
      start: '2026-11-22T09:10:00+00:00',
      reason: 'Repeat prescription request',
      where: 'Consulting room 2',
    }),
    epr: hostEncounter('epr', {
      id: 'enc-epr-8e45a9',
      patientId: 'pat-8e45a9',
      kind: 'EMER',
      start: '2026-11-22T16:00:00+00:00',
      reason: 'Attendance opened at the front desk',
      where: 'Emergency department, triage',
    }),
  },
  records: {
    'hollow-way': winifredAtGp,
    ouh: winifredAtHospital,
    'oxford-health': winifredInCommunity,
  },
  variants: [
    {
      key: 'informal-notice',
      label: 'Informal death notice; the patient is here and talking',
      demographics: dead('informal'),
      host,
      records: { ouh: winifredAliveAtHospital },
    },
    {
      key: 'host-deceased-only',
      label: 'Died according to this system only; the demographics service has no notice',
      demographics: known,
      records: { ouh: winifredAliveAtHospital },
    },
    {
      key: 'exchange-deceased-only',
      label: 'Formal notice, not yet in this system',
      host,
    },
  ],
};
