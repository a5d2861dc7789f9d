/** What surrounds Liam's medicines. */
import type { FhirResource } from 'fhir/r4';
import { procedure } from '../../build/care.ts';
import { words } from '../../build/coding.ts';
import { appointment } from '../../build/encounters.ts';
import { carePlan } from '../../build/plans.ts';
import { condition, flag } from '../../build/problems.ts';
import { bloodPressure, measured, told } from '../../build/results.ts';
import { careTeam, referral } from '../../build/teams.ts';
import type { Writer } from '../../build/writer.ts';
import { procedures } from '../../codes/procedures.ts';
import { problems } from '../../codes/problems.ts';
import { facts, vitals } from '../../codes/tests.ts';

export const liamAroundGp = (writer: Writer): FhirResource[] => [
  measured(writer, {
    test: vitals.weight,
    value: 96.4,
    when: '2026-09-01T09:00:00+01:00',
    category: 'vital-signs',
  }),
  measured(writer, {
    test: vitals.weight,
    value: 92.1,
    when: '2025-09-04T09:00:00+01:00',
    category: 'vital-signs',
  }),
  told(writer, {
    code: facts.occupation,
    value: 'Works two days a week in a bicycle workshop',
    when: '2026-09-01',
    category: 'social-history',
  }),
  appointment(writer, {
    start: '2026-11-19T09:00:00+00:00',
    minutes: 20,
    description: 'Diabetic eye screening',
    with: 'Diabetic eye screening',
    booked: '2026-09-01',
    status: 'cancelled',
  }),
];

const arrival = '2026-11-22T07:20:00+00:00';

export const liamAroundHospital = (writer: Writer): FhirResource[] => [
  condition(writer, { code: problems.type2Diabetes, onset: '2020', recorded: '2026-06-11' }),
  bloodPressure(writer, arrival, 102, 64),
  measured(writer, { test: vitals.heartRate, value: 112, when: arrival, category: 'vital-signs' }),
  measured(writer, { test: vitals.earlyWarning, value: 4, when: arrival, category: 'vital-signs' }),
  referral(writer, {
    to: 'Liaison psychiatry',
    when: '2026-11-22',
    reason: words('Clozapine with fever'),
    priority: 'urgent',
    by: 'Dr Ines Moreau, acute general medicine',
  }),
];

const coordinator = 'Hollis Marr';

export const liamAroundCommunity = (writer: Writer): FhirResource[] => [
  careTeam(writer, {
    name: 'Recovery team, east',
    since: '2022-09-01',
    recorded: '2026-08-10',
    members: [
      { name: coordinator, role: 'Care coordinator' },
      { name: 'Dr Ngozi Pell', role: 'Consultant psychiatrist' },
    ],
    phone: '01632 960182',
  }),
  flag(writer, {
    code: words('Quiet room to wait in; first appointment of the day'),
    category: 'need',
    start: '2023-02-14',
    by: `${coordinator}, care coordinator`,
  }),
  carePlan(writer, {
    category: words('Crisis plan'),
    title: 'Crisis plan',
    description: 'Agreed with Liam, who keeps a copy.',
    start: '2026-08-10',
    recorded: '2026-08-10',
    by: `${coordinator}, care coordinator`,
    steps: ['Two nights without sleep: ring the team', 'His sister Aoife may be told'],
  }),
  procedure(writer, {
    code: procedures.electrocardiogram,
    when: '2026-08-10',
    outcome: 'Sinus rhythm',
    by: 'Clozapine clinic nurse',
  }),
  appointment(writer, {
    start: '2026-12-07T10:00:00+00:00',
    minutes: 20,
    description: 'Clozapine clinic',
    with: 'Clozapine clinic nurse',
    booked: '2026-11-09',
  }),
  told(writer, {
    code: words('Housing'),
    value: 'Supported housing, own flat, staff by day',
    when: '2026-08-10',
    category: 'social-history',
  }),
];
