/** What surrounds Priya's pregnancy and epilepsy. */
import type { FhirResource } from 'fhir/r4';
import { procedure } from '../../build/care.ts';
import { words } from '../../build/coding.ts';
import { carePlan } from '../../build/plans.ts';
import { measured, stated, told } from '../../build/results.ts';
import { careTeam, familyHistory, referral } from '../../build/teams.ts';
import type { Writer } from '../../build/writer.ts';
import { procedures } from '../../codes/procedures.ts';
import { smoking } from '../../codes/problems.ts';
import { facts, vitals } from '../../codes/tests.ts';

const weighed = (writer: Writer, value: number, when: string) =>
  measured(writer, { test: vitals.weight, value, when, category: 'vital-signs' });

export const priyaAroundGp = (writer: Writer): FhirResource[] => [
  weighed(writer, 58.3, '2026-07-14T09:00:00+01:00'),
  referral(writer, {
    to: 'Maternity, Oxford University Hospitals',
    when: '2026-07-14',
    reason: words('Pregnancy; epilepsy; thrombosis after the last birth'),
    status: 'completed',
    by: 'Dr Leah Stanford',
  }),
  familyHistory(writer, {
    relationship: 'Sister',
    illness: words('Gestational diabetes'),
    recorded: '2024-07-30',
  }),
];

const midwife = 'Joyce Abara, antenatal clinic';

export const priyaAroundHospital = (writer: Writer): FhirResource[] => [
  measured(writer, {
    test: vitals.gestation,
    value: 27,
    when: '2026-11-16T10:20:00+00:00',
    category: 'survey',
    by: midwife,
  }),
  procedure(writer, {
    code: procedures.caesarean,
    when: '2025-02-27',
    outcome: 'A daughter, 3.1 kg, well',
    by: 'Delivery suite',
  }),
  weighed(writer, 63.9, '2026-11-16T10:20:00+00:00'),
  stated(writer, {
    code: facts.smokingStatus,
    value: smoking.never,
    when: '2026-07-28',
    category: 'social-history',
    by: midwife,
  }),
  careTeam(writer, {
    name: 'Maternity team, blue',
    since: '2026-07-28',
    recorded: '2026-11-16',
    members: [
      { name: midwife, role: 'Named midwife, care coordinator' },
      { name: 'Dr Tess Hallam, neurology', role: 'Neurologist' },
    ],
    phone: '01632 960172',
  }),
  carePlan(writer, {
    category: words('Emergency health care plan'),
    title: 'Seizures in labour',
    description: 'For the delivery suite. Do not miss a dose of lamotrigine.',
    start: '2026-11-16',
    recorded: '2026-11-16',
    by: 'Dr Tess Hallam, neurology',
    steps: ['Lamotrigine at 08:00 and 20:00, in labour too', 'A seizure over two minutes: 2222'],
  }),
  carePlan(writer, {
    category: words('Birth plan'),
    title: 'Birth plan',
    description: 'Hopes for a vaginal birth. Interpreter to be booked for labour.',
    start: '2026-11-16',
    recorded: '2026-11-16',
    by: midwife,
  }),
  referral(writer, {
    to: 'Obstetric anaesthesia',
    when: '2026-11-16',
    reason: words('Enoxaparin: plan the timing with an epidural'),
    by: midwife,
  }),
];

export const priyaAroundCommunity = (writer: Writer): FhirResource[] => [
  told(writer, {
    code: words('Housing'),
    value: 'Two rooms, third floor, no lift',
    when: '2026-11-09',
    category: 'social-history',
    by: 'Gwen Ashby, health visitor',
  }),
];
