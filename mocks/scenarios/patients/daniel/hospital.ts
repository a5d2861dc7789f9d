/** Daniel Whitlock at OUH: Addison's disease, the steroids, the alert. */
import { words } from '../../build/coding.ts';
import { letter, letterTypes } from '../../build/documents.ts';
import { encounter } from '../../build/encounters.ts';
import { dosage, medicationStatement } from '../../build/medicines.ts';
import { relatedPerson, relationships } from '../../build/plans.ts';
import { condition, flag } from '../../build/problems.ts';
import { measured, report } from '../../build/results.ts';
import { writerFor } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { problems } from '../../codes/problems.ts';
import { panels, tests, vitals } from '../../codes/tests.ts';
import { danielAroundHospital } from './around.ts';
import type { SourceRecord } from '../../types.ts';

const writer = writerFor('ouh', 'ouh-2087745');
const clinic = 'Dr Helena Brandt, endocrinology';
const seen = '2026-08-27';

const clinicLetter: readonly string[] = [
  'ENDOCRINOLOGY CLINIC',
  'Oxford University Hospitals',
  '',
  'Daniel WHITLOCK   Born 03-Feb-1971   NHS No. 999 000 0026',
  'Seen 27-Aug-2026',
  '',
  "Diagnosis: Addison's disease (2019), type 1 diabetes, epilepsy.",
  '',
  'Hydrocortisone 10 mg on waking, 5 mg at midday, 5 mg at 16:00.',
  'Fludrocortisone 100 micrograms daily.',
  '',
  'He knows the sick-day rules and carries a steroid card. He has an emergency injection',
  'kit at home; his brother has been shown how to use it. He told me that he sometimes',
  'misses the afternoon dose. Sodium 133 and potassium 5.0 today.',
  '',
  'In any acute illness: hydrocortisone 100 mg by injection at once, then fluids.',
  '',
  'For the GP: please keep hydrocortisone and fludrocortisone on repeat.',
  '',
  'Dr Helena Brandt, consultant endocrinologist',
];

const admission = '2026-11-22T02:40:00+00:00';

export const danielAtHospital: SourceRecord = {
  localId: writer.localId,
  resources: [
    condition(writer, {
      code: problems.addisons,
      onset: '2019-03',
      recorded: '2019-03-28',
      by: clinic,
    }),
    condition(writer, { code: problems.type1Diabetes, recorded: '2019-03-28' }),
    flag(writer, {
      code: words(
        'Steroid dependent: adrenal crisis risk. Give hydrocortisone 100 mg in acute illness.',
      ),
      category: 'clinical',
      start: '2019-03-28',
    }),
    medicationStatement(writer, {
      medicine: medicine('Hydrocortisone'),
      dosage: [
        dosage('10 mg on waking', { value: 10, unit: 'mg', times: 1 }),
        dosage('5 mg at midday', { value: 5, unit: 'mg', times: 1 }),
        dosage('5 mg at 16:00', { value: 5, unit: 'mg', times: 1, at: ['16:00'] }),
      ],
      asserted: seen,
      start: '2019-03-28',
      reason: problems.addisons,
      by: clinic,
    }),
    medicationStatement(writer, {
      medicine: medicine('Fludrocortisone 100microgram tablets'),
      dosage: dosage('100 micrograms daily', { value: 100, unit: 'micrograms', times: 1 }),
      asserted: seen,
      start: '2019-03-28',
      reason: problems.addisons,
      by: clinic,
    }),
    ...report(writer, {
      code: panels.renal,
      when: '2026-08-27T10:15:00+01:00',
      results: [
        measured(writer, {
          test: tests.sodium,
          value: 133,
          when: '2026-08-27T10:15:00+01:00',
          flag: 'N',
        }),
        measured(writer, {
          test: tests.potassium,
          value: 5,
          when: '2026-08-27T10:15:00+01:00',
          flag: 'N',
        }),
      ],
    }),
    measured(writer, {
      test: vitals.comaScale,
      value: 6,
      when: admission,
      category: 'survey',
      note: 'Eyes 1, verbal 2, motor 3',
    }),
    measured(writer, {
      test: vitals.heartRate,
      value: 118,
      when: admission,
      category: 'vital-signs',
    }),
    measured(writer, {
      test: tests.glucose,
      value: 3.1,
      when: '2026-11-22T02:44:00+00:00',
      status: 'preliminary',
      flag: 'L',
    }),
    encounter(writer, {
      kind: 'EMER',
      type: 'Emergency department attendance',
      start: admission,
      reason: words('Found unresponsive at home'),
      by: 'Dr Amina Mensah',
    }),
    encounter(writer, {
      kind: 'AMB',
      type: 'Outpatient, endocrinology',
      start: '2026-08-27T10:00:00+01:00',
      end: '2026-08-27T10:30:00+01:00',
      reason: problems.addisons,
      by: clinic,
    }),
    encounter(writer, {
      kind: 'IMP',
      type: 'Emergency admission',
      start: '2019-03-24T19:20:00+00:00',
      end: '2019-03-28T13:00:00+00:00',
      reason: words('Adrenal crisis'),
    }),
    relatedPerson(writer, {
      name: { family: 'Whitlock', given: 'Simon' },
      relationships: [relationships.nextOfKin, relationships.brother],
      phone: '01632 960122',
      recorded: '2019-03-28',
    }),
    ...letter(writer, {
      type: letterTypes.clinicLetter,
      title: 'Endocrinology clinic letter',
      date: '2026-08-29T09:00:00+01:00',
      by: clinic,
      lines: clinicLetter,
    }),
    ...danielAroundHospital(writer),
  ],
  upTo: '2026-11-22T02:45:00+00:00',
};
