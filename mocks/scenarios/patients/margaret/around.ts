/** What surrounds Margaret's problems and medicines: how she lives, hears, eats and moves. */
import type { FhirResource } from 'fhir/r4';
import { device, procedure } from '../../build/care.ts';
import { words } from '../../build/coding.ts';
import { appointment } from '../../build/encounters.ts';
import { carePlan } from '../../build/plans.ts';
import { flag } from '../../build/problems.ts';
import { measured, stated, told } from '../../build/results.ts';
import { careTeam, referral } from '../../build/teams.ts';
import type { Writer } from '../../build/writer.ts';
import { devices } from '../../codes/procedures.ts';
import { problems, smoking } from '../../codes/problems.ts';
import { facts, vitals } from '../../codes/tests.ts';

const weighed = (writer: Writer, value: number, when: string) =>
  measured(writer, { test: vitals.weight, value, when, category: 'vital-signs' });

export const margaretAroundGp = (writer: Writer): FhirResource[] => [
  weighed(writer, 51.2, '2026-02-10T11:00:00+00:00'),
  weighed(writer, 49.5, '2026-07-14T11:00:00+01:00'),
  stated(writer, {
    code: facts.smokingStatus,
    value: smoking.ex,
    when: '2015-04-21',
    category: 'social-history',
  }),
  procedure(writer, {
    code: words('Hip hemiarthroplasty'),
    when: '2019-01-07',
    recorded: '2019-01-21',
    site: 'Left hip',
  }),
  referral(writer, {
    to: 'Memory service, Oxford Health',
    when: '2021-06-02',
    reason: words('Forgetful for a year'),
    status: 'completed',
    by: 'Dr Leah Stanford',
  }),
  carePlan(writer, {
    category: words('Care home plan'),
    title: 'Plan of care with the home',
    description: "Reviewed on the weekly round. Comfort first; Parkinson's medicines on time.",
    start: '2026-10-20',
    recorded: '2026-10-20',
    by: 'Dr Leah Stanford',
  }),
];

const geratology = 'Dr Colm Reddy, geratology';

export const margaretAroundHospital = (writer: Writer): FhirResource[] => [
  ...device(writer, {
    type: devices.hearingAid,
    since: '2018',
    recorded: '2026-10-05',
    site: 'Left ear',
    note: 'Came in with it; went home with it',
  }),
  procedure(writer, {
    code: words('Video swallow study'),
    when: '2026-10-09',
    status: 'not-done',
    statusReason: 'Too drowsy',
    by: 'Speech and language therapy',
  }),
  measured(writer, {
    test: vitals.earlyWarning,
    value: 6,
    when: '2026-10-05T21:10:00+01:00',
    category: 'vital-signs',
  }),
  measured(writer, {
    test: vitals.earlyWarning,
    value: 2,
    when: '2026-10-13T08:00:00+01:00',
    category: 'vital-signs',
  }),
  weighed(writer, 47.9, '2026-10-12T08:00:00+01:00'),
  told(writer, {
    code: words('Abbreviated Mental Test'),
    value: '3 out of 10',
    when: '2026-10-06',
    category: 'functional',
    by: geratology,
  }),
  told(writer, {
    code: words('Clinical Frailty Scale'),
    value: '7, severely frail',
    when: '2026-10-06',
    category: 'functional',
    by: geratology,
  }),
  referral(writer, {
    to: 'Speech and language therapy, Oxford Health',
    when: '2026-10-13',
    reason: words('Coughs on thin fluids'),
    priority: 'urgent',
    by: geratology,
  }),
];

const matron = 'Ruth Amadi, community matron';

export const margaretAroundCommunity = (writer: Writer): FhirResource[] => [
  careTeam(writer, {
    name: 'Care home support team',
    since: '2022-03-01',
    recorded: '2026-06-09',
    members: [
      { name: matron, role: 'Care coordinator' },
      { name: "Parkinson's specialist nurse", role: 'Specialist nurse' },
    ],
    phone: '01632 960133',
  }),
  appointment(writer, {
    start: '2026-12-08T14:00:00+00:00',
    minutes: 30,
    description: "Parkinson's nurse, visit to the care home",
    with: "Parkinson's specialist nurse",
    booked: '2026-10-20',
  }),
  carePlan(writer, {
    category: words('Swallowing plan'),
    title: 'Eating and drinking',
    description: 'Upright for meals and for half an hour after.',
    start: '2026-10-21',
    recorded: '2026-10-21',
    by: 'Speech and language therapy',
    steps: ['Slightly thick fluids', 'Soft, moist food', 'Tablets one at a time with yoghurt'],
  }),
  told(writer, {
    code: words('What matters to me'),
    value: 'I am Peggy. I taught music. I like the window open and the radio on.',
    when: '2023-05-16',
    category: 'about-me',
    by: matron,
  }),
  told(writer, {
    code: words('Dementia: what has changed'),
    value: 'Sleeps more by day; still knows her daughter',
    when: '2026-06-09',
    category: 'functional',
    by: matron,
  }),
];

export const margaretAroundSocialCare = (writer: Writer): FhirResource[] => [
  careTeam(writer, {
    name: 'The Withies, dementia unit',
    since: '2022-02-07',
    recorded: '2026-02-11',
    members: [{ name: 'Bernadette Oyelaran', role: 'Key worker' }],
    phone: '01632 960130',
  }),
  told(writer, {
    code: words('Mobility'),
    value: 'Frame and one person; wheelchair outside',
    when: '2026-02-11',
    category: 'functional',
  }),
  flag(writer, {
    code: words('Hearing aid in the left ear: check that it is in and on before you speak'),
    category: 'need',
    start: '2022-02-07',
    recorded: '2026-02-11',
  }),
  referral(writer, {
    to: 'Wheelchair service',
    when: '2026-03-02',
    reason: problems.parkinsons,
    status: 'revoked',
    note: 'Her own chair was mended instead',
  }),
];
