/** Leila Haddad: a restricted patient. Every resource and letter carries what must not leak. */
import type { FhirResource } from 'fhir/r4';
import { allergy } from '../../build/allergies.ts';
import { words } from '../../build/coding.ts';
import { letter, letterTypes } from '../../build/documents.ts';
import { appointment, encounter } from '../../build/encounters.ts';
import { dosage, medicationRequest } from '../../build/medicines.ts';
import { bloodCount } from '../../build/panels.ts';
import { carePlan, relatedPerson, relationships } from '../../build/plans.ts';
import { condition } from '../../build/problems.ts';
import { measured } from '../../build/results.ts';
import { vaccination } from '../../build/vaccines.ts';
import { writerFor } from '../../build/writer.ts';
import { medicine } from '../../codes/medicines.ts';
import { problems, reactions } from '../../codes/problems.ts';
import { tests, vitals } from '../../codes/tests.ts';
import { vaccines } from '../../codes/vaccines.ts';
import { leilaAroundGp, leilaAroundHospital, leilaAroundSocialCare } from './around.ts';
import type { SourceRecord } from '../../types.ts';
import {
  formerSurname,
  phone,
  planted,
  refuge,
  secretLetterhead,
  secretSentence,
} from './planted.ts';

const gp = writerFor('hollow-way', 'hw-33218', true);
const hospital = writerFor('ouh', 'ouh-9052274', true);
const community = writerFor('oxford-health', 'oh-82260', true);
const social = writerFor('social-care', 'sc-6613', true);

const identity = `Leila HADDAD (formerly ${formerSurname})   Born 17-May-1990   NHS No. 999 000 0115`;

const atGp: readonly FhirResource[] = [
  condition(gp, {
    code: problems.asthma,
    onset: '2001',
    recorded: '2026-03-18',
    note: secretSentence,
  }),
  condition(gp, { code: problems.hypothyroidism, onset: '2019', recorded: '2026-03-18' }),
  allergy(gp, {
    code: words('Ibuprofen'),
    type: 'intolerance',
    category: 'medication',
    criticality: 'high',
    onset: '2015',
    recorded: '2026-03-18',
    reaction: { manifestation: reactions.bronchospasm, severity: 'severe', onset: '2015' },
    note: secretSentence,
  }),
  medicationRequest(gp, {
    medicine: medicine(
      'Beclometasone 100micrograms/dose / Formoterol 6micrograms/dose inhaler CFC free',
    ),
    dosage: dosage('Two puffs twice daily (100/6)', { value: 2, unit: 'puffs', times: 2 }),
    lastIssued: '2026-11-10',
    kind: 'repeat',
    reason: problems.asthma,
    note: `Deliver to ${refuge}`,
  }),
  medicationRequest(gp, {
    medicine: medicine('Levothyroxine sodium 125microgram tablets'),
    dosage: dosage('125 micrograms daily', { value: 125, unit: 'micrograms', times: 1 }),
    lastIssued: '2026-11-10',
    kind: 'repeat',
    reason: problems.hypothyroidism,
    note: `Deliver to ${refuge}`,
  }),
  measured(gp, {
    test: tests.tsh,
    value: 1.8,
    when: '2026-10-01T09:00:00+01:00',
    flag: 'N',
    note: `Phone ${phone} with results`,
  }),
  ...bloodCount(gp, '2026-10-01T09:00:00+01:00', {
    haemoglobin: 128,
    whiteCells: 6.9,
    platelets: 255,
  }),
  vaccination(gp, {
    vaccine: vaccines.influenza,
    date: '2026-10-20',
    by: `Nurse, visiting ${refuge}`,
  }),
  appointment(gp, {
    start: '2026-12-02T16:00:00+00:00',
    minutes: 20,
    description: `Asthma review at ${refuge}`,
    with: 'Practice nurse, Hollow Way Medical Centre',
    booked: '2026-11-10',
  }),
  ...leilaAroundGp(gp),
];

const atHospital: readonly FhirResource[] = [
  encounter(hospital, {
    kind: 'EMER',
    type: 'Emergency department attendance',
    start: '2026-05-30T23:05:00+01:00',
    end: '2026-05-31T03:20:00+01:00',
    reason: words(`Asthma attack at ${refuge}`),
    by: 'Dr Amina Mensah',
  }),
  measured(hospital, {
    test: vitals.oxygenSaturation,
    value: 91,
    when: '2026-05-30T23:10:00+01:00',
    category: 'vital-signs',
    note: `Brought by a worker from ${refuge}`,
  }),
  relatedPerson(hospital, {
    name: { family: formerSurname, given: 'Yasmin' },
    relationships: [relationships.sister, relationships.emergencyContact],
    phone,
    recorded: '2026-05-30',
  }),
  ...letter(hospital, {
    type: letterTypes.dischargeSummary,
    title: `Emergency department letter to ${refuge}`,
    date: '2026-05-31T03:20:00+01:00',
    by: 'Dr Amina Mensah',
    lines: [
      'EMERGENCY DEPARTMENT',
      'Oxford University Hospitals',
      ...secretLetterhead,
      '',
      identity,
      '',
      'Asthma attack, severe, settled with nebulised salbutamol and steroids.',
      'IBUPROFEN causes bronchospasm: never give. Beclometasone/formoterol continues.',
    ],
  }),
  ...leilaAroundHospital(hospital),
];

const inCommunity: readonly FhirResource[] = [
  encounter(community, {
    kind: 'AMB',
    type: `Outreach clinic at ${refuge}`,
    start: '2026-09-08T10:00:00+01:00',
    end: '2026-09-08T10:45:00+01:00',
    reason: words('Sleep and anxiety'),
    by: 'Outreach nurse',
  }),
  condition(community, { code: problems.anxiety, recorded: '2026-09-08', note: secretSentence }),
  ...letter(community, {
    type: letterTypes.clinicLetter,
    title: 'Outreach clinic letter',
    date: '2026-09-09T09:00:00+01:00',
    by: 'Outreach nurse',
    format: 'pdf',
    lines: [
      'Outreach clinic',
      'Oxford Health',
      ...secretLetterhead,
      '',
      identity,
      '',
      'Sleeping badly, settling. She wishes no one to be told where she lives.',
    ],
  }),
];

const inSocialCare: readonly FhirResource[] = [
  carePlan(social, {
    category: words('Safe accommodation'),
    title: `Support plan, ${refuge}`,
    description: secretSentence,
    start: '2026-03-11',
    recorded: '2026-03-11',
    by: 'Domestic abuse support team',
  }),
  ...leilaAroundSocialCare(social),
];

const recordOf = (localId: string, resources: readonly FhirResource[]): SourceRecord => ({
  localId,
  resources: resources.map(planted),
  upTo: '2026-11-22T05:30:00+00:00',
});

export const leilaRecords = {
  'hollow-way': recordOf(gp.localId, atGp),
  ouh: recordOf(hospital.localId, atHospital),
  'oxford-health': recordOf(community.localId, inCommunity),
  'social-care': recordOf(social.localId, inSocialCare),
} as const;
