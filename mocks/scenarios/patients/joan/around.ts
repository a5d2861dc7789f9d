/** What surrounds Joan's diabetes: as shut as the rest of it while she dissents. */
import type { FhirResource } from 'fhir/r4';
import { procedure } from '../../build/care.ts';
import { words } from '../../build/coding.ts';
import { appointment, encounter } from '../../build/encounters.ts';
import { relatedPerson, relationships } from '../../build/plans.ts';
import { bloodPressure, stated } from '../../build/results.ts';
import type { Writer } from '../../build/writer.ts';
import { problems, smoking } from '../../codes/problems.ts';
import { facts } from '../../codes/tests.ts';

export const joanAroundGp = (writer: Writer): FhirResource[] => [
  bloodPressure(writer, '2026-08-11T08:40:00+01:00', 134, 78),
  stated(writer, {
    code: facts.smokingStatus,
    value: smoking.ex,
    when: '2026-08-11',
    category: 'social-history',
  }),
  encounter(writer, {
    kind: 'AMB',
    type: 'Diabetes annual review',
    start: '2026-08-11T08:30:00+01:00',
    end: '2026-08-11T08:55:00+01:00',
    reason: problems.type2Diabetes,
    by: 'Practice nurse',
  }),
  relatedPerson(writer, {
    name: { family: 'Prentice', given: 'Colin' },
    relationships: [relationships.nextOfKin, relationships.brother],
    phone: '01632 960108',
    recorded: '2013-03-12',
  }),
];

export const joanAroundHospital = (writer: Writer): FhirResource[] => [
  procedure(writer, {
    code: words('Retinal screening photographs'),
    when: '2026-04-15',
    outcome: 'No retinopathy',
    by: 'Diabetic eye screening',
  }),
  appointment(writer, {
    start: '2027-04-14T10:00:00+01:00',
    minutes: 20,
    description: 'Diabetic eye screening',
    with: 'Diabetic eye screening',
    booked: '2026-04-22',
  }),
];
