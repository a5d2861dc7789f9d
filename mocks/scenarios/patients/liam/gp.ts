/** Liam O'Rourke at Hollow Way: no clozapine, a new antibiotic, stopped smoking. */
import { allergy } from '../../build/allergies.ts';
import { words } from '../../build/coding.ts';
import { encounter } from '../../build/encounters.ts';
import { dosage, medicationRequest } from '../../build/medicines.ts';
import { condition } from '../../build/problems.ts';
import { bloodPressure, measured, stated } from '../../build/results.ts';
import { vaccination } from '../../build/vaccines.ts';
import { writerFor } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { allergies, problems, smoking } from '../../codes/problems.ts';
import { facts, tests } from '../../codes/tests.ts';
import { vaccines } from '../../codes/vaccines.ts';
import { liamAroundGp } from './around.ts';
import type { SourceRecord } from '../../types.ts';

const gp = writerFor('hollow-way', 'hw-14407');

export const liamAtGp: SourceRecord = {
  localId: gp.localId,
  resources: [
    condition(gp, { code: problems.schizophrenia, onset: '2006', recorded: '2006-10-17' }),
    condition(gp, { code: problems.type2Diabetes, onset: '2020-02', recorded: '2020-02-25' }),
    condition(gp, {
      code: words('Acute prostatitis'),
      onset: '2026-11-18',
      recorded: '2026-11-18',
      by: 'Dr Leah Stanford',
    }),
    allergy(gp, { code: allergies.noKnownDrugAllergy, recorded: '2015-01-22' }),
    medicationRequest(gp, {
      medicine: medicine('Ciprofloxacin 500mg tablets'),
      dosage: dosage('500 mg twice daily', { value: 500, unit: 'mg', times: 2 }),
      lastIssued: '2026-11-18',
      kind: 'acute',
      reason: words('Acute prostatitis'),
      by: 'Dr Leah Stanford',
    }),
    medicationRequest(gp, {
      medicine: medicine('Metformin 500mg tablets'),
      dosage: dosage('500 mg twice daily with food', { value: 500, unit: 'mg', times: 2 }),
      lastIssued: '2026-11-03',
      kind: 'repeat',
      reason: problems.type2Diabetes,
    }),
    stated(gp, {
      code: facts.smokingStatus,
      value: smoking.ex,
      when: '2026-11-18',
      category: 'social-history',
      note: 'Stopped smoking 01-Nov-2026',
    }),
    stated(gp, {
      code: facts.smokingStatus,
      value: smoking.current,
      when: '2025-09-04',
      category: 'social-history',
      note: '25 a day',
    }),
    measured(gp, {
      test: tests.hba1c,
      value: 55,
      when: '2026-09-01T09:00:00+01:00',
      flag: 'H',
    }),
    bloodPressure(gp, '2026-11-18T11:40:00+00:00', 126, 80),
    vaccination(gp, { vaccine: vaccines.influenza, date: '2026-10-10' }),
    encounter(gp, {
      kind: 'AMB',
      type: 'GP appointment',
      start: '2026-11-18T11:30:00+00:00',
      end: '2026-11-18T11:42:00+00:00',
      reason: words('Pain passing urine, fever'),
      by: 'Dr Leah Stanford',
    }),
    ...liamAroundGp(gp),
  ],
  upTo: '2026-11-22T06:00:00+00:00',
};
