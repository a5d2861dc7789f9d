/** Grace Okafor at OUH: the bleed, the change of anticoagulant, the penicillin anaphylaxis. */
import type { FhirResource } from 'fhir/r4';
import { allergy } from '../../build/allergies.ts';
import { snomed } from '../../build/coding.ts';
import { appointment, encounter } from '../../build/encounters.ts';
import { condition } from '../../build/problems.ts';
import { relatedPerson, relationships } from '../../build/plans.ts';
import { allergies, problems, reactions } from '../../codes/problems.ts';
import { graceAroundHospital } from './around.ts';
import type { SourceRecord } from '../../types.ts';
import { medicines, results, team, writer } from './hospital-lists.ts';
import { graceHospitalLetters } from './letters.ts';

const resources: readonly FhirResource[] = [
  allergy(writer, {
    code: allergies.penicillin,
    type: 'allergy',
    category: 'medication',
    criticality: 'high',
    onset: '1998',
    recorded: '1998-04-22',
    reaction: { manifestation: reactions.anaphylaxis, severity: 'severe', onset: '1998' },
    by: 'Dr P. Lascelles, anaesthetics',
  }),
  condition(writer, {
    code: problems.heartFailure,
    onset: '2025-06',
    recorded: '2025-06-18',
    by: 'Heart failure clinic',
  }),
  condition(writer, { code: problems.atrialFibrillation, onset: '2016', recorded: '2025-06-18' }),
  condition(writer, {
    code: problems.gastrointestinalBleed,
    onset: '2026-11-07',
    ended: '2026-11-12',
    clinical: 'resolved',
    recorded: '2026-11-07',
    by: team,
  }),
  condition(writer, {
    code: problems.acuteKidneyInjury,
    onset: '2026-11-07',
    recorded: '2026-11-07',
    note: 'Stage 1, recovering at discharge',
    by: team,
  }),
  ...medicines,
  ...results,
  encounter(writer, {
    kind: 'IMP',
    type: 'Emergency admission, acute general medicine',
    start: '2026-11-07T10:35:00+00:00',
    end: '2026-11-12T15:20:00+00:00',
    reason: snomed('74474003', 'Gastrointestinal haemorrhage', 'Upper gastrointestinal bleed'),
    by: team,
  }),
  encounter(writer, {
    kind: 'AMB',
    type: 'Outpatient, heart failure clinic',
    start: '2025-06-18T14:00:00+01:00',
    end: '2025-06-18T14:40:00+01:00',
    reason: problems.heartFailure,
  }),
  appointment(writer, {
    start: '2026-12-09T09:30:00+00:00',
    minutes: 30,
    description: 'Heart failure nurse clinic',
    with: 'Heart failure specialist nurse',
    booked: '2026-11-12',
  }),
  relatedPerson(writer, {
    name: { family: 'Okafor', given: 'Emeka' },
    relationships: [relationships.nextOfKin, relationships.son],
    phone: '01632 960114',
    recorded: '2026-11-07',
  }),
  ...graceHospitalLetters(writer, team),
  ...graceAroundHospital(writer),
];

export const graceAtHospital: SourceRecord = {
  localId: writer.localId,
  resources,
  upTo: '2026-11-22T05:30:00+00:00',
};
