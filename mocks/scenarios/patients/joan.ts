/** Patient 9: unconscious, and she has dissented. Nothing opens it, nothing hints at it. */
import { hostEncounter } from '../build/encounters.ts';
import { patientFor, type Person } from '../build/people.ts';
import type { Scenario } from '../types.ts';
import {
  joanAssentsInRead,
  joanAtHospital,
  joanDissents,
  joanDissentsAgain,
  joanDissentsInRead,
  joanDissentsToday,
  joanDissentsToScr,
  joanReversed,
  joanUndecided,
} from './joan/records.ts';

const person: Person = {
  nhsNumber: '9990000107',
  family: 'Prentice',
  given: ['Joan'],
  prefix: 'Ms',
  gender: 'female',
  birthDate: '1960-01-08',
  line: '6 Osier View',
  city: 'Kidlington',
  postcode: 'OX40 9JL',
  phone: '01632 960195',
  practice: 'hollow-way',
};

export const joan: Scenario = {
  key: 'joan',
  title: 'Joan Prentice',
  trap: 'Unconscious, and has dissented: no count, source, log or break glass.',
  nhsNumber: person.nhsNumber,
  practice: person.practice,
  hosts: ['gp', 'epr'],
  host: patientFor('pat-ab93f8', person),
  demographics: patientFor('dem-a10', person),
  encounters: {
    gp: hostEncounter('gp', {
      id: 'enc-gp-ab93f8',
      patientId: 'pat-ab93f8',
      kind: 'VR',
      start: '2026-11-22T13:30:00+00:00',
      reason: 'Ambulance crew on the telephone',
      where: 'Telephone',
    }),
    epr: hostEncounter('epr', {
      id: 'enc-epr-ab93f8',
      patientId: 'pat-ab93f8',
      kind: 'EMER',
      start: '2026-11-22T13:50:00+00:00',
      reason: 'Found unconscious',
      where: 'Emergency department, resuscitation 2',
    }),
  },
  records: { 'hollow-way': joanDissents, ouh: joanAtHospital },
  variants: [
    {
      key: 'dissent-while-open',
      label: 'Dissent recorded while open (one minute after opening)',
      recordsBefore: { 'hollow-way': joanUndecided },
      records: { 'hollow-way': joanDissentsToday },
      afterOpenMs: 60_000,
    },
    {
      key: 'dissent-reversed',
      label: 'Dissent reversed on 20-Nov-2026',
      records: { 'hollow-way': joanReversed },
    },
    {
      key: 'dissent-in-read',
      label: 'Dissent recorded in 2016, in an old Read code (93C1)',
      records: { 'hollow-way': joanDissentsInRead },
    },
    {
      key: 'assent-in-read',
      label: 'Old Read codes: dissent in 2016, agreed again on 20-Nov-2026 (93C0)',
      records: { 'hollow-way': joanAssentsInRead },
    },
    {
      key: 'scr-dissent',
      label: 'Opted out of the Summary Care Record (9Ndo)',
      records: { 'hollow-way': joanDissentsToScr },
    },
    {
      key: 'dissent-again',
      label: 'Agreed in 2019, dissented in 2024',
      records: { 'hollow-way': joanDissentsAgain },
    },
  ],
};
