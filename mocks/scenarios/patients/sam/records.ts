/** Sam Whitfield: one medicine only the hospital gives, one result in two sources' ranges. */
import { allergy } from '../../build/allergies.ts';
import { snomed, words } from '../../build/coding.ts';
import { letter, letterTypes } from '../../build/documents.ts';
import { encounter } from '../../build/encounters.ts';
import { dosage, medicationRequest, medicationStatement } from '../../build/medicines.ts';
import { condition } from '../../build/problems.ts';
import { bloodPressure, measured, stated, type Test } from '../../build/results.ts';
import { vaccination } from '../../build/vaccines.ts';
import { writerFor } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { allergies, problems, smoking } from '../../codes/problems.ts';
import { facts, tests } from '../../codes/tests.ts';
import { vaccines } from '../../codes/vaccines.ts';
import { samAroundGp, samAroundHospital } from './around.ts';
import type { SourceRecord } from '../../types.ts';

const gp = writerFor('hollow-way', 'hw-29904');
const hospital = writerFor('ouh', 'ouh-4478120');
const clinic = 'Dr Helena Brandt, endocrinology';

/** Each source judges 168 g/L by its own range; neither is corrected here. */
const hospitalHaemoglobin: Test = { ...tests.haemoglobin, low: 130, high: 170 };

export const samAtGp: SourceRecord = {
  localId: gp.localId,
  resources: [
    condition(gp, {
      code: words('Migraine without aura'),
      onset: '2014',
      recorded: '2014-02-12',
    }),
    condition(gp, { code: problems.anxiety, onset: '2019', recorded: '2019-06-20' }),
    allergy(gp, { code: allergies.noKnownAllergy, recorded: '2014-02-12' }),
    medicationRequest(gp, {
      medicine: medicine('Sumatriptan 50mg tablets'),
      dosage: dosage('50 mg at the start of a migraine', {
        value: 50,
        unit: 'mg',
        asNeeded: 'Migraine',
      }),
      lastIssued: '2026-08-03',
      kind: 'repeat',
    }),
    measured(gp, {
      test: tests.haemoglobin,
      value: 168,
      when: '2026-11-10T08:50:00+00:00',
      flag: 'H',
    }),
    bloodPressure(gp, '2026-11-10T08:50:00+00:00', 124, 78),
    stated(gp, {
      code: words('Cervical screening'),
      value: words('HPV not found. Next test in 3 years'),
      when: '2025-02-18',
      category: 'laboratory',
    }),
    stated(gp, {
      code: facts.smokingStatus,
      value: smoking.never,
      when: '2025-02-18',
      category: 'social-history',
    }),
    vaccination(gp, { vaccine: vaccines.mmr, date: '1997-11-04', dose: 1 }),
    vaccination(gp, { vaccine: vaccines.hpv, date: '2009-10-06', by: 'School vaccination team' }),
    ...samAroundGp(gp),
  ],
  upTo: '2026-11-22T06:00:00+00:00',
};

export const samAtHospital: SourceRecord = {
  localId: hospital.localId,
  resources: [
    medicationStatement(hospital, {
      medicine: medicine('Testosterone gel'),
      dosage: dosage('50 mg daily', { value: 50, unit: 'mg', times: 1 }),
      asserted: '2026-11-10',
      start: '2021-03-15',
      note: 'Prescribed and supplied by the hospital',
      by: clinic,
    }),
    measured(hospital, {
      test: hospitalHaemoglobin,
      value: 168,
      when: '2026-11-10T09:30:00+00:00',
      flag: 'N',
    }),
    encounter(hospital, {
      kind: 'AMB',
      type: 'Outpatient, endocrinology',
      start: '2026-11-10T09:15:00+00:00',
      end: '2026-11-10T09:45:00+00:00',
      reason: words('Treatment review'),
      by: clinic,
    }),
    encounter(hospital, {
      kind: 'IMP',
      type: 'Planned surgery, day case',
      start: '2023-05-09T07:30:00+01:00',
      end: '2023-05-09T18:00:00+01:00',
      reason: snomed('396232000', 'Inguinal hernia', 'Inguinal hernia repair'),
    }),
    ...letter(hospital, {
      type: letterTypes.clinicLetter,
      title: 'Endocrinology clinic letter',
      date: '2026-11-12T09:00:00+00:00',
      by: clinic,
      lines: [
        'ENDOCRINOLOGY CLINIC',
        'Oxford University Hospitals',
        '',
        'Sam WHITFIELD   Born 05-Oct-1996   NHS No. 999 000 0131',
        'Seen 10-Nov-2026',
        '',
        'Well. Testosterone gel 50 mg daily, no change. Haemoglobin 168 g/L, in range.',
        'Next visit in a year.',
        '',
        'Dr Helena Brandt, consultant endocrinologist',
      ],
    }),
    ...samAroundHospital(hospital),
  ],
  upTo: '2026-11-22T05:30:00+00:00',
};
