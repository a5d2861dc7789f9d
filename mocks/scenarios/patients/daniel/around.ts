/** What surrounds Daniel's problems and medicines. */
import type { FhirResource } from 'fhir/r4';
import { device, procedure } from '../../build/care.ts';
import { words } from '../../build/coding.ts';
import { appointment } from '../../build/encounters.ts';
import { carePlan } from '../../build/plans.ts';
import { condition, flag } from '../../build/problems.ts';
import { bloodPressure, measured, stated, told } from '../../build/results.ts';
import { careTeam, referral } from '../../build/teams.ts';
import type { Writer } from '../../build/writer.ts';
import { living } from '../../codes/procedures.ts';
import { problems } from '../../codes/problems.ts';
import { facts, vitals } from '../../codes/tests.ts';

export const danielAroundGp = (writer: Writer): FhirResource[] =>
  [
    device(writer, {
      type: words('Continuous glucose sensor'),
      since: '2023-01-16',
      recorded: '2023-01-16',
      site: 'Upper arm',
      note: 'Changed every 14 days',
    }),
    procedure(writer, {
      code: words('Retinal screening photographs'),
      when: '2026-05-19',
      outcome: 'Background retinopathy, both eyes, no change',
      by: 'Diabetic eye screening',
    }),
    measured(writer, {
      test: vitals.alcohol,
      value: 14,
      when: '2026-07-06',
      category: 'social-history',
    }),
    told(writer, {
      code: facts.occupation,
      value: 'Electrician',
      when: '2026-07-06',
      category: 'social-history',
    }),
    stated(writer, {
      code: words('Living arrangements'),
      value: living.alone,
      when: '2026-07-06',
      category: 'social-history',
    }),
    measured(writer, {
      test: vitals.weight,
      value: 77.8,
      when: '2025-12-11T09:00:00+00:00',
      category: 'vital-signs',
    }),
    referral(writer, {
      to: 'Adult mental health team, Oxford Health',
      when: '2023-10-05',
      reason: problems.depression,
      status: 'completed',
      by: 'Dr Sam Patel',
    }),
  ].flat();

const clinic = 'Dr Helena Brandt, endocrinology';
const arrival = '2026-11-22T02:42:00+00:00';

export const danielAroundHospital = (writer: Writer): FhirResource[] => [
  condition(writer, { code: problems.epilepsy, onset: '2009', recorded: '2019-03-28' }),
  carePlan(writer, {
    category: words('Emergency health care plan'),
    title: 'Steroid emergency plan',
    description: "Addison's disease. For any acute illness, vomiting, injury or operation.",
    start: '2026-08-27',
    recorded: '2026-08-27',
    by: clinic,
    steps: [
      'Hydrocortisone 100 mg by injection at once, into muscle or vein',
      'Then fluids; measure sodium, potassium and glucose',
      'Do not wait for results. Call the endocrine team',
    ],
  }),
  bloodPressure(writer, arrival, 84, 46),
  measured(writer, {
    test: vitals.respiratoryRate,
    value: 24,
    when: arrival,
    category: 'vital-signs',
  }),
  measured(writer, {
    test: vitals.oxygenSaturation,
    value: 93,
    when: arrival,
    category: 'vital-signs',
  }),
  measured(writer, {
    test: vitals.temperature,
    value: 35.6,
    when: arrival,
    category: 'vital-signs',
  }),
  measured(writer, {
    test: vitals.earlyWarning,
    value: 11,
    when: arrival,
    category: 'vital-signs',
  }),
  procedure(writer, {
    code: words('Short synacthen test'),
    when: '2019-03-26',
    outcome: 'Adrenal insufficiency',
    by: clinic,
  }),
  appointment(writer, {
    start: '2027-02-25T10:30:00+00:00',
    minutes: 20,
    description: 'Endocrinology clinic',
    with: clinic,
    booked: '2026-08-27',
  }),
];

export const danielAroundCommunity = (writer: Writer): FhirResource[] => [
  careTeam(writer, {
    name: 'Adult mental health team, south',
    since: '2025-04-02',
    recorded: '2026-05-19',
    members: [
      { name: 'Adaeze Brook', role: 'Care coordinator' },
      { name: 'Dr Yusuf Kaya', role: 'Consultant psychiatrist' },
    ],
    phone: '01632 960150',
  }),
  flag(writer, {
    code: words('A text message first: he does not answer calls from numbers he does not know'),
    category: 'need',
    start: '2025-04-02',
    by: 'Adaeze Brook, care coordinator',
  }),
  appointment(writer, {
    start: '2026-11-17T13:00:00+00:00',
    minutes: 50,
    description: 'Mental health review',
    with: 'Adaeze Brook, care coordinator',
    booked: '2026-10-20',
    status: 'noshow',
  }),
];
