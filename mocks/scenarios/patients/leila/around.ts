/** What surrounds Leila's asthma; where she is stands in each of them, as in everything she has. */
import type { FhirResource } from 'fhir/r4';
import { device, procedure } from '../../build/care.ts';
import { words } from '../../build/coding.ts';
import { carePlan } from '../../build/plans.ts';
import { flag } from '../../build/problems.ts';
import { measured, stated, told } from '../../build/results.ts';
import { careTeam, familyHistory, referral, research } from '../../build/teams.ts';
import type { Writer } from '../../build/writer.ts';
import { interpreterNeeded } from '../../codes/procedures.ts';
import { problems, smoking } from '../../codes/problems.ts';
import { facts, vitals } from '../../codes/tests.ts';
import { formerSurname, phone, refuge, secretSentence } from './planted.ts';

export const leilaAroundGp = (writer: Writer): FhirResource[] => [
  flag(writer, {
    code: interpreterNeeded(`Interpreter for letters, not phone ${phone}`),
    category: 'need',
    start: '2026-03-18',
    by: `Reception, for ${refuge}`,
  }),
  stated(writer, {
    code: facts.smokingStatus,
    value: smoking.never,
    when: '2026-03-18',
    category: 'social-history',
    note: secretSentence,
  }),
  told(writer, {
    code: words('Housing'),
    value: `Room at ${refuge}`,
    when: '2026-03-18',
    category: 'social-history',
  }),
  familyHistory(writer, {
    relationship: `Mother, Mrs ${formerSurname}`,
    illness: problems.asthma,
    recorded: '2026-03-18',
  }),
  referral(writer, {
    to: `Asthma nurse, visits ${refuge}`,
    when: '2026-06-02',
    reason: problems.asthma,
    note: secretSentence,
  }),
  procedure(writer, {
    code: words('Spirometry'),
    when: '2026-06-16',
    outcome: 'Reversible obstruction',
    note: `Done at ${refuge}`,
    by: `Nurse, visiting ${refuge}`,
  }),
  ...device(writer, {
    type: words('Spacer for inhaler'),
    since: '2026-03-18',
    recorded: '2026-03-18',
    note: `Left at ${refuge}`,
  }),
];

export const leilaAroundHospital = (writer: Writer): FhirResource[] => [
  measured(writer, {
    test: vitals.earlyWarning,
    value: 7,
    when: '2026-05-30T23:10:00+01:00',
    category: 'vital-signs',
    by: `Sister on duty, told by ${refuge}`,
  }),
  carePlan(writer, {
    category: words('Emergency health care plan'),
    title: 'Asthma emergency plan',
    description: secretSentence,
    start: '2026-05-31',
    recorded: '2026-05-31',
    steps: [`Collect from ${refuge}`],
  }),
  research(writer, {
    title: `Asthma at home, ${refuge}`,
    since: '2026-06-01',
    recorded: '2026-06-01',
  }),
];

export const leilaAroundSocialCare = (writer: Writer): FhirResource[] => [
  flag(writer, {
    code: words(`Domestic abuse: do not disclose ${refuge}`),
    category: 'safeguarding',
    start: '2026-03-11',
  }),
  careTeam(writer, {
    name: `Support at ${refuge}`,
    since: '2026-03-11',
    recorded: '2026-03-11',
    members: [{ name: `Key worker, ${refuge}`, role: 'Key worker' }],
    phone,
  }),
];
