/** What surrounds Harold's arthritis, in the two systems that may be seen. */
import type { FhirResource } from 'fhir/r4';
import { device, procedure } from '../../build/care.ts';
import { words } from '../../build/coding.ts';
import { carePlan, relatedPerson, relationships } from '../../build/plans.ts';
import { flag } from '../../build/problems.ts';
import { bloodPressure, measured, told } from '../../build/results.ts';
import { careTeam, familyHistory, referral, research } from '../../build/teams.ts';
import type { Writer } from '../../build/writer.ts';
import { problems } from '../../codes/problems.ts';
import { tests, vitals } from '../../codes/tests.ts';

const clinic = 'Dr Sunniva Dahl, rheumatology';

export const haroldAroundHospital = (writer: Writer): FhirResource[] => [
  procedure(writer, {
    code: words('Steroid injection into the knee'),
    when: '2026-03-16',
    site: 'Right knee',
    by: clinic,
  }),
  measured(writer, {
    test: tests.crp,
    value: 21,
    when: '2026-03-16T11:30:00+00:00',
    flag: 'H',
  }),
  bloodPressure(writer, '2026-09-14T11:00:00+01:00', 142, 84),
  measured(writer, {
    test: vitals.weight,
    value: 81.5,
    when: '2026-09-14T11:00:00+01:00',
    category: 'vital-signs',
  }),
  flag(writer, {
    code: words('Takes adalimumab: no live vaccines; ask about fever before each dose'),
    category: 'clinical',
    start: '2018-05-21',
    by: clinic,
  }),
  research(writer, {
    title: 'Register of biological medicines in arthritis, Oxfordshire arm',
    since: '2018-06-04',
    recorded: '2018-06-04',
  }),
  familyHistory(writer, {
    relationship: 'Mother',
    illness: problems.rheumatoidArthritis,
    recorded: '2009-03-26',
  }),
  carePlan(writer, {
    category: words('Monitoring plan'),
    title: 'Blood tests on methotrexate',
    description: 'Every twelve weeks at the hospital; results to the rheumatology nurse.',
    start: '2010-02-08',
    recorded: '2026-09-14',
    by: clinic,
  }),
];

const nurse = 'Moira Teale, district nurse';

export const haroldAroundCommunity = (writer: Writer): FhirResource[] => [
  relatedPerson(writer, {
    name: { family: 'Finch', given: 'Doreen' },
    relationships: [relationships.nextOfKin, relationships.wife],
    phone: '01632 960192',
    recorded: '2026-08-20',
  }),
  careTeam(writer, {
    name: 'District nursing, north',
    since: '2026-08-20',
    recorded: '2026-11-10',
    members: [{ name: nurse, role: 'Care coordinator' }],
    phone: '01632 960193',
  }),
  flag(writer, {
    code: words('Reads with a magnifier: read labels and letters to him'),
    category: 'need',
    start: '2026-08-20',
    by: nurse,
  }),
  ...device(writer, {
    type: words('Compression bandage, two layers'),
    since: '2026-08-27',
    recorded: '2026-11-10',
    site: 'Left leg',
  }),
  told(writer, {
    code: words('Mobility'),
    value: 'Walks alone on the flat; stairs one at a time',
    when: '2026-08-20',
    category: 'functional',
    by: nurse,
  }),
  told(writer, {
    code: words('Living arrangements'),
    value: 'With his wife, bungalow',
    when: '2026-08-20',
    category: 'social-history',
    by: nurse,
  }),
  referral(writer, {
    to: 'Tissue viability nurse',
    when: '2026-11-10',
    reason: words('Leg ulcer, not healed in three months'),
    by: nurse,
  }),
];
