/** What surrounds Sam's two systems; nothing here says more of him than he would. */
import type { FhirResource } from 'fhir/r4';
import { procedure } from '../../build/care.ts';
import { words } from '../../build/coding.ts';
import { appointment } from '../../build/encounters.ts';
import { relatedPerson } from '../../build/plans.ts';
import { measured, told } from '../../build/results.ts';
import { familyHistory, referral } from '../../build/teams.ts';
import type { Writer } from '../../build/writer.ts';
import { relationships } from '../../build/plans.ts';
import { facts, vitals } from '../../codes/tests.ts';

const clinic = 'Dr Helena Brandt, endocrinology';

export const samAroundGp = (writer: Writer): FhirResource[] => [
  relatedPerson(writer, {
    name: { family: 'Okoro', given: 'Jamie' },
    relationships: [relationships.nextOfKin, words('Partner')],
    phone: '01632 960125',
    recorded: '2021-05-11',
  }),
  told(writer, {
    code: facts.occupation,
    value: 'Postgraduate student',
    when: '2025-02-18',
    category: 'social-history',
  }),
  measured(writer, {
    test: vitals.alcohol,
    value: 6,
    when: '2025-02-18',
    category: 'social-history',
  }),
  measured(writer, {
    test: vitals.weight,
    value: 72.6,
    when: '2026-11-10T08:50:00+00:00',
    category: 'vital-signs',
  }),
  familyHistory(writer, {
    relationship: 'Brother',
    illness: words('Migraine'),
    recorded: '2014-02-12',
  }),
  referral(writer, {
    to: 'Endocrinology, Oxford University Hospitals',
    when: '2020-11-03',
    reason: words('Endocrine review'),
    status: 'completed',
  }),
];

export const samAroundHospital = (writer: Writer): FhirResource[] => [
  procedure(writer, {
    code: words('Repair of inguinal hernia'),
    when: '2023-05-09',
    site: 'Left groin',
    by: 'Day surgery',
  }),
  appointment(writer, {
    start: '2027-11-09T09:15:00+00:00',
    minutes: 30,
    description: 'Endocrinology clinic',
    with: clinic,
    booked: '2026-11-10',
  }),
];
