/** What surrounds Winifred's last months. Systems that have not heard still call it active. */
import type { FhirResource } from 'fhir/r4';
import { device } from '../../build/care.ts';
import { words } from '../../build/coding.ts';
import { carePlan, resuscitationDecision } from '../../build/plans.ts';
import { flag } from '../../build/problems.ts';
import { measured, stated, told } from '../../build/results.ts';
import { careTeam, referral } from '../../build/teams.ts';
import type { Writer } from '../../build/writer.ts';
import { devices, living } from '../../codes/procedures.ts';
import { problems } from '../../codes/problems.ts';
import { vitals } from '../../codes/tests.ts';

export const winifredAroundGp = (writer: Writer): FhirResource[] => [
  measured(writer, {
    test: vitals.weight,
    value: 62.3,
    when: '2026-04-14T09:30:00+01:00',
    category: 'vital-signs',
  }),
  stated(writer, {
    code: words('Living arrangements'),
    value: living.alone,
    when: '2026-04-14',
    category: 'social-history',
  }),
  flag(writer, {
    code: words('Ground floor room; cannot manage steps'),
    category: 'need',
    start: '2026-04-14',
  }),
  referral(writer, {
    to: 'Heart failure nurses, Oxford Health',
    when: '2026-04-14',
    reason: problems.heartFailure,
    status: 'completed',
    by: 'Dr Leah Stanford',
  }),
];

const geratology = 'Dr Colm Reddy, geratology';

export const winifredAroundHospital = (writer: Writer): FhirResource[] => [
  resuscitationDecision(writer, {
    date: '2026-11-17',
    decision: 'not-for-cpr',
    by: geratology,
    note: 'ReSPECT, 17-Nov-2026, made with Mrs Adeyemi and her daughter. Priority: comfort.',
  }),
  ...device(writer, {
    type: devices.pacemaker,
    since: '2014-10-21',
    recorded: '2026-11-17',
    site: 'Left chest',
  }),
  measured(writer, {
    test: vitals.earlyWarning,
    value: 9,
    when: '2026-11-17T18:40:00+00:00',
    category: 'vital-signs',
  }),
];

const nurse = 'Heart failure nurse';

export const winifredAroundCommunity = (writer: Writer): FhirResource[] => [
  careTeam(writer, {
    name: 'Heart failure nurses',
    since: '2026-05-06',
    recorded: '2026-11-12',
    members: [{ name: nurse, role: 'Care coordinator' }],
    phone: '01632 960189',
  }),
  carePlan(writer, {
    category: words('Heart failure plan'),
    title: 'Heart failure plan',
    description: 'Visits every two weeks.',
    start: '2026-05-06',
    recorded: '2026-11-12',
    by: nurse,
  }),
  told(writer, {
    code: words('Mobility'),
    value: 'Chair to bathroom with a frame',
    when: '2026-11-12',
    category: 'functional',
    by: nurse,
  }),
];
