/** What surrounds Chloe's asthma. What Oxford Health holds stays in its own few words. */
import type { FhirResource } from 'fhir/r4';
import { words } from '../../build/coding.ts';
import { appointment } from '../../build/encounters.ts';
import { carePlan } from '../../build/plans.ts';
import { flag } from '../../build/problems.ts';
import { measured, told } from '../../build/results.ts';
import { familyHistory, referral } from '../../build/teams.ts';
import type { Writer } from '../../build/writer.ts';
import { problems } from '../../codes/problems.ts';
import { facts, vitals } from '../../codes/tests.ts';

const nurse = 'Practice nurse';

export const chloeAroundGp = (writer: Writer): FhirResource[] => [
  carePlan(writer, {
    category: words('Asthma action plan'),
    title: 'Asthma action plan',
    description: 'Written with Chloe, July 2026.',
    start: '2026-07-01',
    recorded: '2026-07-01',
    by: nurse,
    steps: ['Preventer every day', 'Ten puffs through the spacer if tight, then call for help'],
  }),
  measured(writer, {
    test: vitals.weight,
    value: 48.9,
    when: '2025-09-16T16:00:00+01:00',
    category: 'vital-signs',
  }),
  told(writer, {
    code: facts.occupation,
    value: 'At school, year 11',
    when: '2026-07-01',
    category: 'social-history',
  }),
  familyHistory(writer, {
    relationship: 'Mother',
    illness: problems.asthma,
    recorded: '2017-10-09',
  }),
  referral(writer, {
    to: 'Children’s asthma clinic, Oxford University Hospitals',
    when: '2025-12-02',
    reason: problems.asthma,
    by: 'Dr Sam Patel',
  }),
];

export const chloeAroundHospital = (writer: Writer): FhirResource[] => [
  appointment(writer, {
    start: '2027-01-14T15:40:00+00:00',
    minutes: 20,
    description: 'Children’s asthma clinic',
    with: 'Dr Esi Lomax, paediatric emergency medicine',
    booked: '2026-10-01',
  }),
  measured(writer, {
    test: vitals.heartRate,
    value: 124,
    when: '2025-11-29T21:20:00+00:00',
    category: 'vital-signs',
  }),
];

export const chloeAroundCommunity = (writer: Writer): FhirResource[] => [
  flag(writer, {
    code: words('Text her own phone, not the home number'),
    category: 'need',
    start: '2026-03-03',
  }),
];
