/** Margaret Elwood at Hollow Way: the timed Parkinson's doses, the smaller fentanyl patch. */
import { allergy } from '../../build/allergies.ts';
import { words } from '../../build/coding.ts';
import { encounter } from '../../build/encounters.ts';
import { dosage, medicationRequest } from '../../build/medicines.ts';
import { bloodCount, renalProfile } from '../../build/panels.ts';
import { relatedPerson, relationships } from '../../build/plans.ts';
import { condition } from '../../build/problems.ts';
import { bloodPressure, measured } from '../../build/results.ts';
import { vaccination } from '../../build/vaccines.ts';
import { writerFor } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { allergies, problems } from '../../codes/problems.ts';
import { vitals } from '../../codes/tests.ts';
import { vaccines } from '../../codes/vaccines.ts';
import { margaretAroundGp } from './around.ts';
import type { SourceRecord } from '../../types.ts';

const writer = writerFor('hollow-way', 'hw-00734');
const issued = '2026-11-04';
const gp = 'Dr Leah Stanford';

const medicines = [
  medicationRequest(writer, {
    medicine: medicine('Co-beneldopa 25mg/100mg capsules'),
    dosage: dosage('One capsule (25/100) at 07:00, 11:00, 15:00 and 19:00', {
      times: 4,
      at: ['07:00', '11:00', '15:00', '19:00'],
    }),
    lastIssued: issued,
    kind: 'repeat',
    reason: problems.parkinsons,
    note: 'Time critical: give within 30 minutes',
  }),
  medicationRequest(writer, {
    medicine: medicine('Rivastigmine 9.5mg/24hours transdermal patches'),
    dosage: dosage('One 9.5 mg/24 hours patch daily', {
      value: 9.5,
      unit: 'mg/24 hours',
      times: 1,
    }),
    lastIssued: issued,
    kind: 'repeat',
    reason: problems.dementia,
  }),
  medicationRequest(writer, {
    medicine: medicine('Fentanyl 12micrograms/hour transdermal patches'),
    dosage: dosage('One 12 micrograms/hour patch every 72 hours', {
      value: 12,
      unit: 'micrograms/hour',
      times: 1,
      every: { count: 72, unit: 'h' },
    }),
    lastIssued: issued,
    kind: 'repeat',
    reason: words('Back pain, vertebral fracture'),
  }),
  medicationRequest(writer, {
    medicine: medicine('Macrogol compound oral powder sachets NPF sugar free'),
    dosage: dosage('One sachet twice daily', { times: 2 }),
    lastIssued: issued,
    kind: 'repeat',
    reason: problems.constipation,
  }),
  medicationRequest(writer, {
    medicine: medicine('Colecalciferol 800unit capsules'),
    dosage: dosage('One capsule daily', { value: 800, unit: 'units', times: 1 }),
    lastIssued: issued,
    kind: 'repeat',
  }),
];

export const margaretAtGp: SourceRecord = {
  localId: writer.localId,
  resources: [
    condition(writer, { code: problems.parkinsons, onset: '2015-04', recorded: '2015-04-21' }),
    condition(writer, {
      code: problems.dementia,
      onset: '2021-09',
      recorded: '2021-09-14',
      by: gp,
    }),
    condition(writer, { code: problems.osteoporosis, onset: '2017', recorded: '2017-02-08' }),
    condition(writer, {
      code: words('Vertebral fracture'),
      onset: '2024-03',
      recorded: '2024-03-19',
    }),
    condition(writer, { code: problems.constipation, onset: '2019', recorded: '2019-05-02' }),
    allergy(writer, {
      code: words('Trimethoprim'),
      type: 'allergy',
      category: 'medication',
      criticality: 'low',
      onset: '2003',
      recorded: '2003-08-15',
      reaction: { manifestation: words('Widespread itchy rash'), severity: 'moderate' },
    }),
    allergy(writer, {
      code: allergies.penicillin,
      recorded: '2003-08-15',
      verification: 'entered-in-error',
      note: 'Wrong antibiotic chosen from the list; see trimethoprim',
    }),
    ...medicines,
    ...renalProfile(writer, '2026-08-18T10:30:00+01:00', {
      sodium: 137,
      potassium: 4.1,
      urea: 7.1,
      creatinine: 79,
      egfr: 61,
    }),
    ...bloodCount(writer, '2026-08-18T10:30:00+01:00', {
      haemoglobin: 118,
      whiteCells: 6.2,
      platelets: 244,
    }),
    measured(writer, {
      test: vitals.weight,
      value: 47.6,
      when: '2026-10-27T11:00:00+00:00',
      category: 'vital-signs',
    }),
    bloodPressure(writer, '2026-10-27T11:00:00+00:00', 104, 62),
    vaccination(writer, { vaccine: vaccines.influenza, date: '2026-10-06' }),
    vaccination(writer, { vaccine: vaccines.covid, date: '2026-10-06' }),
    vaccination(writer, { vaccine: vaccines.pneumococcal, date: '2001-11-13' }),
    encounter(writer, {
      kind: 'HH',
      type: 'Care home round',
      start: '2026-11-17T13:30:00+00:00',
      end: '2026-11-17T13:45:00+00:00',
      reason: words('Sleeping more by day'),
      by: gp,
    }),
    relatedPerson(writer, {
      name: { family: 'Elwood', given: 'Peter' },
      relationships: [relationships.nextOfKin, relationships.son],
      phone: '01632 960131',
      recorded: '2021-09-14',
    }),
    relatedPerson(writer, {
      name: { family: 'Sorrell', given: 'Anne' },
      relationships: [relationships.attorney, relationships.daughter],
      phone: '01632 960132',
      recorded: '2022-01-20',
    }),
    ...margaretAroundGp(writer),
  ],
  upTo: '2026-11-22T06:00:00+00:00',
};
