/** What surrounds Grace's problems and medicines: needs, people, plans, what was done. */
import type { FhirResource } from 'fhir/r4';
import { procedure } from '../../build/care.ts';
import { words } from '../../build/coding.ts';
import { encounter } from '../../build/encounters.ts';
import { carePlan, resuscitationDecision } from '../../build/plans.ts';
import { flag } from '../../build/problems.ts';
import { bloodPressure, measured, stated, told } from '../../build/results.ts';
import { careTeam, familyHistory, referral } from '../../build/teams.ts';
import { vaccination } from '../../build/vaccines.ts';
import type { Writer } from '../../build/writer.ts';
import { living, procedures } from '../../codes/procedures.ts';
import { problems } from '../../codes/problems.ts';
import { tests, vitals } from '../../codes/tests.ts';
import { vaccines } from '../../codes/vaccines.ts';

/** The laboratory's number of the last blood count in hospital: the practice was sent a copy. */
const sharedSpecimen = 'OX26-114-0552';
const coordinator = 'Lorna Price, care coordinator';

/** Haemoglobin 103 g/L on 12-Nov, the one result that both systems hold. */
export const dischargeHaemoglobin = (writer: Writer) =>
  measured(writer, {
    test: tests.haemoglobin,
    value: 103,
    when: '2026-11-12T07:50:00+00:00',
    flag: 'L',
    specimen: sharedSpecimen,
  });

export const graceAroundGp = (writer: Writer): FhirResource[] => [
  dischargeHaemoglobin(writer),
  flag(writer, {
    code: words('Large print letters. Hears better from the right'),
    category: 'need',
    start: '2023-05-04',
    by: 'Dr Sam Patel',
  }),
  procedure(writer, {
    code: procedures.cataractExtraction,
    when: '2019-03',
    recorded: '2019-04-01',
    site: 'Left eye',
  }),
  bloodPressure(writer, '2026-04-21T09:10:00+01:00', 146, 82),
  measured(writer, {
    test: vitals.weight,
    value: 61.4,
    when: '2025-10-14T09:00:00+01:00',
    category: 'vital-signs',
  }),
  measured(writer, {
    test: vitals.alcohol,
    value: 2,
    when: '2025-10-14',
    category: 'social-history',
  }),
  stated(writer, {
    code: words('Living arrangements'),
    value: living.alone,
    when: '2025-10-14',
    category: 'social-history',
    note: 'Her son calls every evening',
  }),
  referral(writer, {
    to: 'Heart failure clinic, Oxford University Hospitals',
    when: '2025-04-30',
    reason: words('Breathless on hills, ankle swelling'),
    status: 'completed',
    by: 'Dr Sam Patel',
  }),
  encounter(writer, {
    kind: 'VR',
    type: 'Telephone call after discharge',
    start: '2026-11-13T12:10:00+00:00',
    end: '2026-11-13T12:22:00+00:00',
    reason: words('Medicines after discharge'),
    by: 'Practice pharmacist',
  }),
  careTeam(writer, {
    name: 'Frailty team, Hollow Way',
    since: '2026-02-10',
    recorded: '2026-02-10',
    members: [
      { name: coordinator, role: 'Care coordinator' },
      { name: 'Dr Sam Patel', role: 'Usual GP' },
    ],
    phone: '01632 960115',
  }),
  familyHistory(writer, {
    relationship: 'Father',
    illness: words('Stroke'),
    onsetAge: 'At 71',
    recorded: '1998-09-02',
  }),
];

const team = 'Dr Ines Moreau, acute general medicine';

export const graceAroundHospital = (writer: Writer): FhirResource[] => [
  flag(writer, {
    code: words(
      'Acute kidney injury, 07-Nov-2026: no anti-inflammatory painkillers; check kidney ' +
        'function before any change of dose',
    ),
    category: 'clinical',
    start: '2026-11-07',
    by: team,
  }),
  flag(writer, {
    code: words('Falls risk on the ward'),
    category: 'safety',
    start: '2026-11-07',
    end: '2026-11-12',
    status: 'inactive',
  }),
  resuscitationDecision(writer, {
    date: '2026-11-10',
    decision: 'for-cpr',
    by: team,
    note: 'ReSPECT, 10-Nov-2026, made with Mrs Okafor. Priority: living longer.',
  }),
  procedure(writer, {
    code: procedures.gastroscopy,
    when: '2026-11-09T10:40:00+00:00',
    outcome: 'Small gastric ulcer, clean base, not bleeding',
    reason: problems.gastrointestinalBleed,
    by: 'Endoscopy unit',
  }),
  procedure(writer, {
    code: procedures.redCells,
    when: '2026-11-07T14:20:00+00:00',
    note: 'Two units',
    by: team,
  }),
  procedure(writer, {
    code: procedures.colonoscopy,
    when: '2026-11-10',
    status: 'not-done',
    statusReason: 'Mrs Okafor decided against it',
    by: 'Endoscopy unit',
  }),
  procedure(writer, {
    code: procedures.echocardiogram,
    when: '2025-06-18',
    outcome: 'Left ventricular function mildly impaired',
    by: 'Heart failure clinic',
  }),
  bloodPressure(writer, '2026-11-12T08:00:00+00:00', 128, 70),
  measured(writer, {
    test: vitals.weight,
    value: 57.2,
    when: '2026-11-11T07:30:00+00:00',
    category: 'vital-signs',
  }),
  measured(writer, {
    test: vitals.earlyWarning,
    value: 5,
    when: '2026-11-07T10:50:00+00:00',
    category: 'vital-signs',
  }),
  measured(writer, {
    test: vitals.earlyWarning,
    value: 1,
    when: '2026-11-12T08:00:00+00:00',
    category: 'vital-signs',
  }),
  carePlan(writer, {
    category: words('Heart failure plan'),
    title: 'Heart failure plan',
    description: 'Agreed in the clinic. Review every six months.',
    start: '2025-06-18',
    recorded: '2025-12-16',
    by: 'Heart failure specialist nurse',
    steps: ['Weigh every morning', 'Two kilograms more in three days: call the nurse'],
  }),
  referral(writer, {
    to: 'Community falls service, Oxford Health',
    when: '2026-11-12',
    reason: words('Unsteady since the bleed'),
    by: team,
  }),
];

export const graceAroundCommunity = (writer: Writer): FhirResource[] => [
  // The practice has the same vaccination of the same day.
  vaccination(writer, {
    vaccine: vaccines.influenza,
    date: '2026-10-03',
    by: 'Housebound vaccination team',
  }),
  told(writer, {
    code: words('Clinical Frailty Scale'),
    value: '5, mildly frail',
    when: '2026-11-16T11:20:00+00:00',
    category: 'functional',
    by: 'Moira Teale, district nurse',
  }),
  told(writer, {
    code: words('Mobility'),
    value: 'One stick indoors; not out alone since the admission',
    when: '2026-11-16T11:20:00+00:00',
    category: 'functional',
    by: 'Moira Teale, district nurse',
  }),
];

export const graceAroundSocialCare = (writer: Writer): FhirResource[] => [
  careTeam(writer, {
    name: 'Home care',
    since: '2025-02-03',
    recorded: '2026-11-13',
    members: [{ name: 'Bright Mornings Home Care', role: 'Carers' }],
    phone: '01632 960116',
  }),
];
