/** Grace Okafor at Hollow Way: the list from before the bleed, and the old "no known" entry. */
import type { FhirResource } from 'fhir/r4';
import { allergy } from '../../build/allergies.ts';
import { condition } from '../../build/problems.ts';
import { dosage, medicationRequest } from '../../build/medicines.ts';
import { bloodPressure, measured, report, stated } from '../../build/results.ts';
import { vaccination } from '../../build/vaccines.ts';
import { appointment } from '../../build/encounters.ts';
import { words } from '../../build/coding.ts';
import { writerFor } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { allergies, problems, smoking } from '../../codes/problems.ts';
import { facts, panels, tests, vitals } from '../../codes/tests.ts';
import { vaccines } from '../../codes/vaccines.ts';
import { graceAroundGp } from './around.ts';
import type { SourceRecord } from '../../types.ts';

const writer = writerFor('hollow-way', 'hw-20417');
const gp = 'Dr Sam Patel';

const problemList = [
  condition(writer, {
    code: problems.atrialFibrillation,
    onset: '2016-05',
    recorded: '2016-05-19',
    by: gp,
  }),
  condition(writer, { code: problems.ckd3b, onset: '2022-03-14', recorded: '2022-03-14', by: gp }),
  condition(writer, { code: problems.hypertension, onset: '1998', recorded: '1998-09-02' }),
  condition(writer, {
    code: problems.hypercholesterolaemia,
    onset: '2004',
    recorded: '2004-02-11',
  }),
  condition(writer, {
    code: problems.osteoarthritis,
    onset: '2009',
    recorded: '2009-06-30',
    note: 'Both knees',
  }),
  condition(writer, { code: problems.hypothyroidism, onset: '2012-11', recorded: '2012-11-06' }),
  condition(writer, { code: problems.osteoporosis, onset: '2018-07', recorded: '2018-07-23' }),
  condition(writer, {
    code: problems.cataract,
    onset: '2021',
    recorded: '2021-01-28',
    note: 'Right eye',
  }),
  condition(writer, { code: problems.constipation, onset: '2024-08', recorded: '2024-08-12' }),
  condition(writer, {
    code: words('Fracture of left wrist'),
    onset: '2018-06-30',
    ended: '2018-09',
    clinical: 'resolved',
    recorded: '2018-07-02',
  }),
  condition(writer, {
    code: problems.type2Diabetes,
    recorded: '2019-04-03',
    verification: 'entered-in-error',
    note: 'Entered on the wrong record',
  }),
];

const issued = '2026-10-28';
const medicines = [
  medicationRequest(writer, {
    medicine: medicine('Warfarin 1mg tablets'),
    dosage: dosage('As per INR'),
    lastIssued: issued,
    kind: 'repeat',
    supplied: [56, 'tablets'],
    reason: problems.atrialFibrillation,
    note: 'Dose in the yellow anticoagulant book',
  }),
  medicationRequest(writer, {
    medicine: medicine('Warfarin 3mg tablets'),
    dosage: dosage('As per INR'),
    lastIssued: issued,
    kind: 'repeat',
    supplied: [56, 'tablets'],
    reason: problems.atrialFibrillation,
    note: 'Dose in the yellow anticoagulant book',
  }),
  medicationRequest(writer, {
    medicine: medicine('Bisoprolol 5mg tablets'),
    dosage: dosage('5 mg daily', { value: 5, unit: 'mg', times: 1 }),
    lastIssued: issued,
    kind: 'repeat',
    supplied: [28, 'tablets'],
  }),
  medicationRequest(writer, {
    medicine: medicine('Ramipril 5mg capsules'),
    dosage: dosage('5 mg daily', { value: 5, unit: 'mg', times: 1 }),
    lastIssued: issued,
    kind: 'repeat',
    supplied: [28, 'capsules'],
  }),
  medicationRequest(writer, {
    medicine: medicine('Levothyroxine sodium 75microgram tablets'),
    dosage: dosage('75 micrograms each morning', { value: 75, unit: 'micrograms', times: 1 }),
    lastIssued: issued,
    kind: 'repeat',
    reason: problems.hypothyroidism,
  }),
  medicationRequest(writer, {
    medicine: medicine('Atorvastatin 20mg tablets'),
    dosage: dosage('20 mg at night', { value: 20, unit: 'mg', times: 1 }),
    lastIssued: issued,
    kind: 'repeat',
    supplied: [28, 'tablets'],
  }),
  medicationRequest(writer, {
    medicine: medicine('Alendronic acid 70mg tablets'),
    dosage: dosage('70 mg once a week, Sunday', {
      value: 70,
      unit: 'mg',
      times: 1,
      every: { count: 1, unit: 'wk' },
      weekdays: ['sun'],
    }),
    lastIssued: '2026-09-30',
    kind: 'repeat',
    supplied: [4, 'tablets'],
    reason: problems.osteoporosis,
  }),
  medicationRequest(writer, {
    medicine: medicine('Nitrofurantoin 100mg modified-release capsules'),
    dosage: dosage('100 mg twice daily for 3 days', { value: 100, unit: 'mg', times: 2 }),
    lastIssued: '2026-06-04',
    kind: 'acute',
    status: 'completed',
  }),
];

/** eGFR as the practice received it: 52, 46, 41; the last, 38, is the hospital's. */
const renal = (
  [
    ['2024-10-08T09:12:00+01:00', 52, 91, 4.4],
    ['2025-10-14T09:05:00+01:00', 46, 101, 4.7],
    ['2026-04-21T09:20:00+01:00', 41, 111, 4.8],
  ] as const
).flatMap(([when, egfr, creatinine, potassium]) =>
  report(writer, {
    code: panels.renal,
    when,
    results: [
      measured(writer, { test: tests.egfr, value: egfr, when, flag: 'L' }),
      measured(writer, { test: tests.creatinine, value: creatinine, when, flag: 'H' }),
      measured(writer, { test: tests.potassium, value: potassium, when, flag: 'N' }),
      measured(writer, { test: tests.sodium, value: 138, when, flag: 'N' }),
    ],
  }),
);

const otherResults = [
  measured(writer, { test: tests.inr, value: 2.4, when: '2026-09-15T10:02:00+01:00' }),
  measured(writer, { test: tests.inr, value: 2.9, when: '2026-10-13T10:11:00+01:00' }),
  measured(writer, { test: tests.tsh, value: 2.1, when: '2026-04-21T09:20:00+01:00', flag: 'N' }),
  measured(writer, {
    test: tests.haemoglobin,
    value: 121,
    when: '2026-04-21T09:20:00+01:00',
    flag: 'N',
  }),
  measured(writer, {
    test: tests.cholesterol,
    value: 4.2,
    when: '2026-04-21T09:20:00+01:00',
    flag: 'N',
  }),
  bloodPressure(writer, '2026-10-13T10:05:00+01:00', 138, 76),
  measured(writer, {
    test: vitals.weight,
    value: 58.5,
    when: '2026-10-13T10:05:00+01:00',
    category: 'vital-signs',
  }),
  stated(writer, {
    code: facts.smokingStatus,
    value: smoking.never,
    when: '2025-10-14',
    category: 'social-history',
  }),
];

const resources: readonly FhirResource[] = [
  ...problemList,
  allergy(writer, {
    code: allergies.noKnownDrugAllergy,
    recorded: '2011-03-07',
    by: 'Dr H. Marsden',
  }),
  ...medicines,
  ...renal,
  ...otherResults,
  vaccination(writer, { vaccine: vaccines.influenza, date: '2026-10-03' }),
  vaccination(writer, { vaccine: vaccines.covid, date: '2026-10-03' }),
  vaccination(writer, { vaccine: vaccines.influenza, date: '2025-10-04' }),
  vaccination(writer, { vaccine: vaccines.shingles, date: '2016-09-20' }),
  vaccination(writer, { vaccine: vaccines.pneumococcal, date: '2010-11-09' }),
  appointment(writer, {
    start: '2026-11-26T10:10:00+00:00',
    minutes: 10,
    description: 'Blood pressure and kidney function check',
    with: 'Practice nurse',
    booked: '2026-11-16',
  }),
  ...graceAroundGp(writer),
];

export const graceAtGp: SourceRecord = {
  localId: writer.localId,
  resources,
  upTo: '2026-11-22T06:00:00+00:00',
};
