/** Daniel Whitlock at Hollow Way: diabetes and epilepsy, no Addison's, hydrocortisone long ago. */
import { appointment, encounter } from '../../build/encounters.ts';
import { dosage, medicationRequest } from '../../build/medicines.ts';
import { condition } from '../../build/problems.ts';
import { bloodPressure, measured, report, stated } from '../../build/results.ts';
import { vaccination } from '../../build/vaccines.ts';
import { writerFor } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { problems, smoking } from '../../codes/problems.ts';
import { facts, panels, tests, vitals } from '../../codes/tests.ts';
import { vaccines } from '../../codes/vaccines.ts';
import { danielAroundGp } from './around.ts';
import type { SourceRecord } from '../../types.ts';

const writer = writerFor('hollow-way', 'hw-11862');
const gp = 'Dr Sam Patel';

export const danielAtGp: SourceRecord = {
  localId: writer.localId,
  resources: [
    condition(writer, { code: problems.type1Diabetes, onset: '1984', recorded: '1984-11-20' }),
    condition(writer, {
      code: problems.epilepsy,
      onset: '2009-02',
      recorded: '2009-02-17',
      by: gp,
    }),
    condition(writer, { code: problems.depression, onset: '2023-10', recorded: '2023-10-05' }),
    condition(writer, {
      code: problems.diabeticRetinopathy,
      onset: '2015',
      recorded: '2015-05-12',
      note: 'Background, both eyes',
    }),
    medicationRequest(writer, {
      medicine: medicine('Insulin glargine 100units/ml solution for injection 3ml pre-filled pens'),
      dosage: dosage('22 units nightly', { value: 22, unit: 'units', times: 1 }),
      lastIssued: '2026-11-02',
      kind: 'repeat',
      reason: problems.type1Diabetes,
    }),
    medicationRequest(writer, {
      medicine: medicine('Insulin lispro 100units/ml solution for injection 3ml pre-filled pens'),
      dosage: dosage('With meals, by carbohydrate counting'),
      lastIssued: '2026-11-02',
      kind: 'repeat',
      reason: problems.type1Diabetes,
    }),
    medicationRequest(writer, {
      medicine: medicine('Levetiracetam 750mg tablets'),
      dosage: dosage('750 mg twice daily', { value: 750, unit: 'mg', times: 2 }),
      lastIssued: '2026-11-02',
      kind: 'repeat',
      reason: problems.epilepsy,
    }),
    medicationRequest(writer, {
      medicine: medicine('Hydrocortisone 10mg tablets'),
      dosage: dosage('As directed by the hospital'),
      lastIssued: '2026-06-14',
      kind: 'repeat',
    }),
    ...report(writer, {
      code: panels.renal,
      when: '2026-07-06T08:55:00+01:00',
      results: [
        measured(writer, {
          test: tests.sodium,
          value: 134,
          when: '2026-07-06T08:55:00+01:00',
          flag: 'N',
        }),
        measured(writer, {
          test: tests.potassium,
          value: 4.9,
          when: '2026-07-06T08:55:00+01:00',
          flag: 'N',
        }),
        measured(writer, { test: tests.egfr, value: 88, when: '2026-07-06T08:55:00+01:00' }),
      ],
    }),
    measured(writer, {
      test: tests.hba1c,
      value: 66,
      when: '2026-07-06T08:55:00+01:00',
      flag: 'H',
    }),
    measured(writer, {
      test: tests.hba1c,
      value: 71,
      when: '2025-12-11T09:10:00+00:00',
      flag: 'H',
    }),
    bloodPressure(writer, '2026-07-06T09:00:00+01:00', 112, 68),
    measured(writer, {
      test: vitals.weight,
      value: 74.2,
      when: '2026-07-06T09:00:00+01:00',
      category: 'vital-signs',
    }),
    stated(writer, {
      code: facts.smokingStatus,
      value: smoking.ex,
      when: '2026-07-06',
      category: 'social-history',
    }),
    vaccination(writer, { vaccine: vaccines.influenza, date: '2025-10-11' }),
    vaccination(writer, { vaccine: vaccines.pneumococcal, date: '2012-10-23' }),
    encounter(writer, {
      kind: 'AMB',
      type: 'Diabetes annual review',
      start: '2026-07-06T08:50:00+01:00',
      end: '2026-07-06T09:15:00+01:00',
      reason: problems.type1Diabetes,
      by: 'Practice nurse',
    }),
    appointment(writer, {
      start: '2026-12-03T14:20:00+00:00',
      minutes: 20,
      description: 'Epilepsy and medicines review',
      with: gp,
      booked: '2026-11-02',
    }),
    ...danielAroundGp(writer),
  ],
  upTo: '2026-11-22T01:00:00+00:00',
};
