/** Harold Finch: weekly methotrexate at OUH, "daily" at Oxford Health, a practice that is shut. */
import { words } from '../../build/coding.ts';
import { letter, letterTypes } from '../../build/documents.ts';
import { appointment, encounter } from '../../build/encounters.ts';
import { dosage, medicationRequest, medicationStatement } from '../../build/medicines.ts';
import { bloodCount, renalProfile } from '../../build/panels.ts';
import { condition } from '../../build/problems.ts';
import { measured } from '../../build/results.ts';
import { vaccination } from '../../build/vaccines.ts';
import { allergy } from '../../build/allergies.ts';
import { writerFor } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { problems, reactions } from '../../codes/problems.ts';
import { tests } from '../../codes/tests.ts';
import { vaccines } from '../../codes/vaccines.ts';
import { haroldAroundCommunity, haroldAroundHospital } from './around.ts';
import type { SourceRecord } from '../../types.ts';

const practice = writerFor('bury-knowle', 'bk-04471');
const hospital = writerFor('ouh', 'ouh-1956083');
const community = writerFor('oxford-health', 'oh-31740');
const clinic = 'Dr Sunniva Dahl, rheumatology';
const nurse = 'Moira Teale, district nurse';
const reviewed = '2026-09-14';

/** Held at the practice, which has not agreed to share: none of it may ever be seen. */
export const haroldAtGp: SourceRecord = {
  localId: practice.localId,
  resources: [
    condition(practice, {
      code: problems.rheumatoidArthritis,
      onset: '2009',
      recorded: '2009-04-02',
    }),
    condition(practice, { code: problems.hypertension, onset: '2011', recorded: '2011-10-18' }),
    allergy(practice, {
      code: words('Co-trimoxazole'),
      type: 'allergy',
      category: 'medication',
      criticality: 'high',
      recorded: '2014-06-23',
      reaction: { manifestation: reactions.rash, severity: 'severe' },
    }),
    medicationRequest(practice, {
      medicine: medicine('Amlodipine 5mg tablets'),
      dosage: dosage('5 mg daily', { value: 5, unit: 'mg', times: 1 }),
      lastIssued: '2026-11-09',
      kind: 'repeat',
    }),
  ],
  upTo: '2026-11-22T06:00:00+00:00',
};

const weekly = { count: 1, unit: 'wk' } as const;

export const haroldAtHospital: SourceRecord = {
  localId: hospital.localId,
  emptySections: [{ section: '48765-2', emptyReason: 'nilknown' }],
  resources: [
    condition(hospital, {
      code: problems.rheumatoidArthritis,
      onset: '2009',
      recorded: '2009-03-26',
      by: clinic,
    }),
    medicationStatement(hospital, {
      medicine: medicine('Methotrexate 2.5mg tablets'),
      dosage: dosage('15 mg weekly, Monday (six 2.5 mg tablets)', {
        value: 15,
        unit: 'mg',
        times: 1,
        every: weekly,
        weekdays: ['mon'],
      }),
      asserted: reviewed,
      start: '2010-02-08',
      reason: problems.rheumatoidArthritis,
      by: clinic,
    }),
    medicationStatement(hospital, {
      medicine: medicine('Folic acid 5mg tablets'),
      dosage: dosage('5 mg weekly, Friday', {
        value: 5,
        unit: 'mg',
        times: 1,
        every: weekly,
        weekdays: ['fri'],
      }),
      asserted: reviewed,
      start: '2010-02-08',
      by: clinic,
    }),
    medicationStatement(hospital, {
      medicine: medicine(
        'Adalimumab 40mg/0.4ml solution for injection pre-filled disposable devices',
      ),
      dosage: dosage('40 mg fortnightly under the skin', {
        value: 40,
        unit: 'mg',
        times: 1,
        every: { count: 2, unit: 'wk' },
      }),
      asserted: reviewed,
      start: '2018-05-21',
      reason: problems.rheumatoidArthritis,
      note: 'Delivered to his home. Not prescribed by the practice',
      by: clinic,
    }),
    ...bloodCount(hospital, '2026-11-02T09:00:00+00:00', {
      haemoglobin: 134,
      whiteCells: 5.1,
      neutrophils: 3.2,
      platelets: 222,
    }),
    ...renalProfile(hospital, '2026-11-02T09:00:00+00:00', {
      sodium: 139,
      potassium: 4.4,
      creatinine: 84,
      egfr: 77,
    }),
    measured(hospital, {
      test: tests.alt,
      value: 31,
      when: '2026-11-02T09:00:00+00:00',
      flag: 'N',
    }),
    measured(hospital, { test: tests.crp, value: 7, when: '2026-11-02T09:00:00+00:00', flag: 'H' }),
    encounter(hospital, {
      kind: 'AMB',
      type: 'Outpatient, rheumatology',
      start: '2026-09-14T11:00:00+01:00',
      end: '2026-09-14T11:25:00+01:00',
      reason: problems.rheumatoidArthritis,
      by: clinic,
    }),
    appointment(hospital, {
      start: '2027-03-15T11:00:00+00:00',
      minutes: 20,
      description: 'Rheumatology clinic',
      with: clinic,
      booked: '2026-09-14',
    }),
    ...letter(hospital, {
      type: letterTypes.clinicLetter,
      title: 'Rheumatology clinic letter',
      date: '2026-09-16T09:00:00+01:00',
      by: clinic,
      format: 'pdf',
      lines: [
        'Rheumatology clinic',
        'Oxford University Hospitals',
        '',
        'Harold FINCH   Born 27-Aug-1952   NHS No. 999 000 0093',
        'Seen 14-Sep-2026',
        '',
        'Rheumatoid arthritis in low disease activity.',
        'Methotrexate 15 mg ONCE A WEEK, on Monday (six 2.5 mg tablets).',
        'Folic acid 5 mg on Friday. Adalimumab 40 mg every two weeks.',
        'Blood tests every twelve weeks.',
        '',
        'Dr Sunniva Dahl, consultant rheumatologist',
      ],
    }),
    ...haroldAroundHospital(hospital),
  ],
  upTo: '2026-11-22T05:30:00+00:00',
};

export const haroldInCommunity: SourceRecord = {
  localId: community.localId,
  resources: [
    condition(community, {
      code: words('Leg ulcer, left'),
      onset: '2026-08',
      recorded: '2026-08-20',
      by: nurse,
    }),
    medicationStatement(community, {
      medicine: medicine('Methotrexate'),
      dosage: dosage('15 mg daily', { value: 15, unit: 'mg', times: 1 }),
      asserted: '2026-11-10',
      note: 'As told by the patient',
      by: nurse,
    }),
    vaccination(community, { vaccine: vaccines.influenza, date: '2026-10-13', by: nurse }),
    encounter(community, {
      kind: 'HH',
      type: 'District nurse visit',
      start: '2026-11-10T14:00:00+00:00',
      end: '2026-11-10T14:40:00+00:00',
      reason: words('Leg ulcer dressing'),
      by: nurse,
    }),
    ...letter(community, {
      type: letterTypes.clinicLetter,
      title: 'District nurse wound review',
      date: '2026-11-10T16:00:00+00:00',
      by: nurse,
      lines: [
        'WOUND REVIEW, 10-Nov-2026',
        'Oxford Health',
        '',
        'Harold FINCH   Born 27-Aug-1952   NHS No. 999 000 0093',
        '',
        'Left leg ulcer 2 cm by 1 cm, clean. Dressed. Next visit in a week.',
      ],
    }),
    ...haroldAroundCommunity(community),
  ],
  upTo: '2026-11-21T23:59:00+00:00',
};
