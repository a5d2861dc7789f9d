/** Joan Prentice: ordinary records behind a dissent, and the same records with other decisions. */
import type { CodeableConcept, Consent, FhirResource } from 'fhir/r4';
import { allergy } from '../../build/allergies.ts';
import { letter, letterTypes } from '../../build/documents.ts';
import { encounter } from '../../build/encounters.ts';
import { dosage, medicationRequest } from '../../build/medicines.ts';
import { renalProfile } from '../../build/panels.ts';
import { sharingDecision } from '../../build/plans.ts';
import { condition } from '../../build/problems.ts';
import { words } from '../../build/coding.ts';
import { measured } from '../../build/results.ts';
import { writerFor } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { problems, reactions } from '../../codes/problems.ts';
import { tests } from '../../codes/tests.ts';
import { joanAroundGp, joanAroundHospital } from './around.ts';
import type { SourceRecord } from '../../types.ts';

const gp = writerFor('hollow-way', 'hw-09957');
const hospital = writerFor('ouh', 'ouh-2815560');

const clinical: readonly FhirResource[] = [
  condition(gp, { code: problems.type2Diabetes, onset: '2013-03', recorded: '2013-03-12' }),
  condition(gp, { code: problems.hypertension, onset: '2008', recorded: '2008-06-05' }),
  allergy(gp, {
    code: words('Latex'),
    type: 'allergy',
    category: 'environment',
    criticality: 'high',
    recorded: '1999-11-02',
    reaction: { manifestation: reactions.anaphylaxis, severity: 'severe' },
  }),
  medicationRequest(gp, {
    medicine: medicine('Gliclazide 80mg tablets'),
    dosage: dosage('80 mg twice daily', { value: 80, unit: 'mg', times: 2 }),
    lastIssued: '2026-11-06',
    kind: 'repeat',
    reason: problems.type2Diabetes,
  }),
  medicationRequest(gp, {
    medicine: medicine('Losartan 50mg tablets'),
    dosage: dosage('50 mg daily', { value: 50, unit: 'mg', times: 1 }),
    lastIssued: '2026-11-06',
    kind: 'repeat',
  }),
  measured(gp, { test: tests.hba1c, value: 62, when: '2026-08-11T08:40:00+01:00', flag: 'H' }),
  ...renalProfile(gp, '2026-08-11T08:40:00+01:00', {
    sodium: 140,
    potassium: 4.3,
    creatinine: 70,
    egfr: 82,
  }),
  ...joanAroundGp(gp),
];

const dissent = sharingDecision(gp, 'dissent', '2024-05-20');
const reversal = sharingDecision(gp, 'assent', '2026-11-20');

const upTo = '2026-11-22T06:00:00+00:00';

function atGp(decisions: readonly Consent[], sharing?: 'dissent' | 'assent'): SourceRecord {
  return {
    localId: gp.localId,
    resources: [...clinical, ...decisions],
    ...(sharing === undefined ? {} : { sharing }),
    upTo,
  };
}

/** The base story: 416409005 stands. */
export const joanDissents = atGp([dissent], 'dissent');

/** Before the dissent was ever recorded. */
export const joanUndecided = atGp([]);

/** 417528008 came after 416409005: the later entry decides, the earlier one is not active. */
export const joanReversed = atGp([{ ...dissent, status: 'inactive' }, reversal], 'assent');

const readCode = (code: string, text: string): CodeableConcept => ({
  coding: [{ system: 'http://read.info/readv2', code, display: text }],
  text,
});
const readDissent = sharingDecision(
  gp,
  'dissent',
  '2016-03-09',
  readCode('93C1.', 'Refused consent for upload to local shared electronic record'),
);

/** Before SNOMED CT: the same dissent in a Read code, never recoded, and no field beside it. */
export const joanDissentsInRead = atGp([readDissent]);

/** 9Ndo: dissent to the Summary Care Record, in the same register. */
export const joanDissentsToScr = atGp([
  sharingDecision(
    gp,
    'dissent',
    '2018-02-14',
    readCode('9Ndo.', 'Express dissent for Summary Care Record dataset upload'),
  ),
]);

/** 93C0 came after 93C1, and nobody took the earlier entry back. */
export const joanAssentsInRead = atGp([
  readDissent,
  sharingDecision(
    gp,
    'assent',
    '2026-11-20',
    readCode('93C0.', 'Consent given for upload to local shared electronic record'),
  ),
]);

/** An assent of 2019, and the dissent of 2024 after it. */
export const joanDissentsAgain = atGp([sharingDecision(gp, 'assent', '2019-07-01'), dissent]);

/** The dissent of the variant is made today, while somebody is reading. */
export const joanDissentsToday = atGp(
  [{ ...dissent, dateTime: '2026-11-22T14:00:00+00:00', meta: gp.meta('2026-11-22T14:00:00Z') }],
  'dissent',
);

export const joanAtHospital: SourceRecord = {
  localId: hospital.localId,
  resources: [
    encounter(hospital, {
      kind: 'AMB',
      type: 'Outpatient, diabetic eye screening',
      start: '2026-04-15T10:00:00+01:00',
      end: '2026-04-15T10:20:00+01:00',
      reason: problems.type2Diabetes,
    }),
    ...letter(hospital, {
      type: letterTypes.clinicLetter,
      title: 'Diabetic eye screening result',
      date: '2026-04-22T09:00:00+01:00',
      by: 'Diabetic eye screening',
      lines: [
        'DIABETIC EYE SCREENING',
        'Oxford University Hospitals',
        '',
        'Joan PRENTICE   Born 08-Jan-1960   NHS No. 999 000 0107',
        '',
        'No retinopathy in either eye. Next screening in twelve months.',
      ],
    }),
    ...joanAroundHospital(hospital),
  ],
  upTo: '2026-11-22T05:30:00+00:00',
};
