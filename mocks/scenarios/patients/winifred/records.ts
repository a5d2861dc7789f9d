/** Winifred Adeyemi: the practice's list does not know yet that she died. */
import { allergy } from '../../build/allergies.ts';
import { words } from '../../build/coding.ts';
import { letter, letterTypes } from '../../build/documents.ts';
import { appointment, encounter } from '../../build/encounters.ts';
import { dosage, medicationRequest, medicationStatement } from '../../build/medicines.ts';
import { renalProfile } from '../../build/panels.ts';
import { relatedPerson, relationships } from '../../build/plans.ts';
import { condition } from '../../build/problems.ts';
import { measured } from '../../build/results.ts';
import { vaccination } from '../../build/vaccines.ts';
import { writerFor } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { allergies, problems } from '../../codes/problems.ts';
import { tests, vitals } from '../../codes/tests.ts';
import { vaccines } from '../../codes/vaccines.ts';
import { winifredAroundCommunity, winifredAroundGp, winifredAroundHospital } from './around.ts';
import type { SourceRecord } from '../../types.ts';

const gp = writerFor('hollow-way', 'hw-02286');
const hospital = writerFor('ouh', 'ouh-0417796');
const community = writerFor('oxford-health', 'oh-15539');

export const winifredAtGp: SourceRecord = {
  localId: gp.localId,
  resources: [
    condition(gp, { code: problems.atrialFibrillation, onset: '2014', recorded: '2014-09-09' }),
    condition(gp, { code: problems.heartFailure, onset: '2019', recorded: '2019-12-03' }),
    condition(gp, { code: problems.hypertension, onset: '1995', recorded: '1995-03-14' }),
    allergy(gp, { code: allergies.noKnownDrugAllergy, recorded: '2010-05-06' }),
    medicationRequest(gp, {
      medicine: medicine('Digoxin 125microgram tablets'),
      dosage: dosage('125 micrograms daily', { value: 125, unit: 'micrograms', times: 1 }),
      lastIssued: '2026-11-03',
      kind: 'repeat',
      reason: problems.atrialFibrillation,
    }),
    medicationRequest(gp, {
      medicine: medicine('Furosemide 40mg tablets'),
      dosage: dosage('40 mg each morning', { value: 40, unit: 'mg', times: 1 }),
      lastIssued: '2026-11-03',
      kind: 'repeat',
      reason: problems.heartFailure,
    }),
    ...renalProfile(gp, '2026-10-06T09:30:00+01:00', {
      sodium: 135,
      potassium: 4.8,
      urea: 9.9,
      creatinine: 118,
      egfr: 37,
    }),
    measured(gp, {
      test: vitals.weight,
      value: 58.8,
      when: '2026-10-06T09:30:00+01:00',
      category: 'vital-signs',
    }),
    vaccination(gp, { vaccine: vaccines.influenza, date: '2026-10-06' }),
    appointment(gp, {
      start: '2026-12-01T10:30:00+00:00',
      minutes: 20,
      description: 'Heart failure review',
      with: 'Dr Leah Stanford',
      booked: '2026-11-03',
    }),
    relatedPerson(gp, {
      name: { family: 'Adeyemi', given: 'Folake' },
      relationships: [relationships.nextOfKin, relationships.daughter],
      phone: '01632 960188',
      recorded: '2019-12-03',
    }),
    ...winifredAroundGp(gp),
  ],
  upTo: '2026-11-18T18:00:00+00:00',
};

export const winifredAtHospital: SourceRecord = {
  localId: hospital.localId,
  resources: [
    condition(hospital, {
      code: words('Pneumonia'),
      onset: '2026-11-17',
      recorded: '2026-11-17',
      by: 'Dr Colm Reddy, geratology',
    }),
    medicationStatement(hospital, {
      medicine: medicine('Digoxin 125microgram tablets'),
      dosage: dosage('125 micrograms daily', { value: 125, unit: 'micrograms', times: 1 }),
      asserted: '2026-11-17',
      by: 'Dr Colm Reddy, geratology',
    }),
    measured(hospital, {
      test: tests.crp,
      value: 212,
      when: '2026-11-17T19:05:00+00:00',
      flag: 'H',
    }),
    encounter(hospital, {
      kind: 'IMP',
      type: 'Emergency admission, geratology',
      start: '2026-11-17T18:20:00+00:00',
      end: '2026-11-19T04:15:00+00:00',
      reason: words('Pneumonia'),
      by: 'Dr Colm Reddy, geratology',
    }),
    ...letter(hospital, {
      type: letterTypes.dischargeSummary,
      title: 'Notification of death',
      date: '2026-11-19T09:00:00+00:00',
      by: 'Dr Colm Reddy, geratology',
      lines: [
        'NOTIFICATION OF DEATH',
        'Oxford University Hospitals',
        '',
        'Winifred ADEYEMI   Born 01-Dec-1941   NHS No. 999 000 0158',
        '',
        'Mrs Adeyemi died on 19-Nov-2026 at 04:15, aged 84, of pneumonia.',
        'Her daughter was with her. Please cancel her appointments and repeat medicines.',
        '',
        'Dr Colm Reddy, consultant geratologist',
      ],
    }),
    ...winifredAroundHospital(hospital),
  ],
  upTo: '2026-11-22T05:30:00+00:00',
};

export const winifredInCommunity: SourceRecord = {
  localId: community.localId,
  resources: [
    encounter(community, {
      kind: 'HH',
      type: 'Heart failure nurse visit',
      start: '2026-11-12T11:00:00+00:00',
      end: '2026-11-12T11:40:00+00:00',
      reason: problems.heartFailure,
      by: 'Heart failure nurse',
    }),
    ...winifredAroundCommunity(community),
  ],
  upTo: '2026-11-21T23:59:00+00:00',
};

/** Where the notice is wrong she was never admitted: the hospital knows an old visit only. */
export const winifredAliveAtHospital: SourceRecord = {
  localId: hospital.localId,
  resources: [
    encounter(hospital, {
      kind: 'AMB',
      type: 'Outpatient, cardiology',
      start: '2025-11-04T10:00:00+00:00',
      end: '2025-11-04T10:30:00+00:00',
      reason: problems.heartFailure,
    }),
  ],
  upTo: '2026-11-22T05:30:00+00:00',
};
