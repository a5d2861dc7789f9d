/** Grace Okafor at OUH: the medicines as changed at discharge, and the results. */
import { dosage, medicationStatement } from '../../build/medicines.ts';
import { measured, report } from '../../build/results.ts';
import { writerFor } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { problems } from '../../codes/problems.ts';
import { panels, tests } from '../../codes/tests.ts';
import { dischargeHaemoglobin } from './around.ts';

/** The one writer of Grace's OUH resources, so that ids stay unique. */
export const writer = writerFor('ouh', 'ouh-5510932');
export const team = 'Dr Ines Moreau, acute general medicine';
const discharged = '2026-11-12';

/** As on the discharge of 12-Nov. */
export const medicines = [
  medicationStatement(writer, {
    medicine: medicine('Warfarin'),
    dosage: dosage('As per INR'),
    asserted: discharged,
    end: '2026-11-07',
    status: 'stopped',
    stopReason: 'Upper gastrointestinal bleed',
    by: team,
  }),
  medicationStatement(writer, {
    medicine: medicine('Apixaban 2.5mg tablets'),
    dosage: dosage('2.5 mg twice daily', { value: 2.5, unit: 'mg', times: 2 }),
    asserted: discharged,
    start: '2026-11-11',
    reason: problems.atrialFibrillation,
    by: team,
  }),
  medicationStatement(writer, {
    medicine: medicine('Bisoprolol 2.5mg tablets'),
    dosage: dosage('2.5 mg daily', { value: 2.5, unit: 'mg', times: 1 }),
    asserted: discharged,
    note: 'Reduced from 5 mg: resting pulse 48',
    by: team,
  }),
  medicationStatement(writer, {
    medicine: medicine('Ramipril 5mg capsules'),
    dosage: dosage('5 mg daily', { value: 5, unit: 'mg', times: 1 }),
    asserted: discharged,
    end: '2026-11-07',
    status: 'stopped',
    stopReason: 'Acute kidney injury',
    by: team,
  }),
  medicationStatement(writer, {
    medicine: medicine('Omeprazole 20mg gastro-resistant capsules'),
    dosage: dosage('20 mg daily', { value: 20, unit: 'mg', times: 1 }),
    asserted: discharged,
    start: '2026-11-08',
    by: team,
  }),
];

const haemolysed = 'Sample haemolysed. Potassium may be falsely raised. Please repeat.';

/** Newest first, as her ward sees them. */
export const results = [
  ...report(writer, {
    code: panels.renal,
    when: '2026-11-19T16:40:00+00:00',
    results: [
      measured(writer, {
        test: tests.potassium,
        value: 6.1,
        when: '2026-11-19T16:40:00+00:00',
        flag: 'H',
        note: haemolysed,
      }),
    ],
    conclusion: haemolysed,
  }),
  ...report(writer, {
    code: panels.renal,
    when: '2026-11-20T08:15:00+00:00',
    results: [
      measured(writer, {
        test: tests.potassium,
        value: 4.6,
        when: '2026-11-20T08:15:00+00:00',
        flag: 'N',
      }),
      measured(writer, {
        test: tests.egfr,
        value: 38,
        when: '2026-11-20T08:15:00+00:00',
        flag: 'L',
      }),
      measured(writer, {
        test: tests.creatinine,
        value: 119,
        when: '2026-11-20T08:15:00+00:00',
        flag: 'H',
      }),
      measured(writer, {
        test: tests.urea,
        value: 10.4,
        when: '2026-11-20T08:15:00+00:00',
        flag: 'H',
      }),
    ],
  }),
  ...report(writer, {
    code: panels.bloodCount,
    when: '2026-11-07T11:05:00+00:00',
    results: [
      measured(writer, {
        test: tests.haemoglobin,
        value: 84,
        when: '2026-11-07T11:05:00+00:00',
        flag: 'L',
      }),
      measured(writer, {
        test: tests.platelets,
        value: 231,
        when: '2026-11-07T11:05:00+00:00',
        flag: 'N',
      }),
    ],
  }),
  measured(writer, { test: tests.inr, value: 5.8, when: '2026-11-07T11:05:00+00:00', flag: 'H' }),
  dischargeHaemoglobin(writer),
];
