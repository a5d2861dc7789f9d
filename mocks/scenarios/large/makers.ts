/** One plausible entry of each kind at a given instant, for the generated record. */
import type { FhirResource } from 'fhir/r4';
import { words } from '../build/coding.ts';
import { letter, letterTypes } from '../build/documents.ts';
import { encounter } from '../build/encounters.ts';
import { dosage, medicationRequest, medicationStatement } from '../build/medicines.ts';
import { carePlan } from '../build/plans.ts';
import { condition } from '../build/problems.ts';
import { bloodPressure, measured, type Test } from '../build/results.ts';
import { vaccination } from '../build/vaccines.ts';
import type { Writer } from '../build/writer.ts';
import { medicine } from '../codes/medicines.ts';
import { problems } from '../codes/problems.ts';
import { tests, vitals } from '../codes/tests.ts';
import { vaccines } from '../codes/vaccines.ts';
import type { Random } from './random.ts';

/** Makes one entry, or a report with its results; a letter's Binary, a Device are no entries. */
export type Maker = (writer: Writer, when: string, random: Random) => FhirResource[];

const day = (when: string): string => when.slice(0, 10);

/** A test, the middle of its invented values, and how far they stray. */
const bloods: readonly [
  readonly [Test, number, number, number],
  ...(readonly [Test, number, number, number])[],
] = [
  [tests.potassium, 4.4, 0.9, 1],
  [tests.sodium, 138, 7, 0],
  [tests.creatinine, 92, 40, 0],
  [tests.urea, 7, 4, 1],
  [tests.egfr, 62, 22, 0],
  [tests.haemoglobin, 134, 24, 0],
  [tests.whiteCells, 7.2, 3.5, 1],
  [tests.platelets, 250, 90, 0],
  [tests.neutrophils, 4.1, 2.4, 1],
  [tests.crp, 12, 11, 0],
  [tests.hba1c, 54, 14, 0],
  [tests.alt, 30, 22, 0],
  [tests.albumin, 40, 7, 0],
  [tests.tsh, 2.2, 1.6, 1],
  [tests.cholesterol, 4.6, 1.4, 1],
];

export const bloodResult: Maker = (writer, when, random) => {
  const [test, middle, spread, digits] = random.pick(bloods);
  const value = Number((middle + (random.next() * 2 - 1) * spread).toFixed(digits));
  const high = test.high !== undefined && value > test.high;
  const low = test.low !== undefined && value < test.low;
  const flag = high ? 'H' : low ? 'L' : 'N';
  return [measured(writer, { test, value, when, flag })];
};

export const pressure: Maker = (writer, when, random) => [
  bloodPressure(writer, when, random.whole(108, 172), random.whole(60, 98)),
];

export const bedside: Maker = (writer, when, random) => {
  const [test, low, high] = random.pick([
    [vitals.heartRate, 52, 112],
    [vitals.respiratoryRate, 12, 26],
    [vitals.oxygenSaturation, 90, 99],
    [vitals.weight, 78, 94],
  ] as const);
  const value = random.whole(low, high);
  return [measured(writer, { test, value, when, category: 'vital-signs' })];
};

const repeats = [
  ['Amlodipine 5mg tablets', '5 mg daily'],
  ['Atorvastatin 20mg tablets', '20 mg at night'],
  ['Metformin 500mg tablets', '500 mg twice daily with food'],
  ['Ramipril 5mg capsules', '5 mg daily'],
  ['Lansoprazole 30mg gastro-resistant capsules', '30 mg daily'],
  ['Salbutamol 100micrograms/dose inhaler CFC free', 'Two puffs when needed'],
  ['Paracetamol 500mg tablets', '1 g up to four times a day when needed'],
  ['Doxycycline 100mg capsules', '200 mg once, then 100 mg daily for 4 days'],
] as const;

export const prescription: Maker = (writer, when, random) => {
  const [name, dose] = random.pick(repeats);
  return [
    medicationRequest(writer, {
      medicine: medicine(name),
      dosage: dosage(dose),
      lastIssued: day(when),
      kind: random.next() < 0.7 ? 'repeat' : 'acute',
      status: when >= '2026-09' ? 'active' : 'completed',
    }),
  ];
};

export const hospitalMedicine: Maker = (writer, when, random) => {
  const [name, dose] = random.pick(repeats);
  const stopped = random.next() < 0.3;
  return [
    medicationStatement(writer, {
      medicine: medicine(name),
      dosage: dosage(dose),
      asserted: day(when),
      ...(stopped
        ? { status: 'stopped', end: day(when), stopReason: 'Course finished' }
        : { status: when >= '2026-09' ? 'active' : 'completed' }),
    }),
  ];
};

export const problem: Maker = (writer, when, random) => {
  const code = random.pick([
    problems.type2Diabetes,
    problems.hypertension,
    problems.osteoarthritis,
    problems.hypercholesterolaemia,
    problems.asthma,
    problems.anxiety,
    words('Lower respiratory tract infection'),
    words('Low back pain'),
  ]);
  const clinical = random.next() < 0.25 ? 'active' : 'resolved';
  return [condition(writer, { code, onset: day(when), recorded: day(when), clinical })];
};

export const contact: Maker = (writer, when, random) => {
  const [type, reason] = random.pick([
    ['Appointment', 'Review'],
    ['Telephone call', 'Results'],
    ['Clinic', 'Long-term condition'],
    ['Attendance', 'Acute illness'],
  ] as const);
  const end = new Date(new Date(when).getTime() + random.whole(10, 90) * 60_000).toISOString();
  return [encounter(writer, { kind: 'AMB', type, start: when, end, reason: words(reason) })];
};

export const jab: Maker = (writer, when, random) => [
  vaccination(writer, {
    vaccine: random.pick([vaccines.influenza, vaccines.covid, vaccines.pneumococcal]),
    date: day(when),
  }),
];

export const plan: Maker = (writer, when, random) => [
  carePlan(writer, {
    category: words('Care and support plan'),
    title: random.pick(['Home care review', 'Equipment review', 'Carer’s assessment']),
    description: 'Support at home, reviewed and unchanged.',
    start: day(when),
    recorded: day(when),
    status: when >= '2026-06' ? 'active' : 'completed',
  }),
];

export const clinicLetter: Maker = (writer, when, random) =>
  letter(writer, {
    type: letterTypes.clinicLetter,
    title: 'Clinic letter',
    date: when,
    by: random.pick(['Diabetes clinic', 'Chest clinic', 'Heart clinic']),
    lines: [
      'CLINIC LETTER',
      writer.source.name,
      '',
      'Frederick ATTWATER   Born 17-Feb-1948   NHS No. 999 000 0166',
      '',
      'Reviewed in clinic. No change to treatment. Next visit in six months.',
    ],
  });
