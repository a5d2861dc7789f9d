/** What surrounds the twins' allergies: plans, growth, the health visitor. */
import type { FhirResource } from 'fhir/r4';
import { procedure } from '../../build/care.ts';
import { words } from '../../build/coding.ts';
import { appointment } from '../../build/encounters.ts';
import { carePlan } from '../../build/plans.ts';
import { measured, told } from '../../build/results.ts';
import { careTeam, referral } from '../../build/teams.ts';
import type { Writer } from '../../build/writer.ts';
import { allergies } from '../../codes/problems.ts';
import { vitals } from '../../codes/tests.ts';

const weighed = (writer: Writer, value: number, when: string) =>
  measured(writer, { test: vitals.weight, value, when, category: 'vital-signs' });

export const ayaanAroundGp = (writer: Writer): FhirResource[] => [
  weighed(writer, 14.4, '2025-10-06T10:00:00+01:00'),
  referral(writer, {
    to: 'Children’s allergy clinic, Oxford University Hospitals',
    when: '2024-05-20',
    reason: allergies.peanut,
    priority: 'urgent',
    status: 'completed',
    by: 'Dr Sam Patel',
  }),
];

const clinic = 'Dr Niamh Farrow, paediatric allergy';

export const ayaanAroundHospital = (writer: Writer): FhirResource[] => [
  carePlan(writer, {
    category: words('Emergency health care plan'),
    title: 'Allergy action plan',
    description: 'Peanut. Copies at home and at nursery.',
    start: '2026-11-02',
    recorded: '2026-11-02',
    by: clinic,
    steps: [
      'Swollen lips or rash: antihistamine, and stay with him',
      'Wheeze, cough, floppy or pale: adrenaline auto-injector into the thigh, then call 999',
      'No better after five minutes: the second injector',
    ],
  }),
  procedure(writer, {
    code: words('Skin prick test, peanut'),
    when: '2026-11-02',
    outcome: 'Weal 9 mm',
    by: clinic,
  }),
  appointment(writer, {
    start: '2027-05-10T10:00:00+01:00',
    minutes: 30,
    description: 'Children’s allergy clinic',
    with: clinic,
    booked: '2026-11-02',
  }),
];

/** The same health visitor looks after both. */
export const twinAroundCommunity = (writer: Writer): FhirResource[] => [
  careTeam(writer, {
    name: 'Health visiting',
    since: '2022-09-20',
    recorded: '2026-08-05',
    members: [{ name: 'Gwen Ashby', role: 'Health visitor' }],
    phone: '01632 960145',
  }),
  told(writer, {
    code: words('Development at the two-year review'),
    value: 'Walks, runs, two-word sentences',
    when: '2024-10-01',
    category: 'functional',
    by: 'Gwen Ashby, health visitor',
  }),
  appointment(writer, {
    start: '2026-12-02T09:30:00+00:00',
    minutes: 40,
    description: 'Health visitor, home visit',
    with: 'Gwen Ashby, health visitor',
    booked: '2026-11-11',
  }),
];
