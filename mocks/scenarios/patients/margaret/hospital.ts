/** Margaret Elwood at OUH: the larger patch, haloperidol stopped, the later ReSPECT form. */
import { words } from '../../build/coding.ts';
import { letter, letterTypes } from '../../build/documents.ts';
import { encounter } from '../../build/encounters.ts';
import { dosage, medicationStatement } from '../../build/medicines.ts';
import { bloodCount, renalProfile } from '../../build/panels.ts';
import { resuscitationDecision } from '../../build/plans.ts';
import { condition, flag } from '../../build/problems.ts';
import { writerFor } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { problems } from '../../codes/problems.ts';
import { margaretAroundHospital } from './around.ts';
import type { SourceRecord } from '../../types.ts';

const writer = writerFor('ouh', 'ouh-0093318');
const team = 'Dr Colm Reddy, geratology';
const discharged = '2026-10-13';

export const margaretAtHospital: SourceRecord = {
  localId: writer.localId,
  resources: [
    condition(writer, { code: problems.parkinsons, recorded: '2026-10-05' }),
    condition(writer, { code: problems.dementia, recorded: '2026-10-05' }),
    condition(writer, {
      code: words('Delirium with chest infection'),
      onset: '2026-10-05',
      ended: '2026-10-13',
      clinical: 'resolved',
      recorded: '2026-10-05',
      by: team,
    }),
    flag(writer, {
      code: words("Parkinson's disease: avoid haloperidol, metoclopramide and prochlorperazine"),
      category: 'clinical',
      start: '2026-10-10',
    }),
    flag(writer, {
      code: words(
        'Reasonable adjustments: hearing aid left ear, speak slowly, one question at a time',
      ),
      category: 'need',
      start: '2026-10-05',
    }),
    medicationStatement(writer, {
      medicine: medicine('Haloperidol 500microgram capsules'),
      dosage: dosage('500 micrograms at night', { value: 500, unit: 'micrograms', times: 1 }),
      asserted: discharged,
      start: '2026-10-08',
      end: '2026-10-10',
      status: 'stopped',
      stopReason: "Worsened stiffness in Parkinson's disease",
      by: team,
    }),
    medicationStatement(writer, {
      medicine: medicine('Fentanyl 25micrograms/hour transdermal patches'),
      dosage: dosage('One 25 micrograms/hour patch every 72 hours', {
        value: 25,
        unit: 'micrograms/hour',
        times: 1,
        every: { count: 72, unit: 'h' },
      }),
      asserted: discharged,
      by: team,
    }),
    medicationStatement(writer, {
      medicine: medicine('Co-beneldopa 25mg/100mg capsules'),
      dosage: dosage('One capsule (25/100) at 07:00, 11:00, 15:00 and 19:00', {
        times: 4,
        at: ['07:00', '11:00', '15:00', '19:00'],
      }),
      asserted: discharged,
      by: team,
    }),
    medicationStatement(writer, {
      medicine: medicine('Rivastigmine 9.5mg/24hours transdermal patches'),
      dosage: dosage('One 9.5 mg/24 hours patch daily', {
        value: 9.5,
        unit: 'mg/24 hours',
        times: 1,
      }),
      asserted: discharged,
      by: team,
    }),
    resuscitationDecision(writer, {
      date: '2026-10-10',
      decision: 'not-for-cpr',
      by: team,
      note: 'ReSPECT, 10-Oct-2026, agreed with her daughter and attorney. Priority: comfort.',
    }),
    ...renalProfile(writer, '2026-10-12T07:30:00+01:00', {
      sodium: 136,
      potassium: 3.9,
      urea: 8.4,
      creatinine: 82,
      egfr: 58,
    }),
    ...bloodCount(writer, '2026-10-05T22:10:00+01:00', {
      haemoglobin: 116,
      whiteCells: 14.8,
      neutrophils: 12.1,
      platelets: 301,
    }),
    encounter(writer, {
      kind: 'IMP',
      type: 'Emergency admission, geratology',
      start: '2026-10-05T20:50:00+01:00',
      end: '2026-10-13T14:10:00+01:00',
      reason: words('Delirium with chest infection'),
      by: team,
    }),
    ...letter(writer, {
      type: letterTypes.dischargeSummary,
      title: 'Discharge summary, geratology',
      date: '2026-10-13T14:10:00+01:00',
      by: team,
      lines: [
        'DISCHARGE SUMMARY, GERATOLOGY',
        'Oxford University Hospitals',
        '',
        'Margaret ELWOOD   Born 02-Jun-1936   NHS No. 999 000 0034',
        'Admitted 05-Oct-2026. Back to her care home 13-Oct-2026.',
        '',
        "Delirium with a chest infection, on dementia and Parkinson's disease.",
        '',
        'Haloperidol STOPPED 10-Oct-2026: it made her stiffer. Please do not restart.',
        'Fentanyl patch 25 micrograms/hour, changed every 72 hours.',
        'Co-beneldopa 25/100 at 07:00, 11:00, 15:00 and 19:00. These times matter.',
        'Rivastigmine 9.5 mg/24 hours patch daily.',
        '',
        'A new ReSPECT form was completed on 10-Oct-2026 with her daughter, who holds',
        'power of attorney for health and welfare: not for attempted resuscitation.',
        '',
        'Dr Colm Reddy, consultant geratologist',
      ],
    }),
    ...letter(writer, {
      type: letterTypes.advancePlan,
      title: 'ReSPECT form, 10-Oct-2026',
      date: '2026-10-10T16:00:00+01:00',
      by: team,
      format: 'pdf',
      lines: [
        'ReSPECT: recommended summary plan, 10-Oct-2026',
        'Oxford University Hospitals',
        '',
        'Margaret ELWOOD   Born 02-Jun-1936   NHS No. 999 000 0034',
        '',
        'Priority: comfort and staying in her care home.',
        'Antibiotics by mouth: yes. Hospital for a broken bone: yes. Intensive care: no.',
        'CPR attempts: NOT recommended.',
        'Discussed with Anne Sorrell, daughter, health and welfare attorney.',
        '',
        'Dr Colm Reddy',
      ],
    }),
    ...margaretAroundHospital(writer),
  ],
  upTo: '2026-11-22T05:30:00+00:00',
};
