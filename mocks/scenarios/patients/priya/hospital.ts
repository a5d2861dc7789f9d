/** Priya Nair at OUH: this pregnancy, the medicine stopped for it, the injections. */
import { words } from '../../build/coding.ts';
import { letter, letterTypes } from '../../build/documents.ts';
import { appointment, encounter } from '../../build/encounters.ts';
import { dosage, medicationStatement } from '../../build/medicines.ts';
import { bloodCount } from '../../build/panels.ts';
import { relatedPerson, relationships } from '../../build/plans.ts';
import { condition, flag } from '../../build/problems.ts';
import { bloodPressure, dated, stated } from '../../build/results.ts';
import { writerFor } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { problems, rhesus } from '../../codes/problems.ts';
import { facts } from '../../codes/tests.ts';
import { priyaAroundHospital } from './around.ts';
import { interpreterNeeded } from '../../codes/procedures.ts';
import type { SourceRecord } from '../../types.ts';

const writer = writerFor('ouh', 'ouh-3347810');
const neurology = 'Dr Tess Hallam, neurology';
const midwife = 'Joyce Abara, antenatal clinic';

const medicines = [
  medicationStatement(writer, {
    medicine: medicine('Sodium valproate 500mg gastro-resistant tablets'),
    dosage: dosage('500 mg twice daily', { value: 500, unit: 'mg', times: 2 }),
    asserted: '2024-03-11',
    end: '2024-03-11',
    status: 'stopped',
    stopReason: 'Planning pregnancy: valproate harms the unborn child',
    by: neurology,
  }),
  medicationStatement(writer, {
    medicine: medicine('Lamotrigine'),
    dosage: dosage('150 mg twice daily', { value: 150, unit: 'mg', times: 2 }),
    asserted: '2026-11-16',
    start: '2024-03-11',
    reason: problems.epilepsy,
    by: neurology,
  }),
  medicationStatement(writer, {
    medicine: medicine('Enoxaparin sodium 40mg/0.4ml solution for injection pre-filled syringes'),
    dosage: dosage('40 mg daily under the skin', { value: 40, unit: 'mg', times: 1 }),
    asserted: '2026-11-16',
    start: '2026-09-07',
    note: 'Until six weeks after the birth. Supplied by the hospital only',
    by: midwife,
  }),
  medicationStatement(writer, {
    medicine: words('Anti-D (Rh0) immunoglobulin 1,500 units'),
    dosage: dosage('One dose into the muscle, given 16-Nov-2026', { value: 1500, unit: 'units' }),
    asserted: '2026-11-16',
    start: '2026-11-16',
    end: '2026-11-16',
    status: 'completed',
    by: midwife,
  }),
];

export const priyaAtHospital: SourceRecord = {
  localId: writer.localId,
  resources: [
    condition(writer, {
      code: problems.pregnant,
      onset: '2026-05',
      recorded: '2026-07-28',
      note: '28 weeks on 22-Nov-2026. Due 14-Feb-2027',
      by: midwife,
    }),
    condition(writer, { code: problems.epilepsy, onset: '2011', recorded: '2024-03-11' }),
    condition(writer, {
      code: words('Deep vein thrombosis after the last birth'),
      onset: '2025-03',
      clinical: 'resolved',
      ended: '2025-09',
      recorded: '2025-03-19',
    }),
    dated(writer, {
      code: facts.dueDate,
      value: '2027-02-14',
      when: '2026-07-28',
      category: 'survey',
      by: midwife,
    }),
    stated(writer, {
      code: facts.pregnancyStatus,
      value: problems.pregnant,
      when: '2026-07-28',
      category: 'survey',
    }),
    stated(writer, {
      code: facts.rhesus,
      value: rhesus.negative,
      when: '2026-07-28',
      category: 'laboratory',
    }),
    flag(writer, {
      code: words('RhD negative. Anti-D given 16-Nov-2026'),
      category: 'clinical',
      start: '2026-11-16',
    }),
    flag(writer, {
      code: interpreterNeeded('Interpreter needed: Malayalam. Do not use family members'),
      category: 'need',
      start: '2026-07-28',
    }),
    ...medicines,
    ...bloodCount(writer, '2026-11-16T10:30:00+00:00', {
      haemoglobin: 108,
      whiteCells: 9.6,
      platelets: 238,
    }),
    bloodPressure(writer, '2026-11-16T10:20:00+00:00', 112, 66),
    encounter(writer, {
      kind: 'AMB',
      type: 'Antenatal clinic, 27 weeks',
      start: '2026-11-16T10:15:00+00:00',
      end: '2026-11-16T11:00:00+00:00',
      reason: words('Antenatal visit and anti-D'),
      by: midwife,
    }),
    appointment(writer, {
      start: '2026-12-07T10:00:00+00:00',
      minutes: 30,
      description: 'Joint epilepsy and antenatal clinic',
      with: neurology,
      booked: '2026-11-16',
    }),
    relatedPerson(writer, {
      name: { family: 'Nair', given: 'Arun' },
      relationships: [relationships.nextOfKin, relationships.husband],
      phone: '01632 960171',
      recorded: '2026-07-28',
    }),
    ...letter(writer, {
      type: letterTypes.clinicLetter,
      title: 'Epilepsy clinic letter: valproate stopped',
      date: '2024-03-12T09:00:00+00:00',
      by: neurology,
      lines: [
        'EPILEPSY CLINIC',
        'Oxford University Hospitals',
        '',
        'Priya NAIR   Born 30-Apr-1994   NHS No. 999 000 0077',
        'Seen 11-Mar-2024 with a Malayalam interpreter.',
        '',
        'She and her husband hope for another child. Sodium valproate STOPPED today.',
        'Lamotrigine 150 mg twice daily, reached over the past ten weeks.',
        'For the GP: please take valproate off the repeat list. It must not be issued again.',
        '',
        'Dr Tess Hallam, consultant neurologist',
      ],
    }),
    ...letter(writer, {
      type: letterTypes.clinicLetter,
      title: 'Antenatal clinic letter',
      date: '2026-11-16T15:00:00+00:00',
      by: midwife,
      lines: [
        'ANTENATAL CLINIC',
        'Oxford University Hospitals',
        '',
        'Priya NAIR   Born 30-Apr-1994   NHS No. 999 000 0077',
        '27 weeks. Due 14-Feb-2027. Malayalam interpreter present.',
        '',
        'Baby growing well. Blood pressure 112/66. Haemoglobin 108 g/L.',
        'RhD negative: anti-D given today. Enoxaparin 40 mg daily continues.',
        'Lamotrigine 150 mg twice daily. No seizures this pregnancy.',
      ],
    }),
    ...priyaAroundHospital(writer),
  ],
  upTo: '2026-11-22T05:30:00+00:00',
};
