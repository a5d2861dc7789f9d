/** Liam O'Rourke at the trusts: clozapine only at Oxford Health, neutrophils in two labs' units. */
import type { Observation } from 'fhir/r4';
import { words } from '../../build/coding.ts';
import { letter, letterTypes } from '../../build/documents.ts';
import { encounter } from '../../build/encounters.ts';
import { dosage, medicationStatement } from '../../build/medicines.ts';
import { carePlan, relatedPerson, relationships } from '../../build/plans.ts';
import { condition, flag } from '../../build/problems.ts';
import { measured, type Test } from '../../build/results.ts';
import { writerFor, type Writer } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { problems } from '../../codes/problems.ts';
import { tests, vitals } from '../../codes/tests.ts';
import { liamAroundCommunity, liamAroundHospital } from './around.ts';
import type { SourceRecord } from '../../types.ts';

const hospital = writerFor('ouh', 'ouh-7230551');
const community = writerFor('oxford-health', 'oh-20876');
const team = 'Dr Ngozi Pell, psychiatry';

/** The hospital's laboratory prints the unit its own way and sends no UCUM code. */
const hospitalNeutrophils: Test = { ...tests.neutrophils, unit: '10^9/L', ucum: null };

const neutrophils = (
  writer: Writer,
  test: Test,
  when: string,
  value: number,
  status: Observation['status'] = 'final',
) =>
  measured(writer, {
    test,
    value,
    when,
    status,
    flag: value < (test.low ?? 0) ? 'L' : 'N',
    ...(status === 'preliminary' ? { note: 'Provisional. Film awaited.' } : {}),
  });

export const liamAtHospital: SourceRecord = {
  localId: hospital.localId,
  resources: [
    neutrophils(hospital, hospitalNeutrophils, '2026-10-26T08:30:00+00:00', 2.1),
    neutrophils(hospital, hospitalNeutrophils, '2026-11-22T07:45:00+00:00', 1.3, 'preliminary'),
    measured(hospital, {
      test: tests.crp,
      value: 64,
      when: '2026-11-22T07:45:00+00:00',
      flag: 'H',
    }),
    measured(hospital, {
      test: vitals.temperature,
      value: 38.4,
      when: '2026-11-22T07:20:00+00:00',
      category: 'vital-signs',
    }),
    encounter(hospital, {
      kind: 'IMP',
      type: 'Emergency admission, acute general medicine',
      start: '2026-11-22T06:50:00+00:00',
      reason: words('Fever, drowsy'),
      by: 'Dr Ines Moreau, acute general medicine',
    }),
    ...letter(hospital, {
      type: letterTypes.clinicLetter,
      title: 'Diabetes clinic letter',
      date: '2026-06-11T10:00:00+01:00',
      by: 'Dr Kofi Anand, diabetes',
      lines: [
        'DIABETES CLINIC',
        'Oxford University Hospitals',
        '',
        "William O'ROURKE, known as Liam   Born 11-Nov-1983   NHS No. 999 000 0085",
        '',
        'Type 2 diabetes since 2020, well on metformin. Eyes and feet normal.',
        'His mental-health medicines are given by Oxford Health.',
      ],
    }),
    ...liamAroundHospital(hospital),
  ],
  upTo: '2026-11-22T08:50:00+00:00',
};

export const liamInCommunity: SourceRecord = {
  localId: community.localId,
  resources: [
    condition(community, { code: problems.schizophrenia, onset: '2006', recorded: '2006-10-02' }),
    flag(community, {
      code: words('Clozapine: any fever or sore throat, send a blood count the same day'),
      category: 'clinical',
      start: '2022-08-30',
    }),
    medicationStatement(community, {
      medicine: medicine('Clozapine'),
      dosage: [
        dosage('150 mg morning', { value: 150, unit: 'mg', times: 1 }),
        dosage('250 mg night', { value: 250, unit: 'mg', times: 1 }),
      ],
      asserted: '2026-11-09',
      start: '2022-08-30',
      reason: problems.schizophrenia,
      note: 'Supplied by the clozapine clinic only',
      by: team,
    }),
    medicationStatement(community, {
      medicine: medicine('Zuclopenthixol decanoate 200mg/1ml solution for injection ampoules'),
      dosage: dosage('200 mg into the muscle every 2 weeks', {
        value: 200,
        unit: 'mg',
        times: 1,
        every: { count: 2, unit: 'wk' },
      }),
      asserted: '2022-08-30',
      end: '2022-08-16',
      status: 'stopped',
      stopReason: 'Changed to clozapine',
      by: team,
    }),
    neutrophils(community, tests.neutrophils, '2026-10-12T10:00:00+01:00', 2.9),
    neutrophils(community, tests.neutrophils, '2026-11-09T10:05:00+00:00', 1.6),
    carePlan(community, {
      category: words('Care programme'),
      title: 'Care plan',
      description: 'Clozapine clinic every four weeks; depot team no longer involved.',
      start: '2026-08-10',
      recorded: '2026-08-10',
      by: 'Hollis Marr, care coordinator',
    }),
    relatedPerson(community, {
      name: { family: 'Marr', given: 'Hollis' },
      relationships: [relationships.careCoordinator],
      phone: '01632 960182',
      recorded: '2026-08-10',
    }),
    encounter(community, {
      kind: 'AMB',
      type: 'Clozapine clinic',
      start: '2026-11-09T10:00:00+00:00',
      end: '2026-11-09T10:20:00+00:00',
      reason: words('Blood count and supply'),
      by: 'Clozapine clinic nurse',
    }),
    ...letter(community, {
      type: letterTypes.clinicLetter,
      title: 'Clozapine clinic letter',
      date: '2026-11-10T09:00:00+00:00',
      by: team,
      lines: [
        'CLOZAPINE CLINIC',
        'Oxford Health',
        '',
        "William O'ROURKE, known as Liam   Born 11-Nov-1983   NHS No. 999 000 0085",
        '',
        'Neutrophils 1.6 on 09-Nov-2026 (2.9 in October): amber. Repeat twice a week.',
        'Clozapine 150 mg in the morning and 250 mg at night, unchanged.',
        'He stopped smoking on 01-Nov-2026. Clozapine levels rise when people stop.',
        '',
        'Dr Ngozi Pell, consultant psychiatrist',
      ],
      format: 'rtf',
    }),
    ...letter(community, {
      type: letterTypes.carePlan,
      title: 'Physical health check',
      date: '2026-08-10T11:30:00+01:00',
      by: 'Clozapine clinic nurse',
      lines: ['Physical health check, 10-Aug-2026', 'Weight 91 kg. Bowels open daily.'],
      alteredSince: true,
    }),
    ...liamAroundCommunity(community),
  ],
  upTo: '2026-11-21T23:59:00+00:00',
};
