/** Priya Nair at Hollow Way: the last pregnancy's due date, valproate still on repeat. */
import { allergy } from '../../build/allergies.ts';
import { encounter } from '../../build/encounters.ts';
import { dosage, medicationRequest } from '../../build/medicines.ts';
import { bloodCount } from '../../build/panels.ts';
import { condition, flag } from '../../build/problems.ts';
import { bloodPressure, dated, measured, stated } from '../../build/results.ts';
import { words } from '../../build/coding.ts';
import { vaccination } from '../../build/vaccines.ts';
import { writerFor } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { allergies, problems, smoking } from '../../codes/problems.ts';
import { facts, tests } from '../../codes/tests.ts';
import { vaccines } from '../../codes/vaccines.ts';
import { priyaAroundGp } from './around.ts';
import { interpreterNeeded } from '../../codes/procedures.ts';
import type { SourceRecord } from '../../types.ts';

const writer = writerFor('hollow-way', 'hw-26093');
const booked = '2024-07-30';

export const priyaAtGp: SourceRecord = {
  localId: writer.localId,
  resources: [
    condition(writer, { code: problems.epilepsy, onset: '2011', recorded: '2011-06-21' }),
    condition(writer, {
      code: problems.pregnant,
      onset: '2024-06',
      recorded: booked,
      note: 'Second pregnancy. Estimated date of delivery 02-Mar-2025',
    }),
    dated(writer, {
      code: facts.dueDate,
      value: '2025-03-02',
      when: booked,
      category: 'survey',
    }),
    stated(writer, {
      code: facts.pregnancyStatus,
      value: problems.pregnant,
      when: booked,
      category: 'survey',
    }),
    allergy(writer, { code: allergies.noKnownDrugAllergy, recorded: '2018-02-01' }),
    flag(writer, {
      code: interpreterNeeded('Interpreter needed: Malayalam'),
      category: 'need',
      start: '2018-02-01',
    }),
    medicationRequest(writer, {
      medicine: medicine('Sodium valproate 500mg gastro-resistant tablets'),
      dosage: dosage('500 mg twice daily', { value: 500, unit: 'mg', times: 2 }),
      lastIssued: '2026-08-25',
      kind: 'repeat',
      reason: problems.epilepsy,
    }),
    medicationRequest(writer, {
      medicine: medicine('Folic acid 5mg tablets'),
      dosage: dosage('5 mg daily', { value: 5, unit: 'mg', times: 1 }),
      lastIssued: '2026-08-25',
      kind: 'repeat',
    }),
    ...bloodCount(writer, '2026-07-14T09:00:00+01:00', {
      haemoglobin: 119,
      whiteCells: 8.8,
      platelets: 262,
    }),
    measured(writer, {
      test: tests.ferritin,
      value: 22,
      when: '2026-07-14T09:00:00+01:00',
      flag: 'N',
    }),
    bloodPressure(writer, '2026-07-14T09:00:00+01:00', 108, 64),
    stated(writer, {
      code: facts.smokingStatus,
      value: smoking.never,
      when: '2024-07-30',
      category: 'social-history',
    }),
    vaccination(writer, { vaccine: vaccines.influenza, date: '2024-10-15' }),
    vaccination(writer, { vaccine: vaccines.pertussis, date: '2024-12-03' }),
    encounter(writer, {
      kind: 'AMB',
      type: 'Pregnancy referral',
      start: '2026-07-14T08:50:00+01:00',
      end: '2026-07-14T09:15:00+01:00',
      reason: words('Positive pregnancy test'),
      by: 'Dr Leah Stanford',
    }),
    ...priyaAroundGp(writer),
  ],
  upTo: '2026-11-22T06:00:00+00:00',
};
