/** What each source holds about Ayaan Malik, the twin with the peanut anaphylaxis. */
import type { FhirResource } from 'fhir/r4';
import { allergy } from '../../build/allergies.ts';
import { snomed, words } from '../../build/coding.ts';
import { letter, letterTypes } from '../../build/documents.ts';
import { encounter } from '../../build/encounters.ts';
import { dosage, medicationRequest, medicationStatement } from '../../build/medicines.ts';
import { relatedPerson, relationships } from '../../build/plans.ts';
import { condition } from '../../build/problems.ts';
import { measured } from '../../build/results.ts';
import { vaccination } from '../../build/vaccines.ts';
import { writerFor, type Writer } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { allergies, problems, reactions } from '../../codes/problems.ts';
import { vitals } from '../../codes/tests.ts';
import { vaccines } from '../../codes/vaccines.ts';
import { ayaanAroundGp, ayaanAroundHospital, twinAroundCommunity } from './around.ts';
import type { SourceRecord } from '../../types.ts';

const gpWriter = writerFor('hollow-way', 'hw-30551');
const hospital = writerFor('ouh', 'ouh-8814202');
const community = writerFor('oxford-health', 'oh-90331');
const pen = 'Adrenaline (base) 150micrograms/0.3ml inj auto-injectors';

/** The first year's vaccines, given at the practice; MMR is not among them. */
export function infantVaccines(writer: Writer): FhirResource[] {
  const visits = [
    ['2022-11-08', [vaccines.sixInOne, vaccines.menB, vaccines.rotavirus]],
    ['2022-12-06', [vaccines.sixInOne, vaccines.rotavirus]],
    ['2023-01-10', [vaccines.sixInOne, vaccines.menB]],
    ['2023-09-19', [vaccines.hibMenC, vaccines.menB]],
  ] as const;
  return visits.flatMap(([date, given]) =>
    given.map((vaccine) => vaccination(writer, { vaccine, date })),
  );
}

const peanut = (writer: Writer, recorded: string, by: string) =>
  allergy(writer, {
    code: allergies.peanut,
    type: 'allergy',
    category: 'food',
    criticality: 'high',
    onset: '2024-05-11',
    recorded,
    reaction: {
      manifestation: reactions.anaphylaxis,
      severity: 'severe',
      onset: '2024-05-11',
      description: 'Wheeze, swollen lips and collapse after a biscuit',
    },
    by,
  });

export const ayaanAtGp: SourceRecord = {
  localId: gpWriter.localId,
  resources: [
    peanut(gpWriter, '2024-05-20', 'Dr Sam Patel'),
    condition(gpWriter, { code: problems.eczema, onset: '2023-02', recorded: '2023-02-27' }),
    medicationRequest(gpWriter, {
      medicine: medicine(pen),
      dosage: dosage('150 micrograms into the thigh for anaphylaxis; then call 999', {
        value: 150,
        unit: 'micrograms',
        asNeeded: 'Anaphylaxis',
      }),
      lastIssued: '2026-09-01',
      kind: 'repeat',
      note: 'Two for home, two for nursery',
    }),
    medicationRequest(gpWriter, {
      medicine: medicine('Hydrocortisone 1% cream'),
      dosage: dosage('Apply thinly twice daily when inflamed', { times: 2, asNeeded: 'Eczema' }),
      lastIssued: '2026-03-12',
      kind: 'acute',
      status: 'completed',
    }),
    ...infantVaccines(gpWriter),
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
    ...ayaanAroundGp(gpWriter),
  ],
  upTo: '2026-11-22T06:00:00+00:00',
};

export const ayaanAtHospital: SourceRecord = {
  localId: hospital.localId,
  resources: [
    peanut(hospital, '2024-05-11', 'Dr Esi Lomax, paediatric emergency medicine'),
    measured(hospital, {
      test: vitals.weight,
      value: 16.2,
      when: '2026-11-02T10:20:00+00:00',
      category: 'vital-signs',
    }),
    measured(hospital, {
      test: vitals.height,
      value: 102,
      when: '2026-11-02T10:20:00+00:00',
      category: 'vital-signs',
    }),
    medicationStatement(hospital, {
      medicine: medicine(pen),
      dosage: dosage('150 micrograms into the thigh for anaphylaxis', {
        value: 150,
        unit: 'micrograms',
        asNeeded: 'Anaphylaxis',
      }),
      asserted: '2026-11-02',
      by: 'Children’s allergy clinic',
    }),
    encounter(hospital, {
      kind: 'EMER',
      type: 'Emergency department attendance',
      start: '2024-05-11T15:40:00+01:00',
      end: '2024-05-11T22:30:00+01:00',
      reason: snomed('39579001', 'Anaphylaxis', 'Anaphylaxis to peanut'),
      by: 'Dr Esi Lomax, paediatric emergency medicine',
    }),
    encounter(hospital, {
      kind: 'AMB',
      type: 'Outpatient, children’s allergy clinic',
      start: '2026-11-02T10:15:00+00:00',
      end: '2026-11-02T10:50:00+00:00',
      reason: allergies.peanut,
    }),
    ...letter(hospital, {
      type: letterTypes.clinicLetter,
      title: 'Children’s allergy clinic letter',
      date: '2026-11-04T09:00:00+00:00',
      by: 'Dr Niamh Farrow, paediatric allergy',
      lines: [
        'CHILDREN’S ALLERGY CLINIC',
        'Oxford University Hospitals',
        '',
        'Ayaan MALIK   Born 09-Sep-2022   NHS No. 999 000 0042',
        'Seen 02-Nov-2026 with his mother. Weight 16.2 kg.',
        '',
        'Peanut anaphylaxis, May 2024. No reaction since. Nursery staff are trained.',
        'Adrenaline auto-injector 150 micrograms: carry two at all times.',
        'He has an identical twin, who is not allergic to peanut.',
        '',
        'Dr Niamh Farrow, consultant paediatrician',
      ],
    }),
    ...ayaanAroundHospital(hospital),
  ],
  upTo: '2026-11-22T05:30:00+00:00',
};

export const ayaanInCommunity: SourceRecord = {
  localId: community.localId,
  resources: [
    vaccination(community, {
      vaccine: vaccines.mmr,
      date: '2023-10-12',
      dose: 1,
      by: 'Community immunisation team',
    }),
    encounter(community, {
      kind: 'AMB',
      type: 'Health visitor two-year review',
      start: '2024-10-01T10:00:00+01:00',
      end: '2024-10-01T10:40:00+01:00',
      reason: words('Two-year review'),
      by: 'Gwen Ashby, health visitor',
    }),
    ...twinAroundCommunity(community),
  ],
  upTo: '2026-11-21T23:59:00+00:00',
};
