/** What each source holds about Aryan Malik, the twin with the amoxicillin rash. */
import type { AllergyIntolerance } from 'fhir/r4';
import { allergy } from '../../build/allergies.ts';
import { words } from '../../build/coding.ts';
import { letter, letterTypes } from '../../build/documents.ts';
import { encounter } from '../../build/encounters.ts';
import { dosage, medicationRequest } from '../../build/medicines.ts';
import { relatedPerson, relationships } from '../../build/plans.ts';
import { condition } from '../../build/problems.ts';
import { measured } from '../../build/results.ts';
import { vaccination } from '../../build/vaccines.ts';
import { writerFor, type Writer } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { allergies, reactions } from '../../codes/problems.ts';
import { vitals } from '../../codes/tests.ts';
import { vaccines } from '../../codes/vaccines.ts';
import { twinAroundCommunity } from './around.ts';
import type { SourceRecord } from '../../types.ts';
import { infantVaccines } from './ayaan.ts';

const gpWriter = writerFor('hollow-way', 'hw-30552');
const hospital = writerFor('ouh', 'ouh-8814203');
const community = writerFor('oxford-health', 'oh-90332');

const amoxicillin = (writer: Writer, recorded: string, by: string) =>
  allergy(writer, {
    code: allergies.amoxicillin,
    type: 'allergy',
    category: 'medication',
    criticality: 'low',
    onset: '2024-01-15',
    recorded,
    reaction: { manifestation: reactions.rash, severity: 'mild', onset: '2024-01-15' },
    by,
  });

/** The resource that the variant puts among his brother's: it says whose it is. */
export const aryansHospitalAllergy: AllergyIntolerance = amoxicillin(
  hospital,
  '2025-12-03',
  'Dr Esi Lomax, paediatric emergency medicine',
);

export const aryanAtGp: SourceRecord = {
  localId: gpWriter.localId,
  resources: [
    amoxicillin(gpWriter, '2024-01-16', 'Dr Sam Patel'),
    condition(gpWriter, {
      code: words('Recurrent otitis media'),
      onset: '2024-01',
      recorded: '2024-01-16',
    }),
    medicationRequest(gpWriter, {
      medicine: medicine('Clarithromycin 125mg/5ml oral suspension'),
      dosage: dosage('5 ml twice daily for 7 days', { value: 5, unit: 'ml', times: 2 }),
      lastIssued: '2026-02-09',
      kind: 'acute',
      status: 'completed',
    }),
    ...infantVaccines(gpWriter),
    vaccination(gpWriter, { vaccine: vaccines.mmr, date: '2023-09-19', dose: 1 }),
    relatedPerson(gpWriter, {
      name: { family: 'Malik', given: 'Sana' },
      relationships: [relationships.mother, relationships.nextOfKin],
      phone: '01632 960141',
      recorded: '2022-09-20',
    }),
    relatedPerson(gpWriter, {
      name: { family: 'Malik', given: 'Imran' },
      relationships: [relationships.father],
      phone: '01632 960142',
      recorded: '2022-09-20',
    }),
  ],
  upTo: '2026-11-22T06:00:00+00:00',
};

export const aryanAtHospital: SourceRecord = {
  localId: hospital.localId,
  resources: [
    aryansHospitalAllergy,
    measured(hospital, {
      test: vitals.weight,
      value: 15.1,
      when: '2025-12-03T18:05:00+00:00',
      category: 'vital-signs',
    }),
    encounter(hospital, {
      kind: 'EMER',
      type: 'Emergency department attendance',
      start: '2025-12-03T18:00:00+00:00',
      end: '2025-12-03T20:10:00+00:00',
      reason: words('Ear pain and fever'),
      by: 'Dr Esi Lomax, paediatric emergency medicine',
    }),
    ...letter(hospital, {
      type: letterTypes.dischargeSummary,
      title: 'Emergency department letter',
      date: '2025-12-03T20:10:00+00:00',
      by: 'Dr Esi Lomax, paediatric emergency medicine',
      lines: [
        'EMERGENCY DEPARTMENT, CHILDREN',
        'Oxford University Hospitals',
        '',
        'Aryan MALIK   Born 09-Sep-2022   NHS No. 999 000 0050',
        'Attended 03-Dec-2025 with his father. Weight 15.1 kg.',
        '',
        'Right ear infection. AMOXICILLIN gave him a rash in January 2024: not used.',
        'Sent home with clarithromycin. No bruises or injuries seen.',
        '',
        'Dr Esi Lomax',
      ],
    }),
  ],
  upTo: '2026-11-22T05:30:00+00:00',
};

export const aryanInCommunity: SourceRecord = {
  localId: community.localId,
  resources: [
    encounter(community, {
      kind: 'AMB',
      type: 'Health visitor two-year review',
      start: '2024-10-01T10:45:00+01:00',
      end: '2024-10-01T11:20:00+01:00',
      reason: words('Two-year review'),
      by: 'Gwen Ashby, health visitor',
    }),
    ...twinAroundCommunity(community),
  ],
  upTo: '2026-11-21T23:59:00+00:00',
};
