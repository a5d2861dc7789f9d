/** Chloe Barton: asthma at the practice, which withholds items; fluoxetine at Oxford Health. */
import { allergy } from '../../build/allergies.ts';
import { words } from '../../build/coding.ts';
import { letter, letterTypes } from '../../build/documents.ts';
import { encounter } from '../../build/encounters.ts';
import { dosage, medicationRequest, medicationStatement } from '../../build/medicines.ts';
import { carePlan, relatedPerson, relationships } from '../../build/plans.ts';
import { condition } from '../../build/problems.ts';
import { measured } from '../../build/results.ts';
import { vaccination } from '../../build/vaccines.ts';
import { writerFor } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { allergies, problems } from '../../codes/problems.ts';
import { vitals } from '../../codes/tests.ts';
import { vaccines } from '../../codes/vaccines.ts';
import { chloeAroundCommunity, chloeAroundGp, chloeAroundHospital } from './around.ts';
import type { SourceRecord } from '../../types.ts';

const gp = writerFor('hollow-way', 'hw-18840');
const hospital = writerFor('ouh', 'ouh-6190477');
const community = writerFor('oxford-health', 'oh-55014');
const clinician = 'Dr Marta Nowak, Oxford Health';

export const chloeAtGp: SourceRecord = {
  localId: gp.localId,
  withheld: 'confidential-items',
  resources: [
    condition(gp, { code: problems.asthma, onset: '2017-10', recorded: '2017-10-09' }),
    condition(gp, {
      code: words('Hay fever'),
      onset: '2019-05',
      recorded: '2019-05-14',
    }),
    allergy(gp, { code: allergies.noKnownAllergy, recorded: '2017-10-09' }),
    medicationRequest(gp, {
      medicine: medicine('Salbutamol 100micrograms/dose inhaler CFC free'),
      dosage: dosage('Two puffs when needed, up to four times a day', {
        value: 2,
        unit: 'puffs',
        asNeeded: 'Wheeze or breathlessness',
      }),
      lastIssued: '2026-09-22',
      kind: 'repeat',
      reason: problems.asthma,
    }),
    medicationRequest(gp, {
      medicine: medicine('Beclometasone 100micrograms/dose inhaler CFC free'),
      dosage: dosage('One puff twice daily', { value: 1, unit: 'puffs', times: 2 }),
      lastIssued: '2026-07-01',
      kind: 'repeat',
      reason: problems.asthma,
    }),
    measured(gp, {
      test: vitals.weight,
      value: 51.3,
      when: '2026-07-01T16:10:00+01:00',
      category: 'vital-signs',
    }),
    measured(gp, {
      test: vitals.height,
      value: 162,
      when: '2026-07-01T16:10:00+01:00',
      category: 'vital-signs',
    }),
    vaccination(gp, { vaccine: vaccines.mmr, date: '2012-04-17', dose: 1 }),
    vaccination(gp, { vaccine: vaccines.mmr, date: '2014-07-08', dose: 2 }),
    vaccination(gp, { vaccine: vaccines.preSchool, date: '2014-07-08' }),
    vaccination(gp, { vaccine: vaccines.hpv, date: '2023-10-12', by: 'School vaccination team' }),
    encounter(gp, {
      kind: 'AMB',
      type: 'Asthma review',
      start: '2026-07-01T16:00:00+01:00',
      end: '2026-07-01T16:20:00+01:00',
      reason: problems.asthma,
      by: 'Practice nurse',
    }),
    relatedPerson(gp, {
      name: { family: 'Barton', given: 'Louise' },
      relationships: [relationships.mother, relationships.nextOfKin],
      phone: '01632 960161',
      recorded: '2011-03-30',
    }),
    ...chloeAroundGp(gp),
  ],
  upTo: '2026-11-22T06:00:00+00:00',
};

export const chloeAtHospital: SourceRecord = {
  localId: hospital.localId,
  resources: [
    encounter(hospital, {
      kind: 'EMER',
      type: 'Emergency department attendance',
      start: '2025-11-29T21:15:00+00:00',
      end: '2025-11-30T00:40:00+00:00',
      reason: problems.asthma,
      by: 'Dr Esi Lomax, paediatric emergency medicine',
    }),
    measured(hospital, {
      test: vitals.oxygenSaturation,
      value: 94,
      when: '2025-11-29T21:20:00+00:00',
      category: 'vital-signs',
    }),
    ...letter(hospital, {
      type: letterTypes.dischargeSummary,
      title: 'Emergency department letter',
      date: '2025-11-30T00:40:00+00:00',
      by: 'Dr Esi Lomax, paediatric emergency medicine',
      lines: [
        'EMERGENCY DEPARTMENT, CHILDREN',
        'Oxford University Hospitals',
        '',
        'Chloe BARTON   Born 19-Mar-2011   NHS No. 999 000 0069',
        '',
        'Asthma attack with a cold, moderate. Better after salbutamol through a spacer and',
        'one dose of prednisolone. Home with her mother. Asthma review within two days.',
        '',
        'Dr Esi Lomax',
      ],
    }),
    ...chloeAroundHospital(hospital),
  ],
  upTo: '2026-11-22T05:30:00+00:00',
};

/** Labels say "Oxford Health" and no more: not the service, not the subject. */
export const chloeInCommunity: SourceRecord = {
  localId: community.localId,
  resources: [
    condition(community, { code: problems.depression, onset: '2026-02', recorded: '2026-03-03' }),
    medicationStatement(community, {
      medicine: medicine('Fluoxetine 20mg capsules'),
      dosage: dosage('20 mg daily', { value: 20, unit: 'mg', times: 1 }),
      asserted: '2026-10-27',
      start: '2026-04-14',
      by: clinician,
    }),
    carePlan(community, {
      category: words('Safety plan'),
      title: 'Safety plan',
      description: 'Written with Chloe. She asks that nobody at home is told without her.',
      start: '2026-10-27',
      recorded: '2026-10-27',
      by: clinician,
      steps: [
        'Warning signs: not sleeping, deleting messages',
        'Text Aunt Dee or her tutor first',
        'Crisis line, day or night: 01632 960166',
      ],
    }),
    encounter(community, {
      kind: 'AMB',
      type: 'Review',
      start: '2026-10-27T15:30:00+00:00',
      end: '2026-10-27T16:20:00+00:00',
      reason: words('Review'),
      by: clinician,
    }),
    ...letter(community, {
      type: letterTypes.clinicLetter,
      title: 'Clinic letter',
      date: '2026-10-28T10:00:00+00:00',
      by: clinician,
      lines: [
        'CLINIC LETTER',
        'Oxford Health',
        '',
        'Chloe BARTON   Born 19-Mar-2011   NHS No. 999 000 0069',
        '',
        'Chloe came on her own. She is sleeping better and is back at school four days a',
        'week. Fluoxetine 20 mg daily continues. We renewed her safety plan.',
        'She understood what we discussed and asked that this letter not go to her home.',
        '',
        'Dr Marta Nowak',
      ],
    }),
    ...chloeAroundCommunity(community),
  ],
  upTo: '2026-11-21T23:59:00+00:00',
};
