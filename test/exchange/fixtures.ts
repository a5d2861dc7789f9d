/** Small invented people and records: just enough for the exchange's own rules. */
import type { FhirResource, Organization, Patient, Practitioner, PractitionerRole } from 'fhir/r4';
import { exchangeSystem, identifierSystem } from '../../src/fhir/systems.ts';
import { sourceProfiles } from '../../mocks/scenarios/sources.ts';
import type {
  Scenario,
  SourceKey,
  SourceProfile,
  SourceRecord,
} from '../../mocks/scenarios/types.ts';

export const numbers = {
  ada: '9990000018',
  ben: '9990000026',
  old: '9990000123',
  now: '9990000131',
};

type Who = {
  readonly id: string;
  readonly nhsNumber: string;
  readonly family: string;
  readonly given: string;
  readonly birthDate: string;
  readonly more?: Partial<Patient>;
};

export const patient = (who: Who): Patient => ({
  resourceType: 'Patient',
  id: who.id,
  identifier: [{ system: identifierSystem.nhsNumber, value: who.nhsNumber }],
  name: [{ use: 'official', family: who.family, given: [who.given] }],
  gender: 'female',
  birthDate: who.birthDate,
  address: [{ text: '1 Test Street, Oxford', postalCode: 'OX0 0AA' }],
  ...who.more,
});

const lastUpdated = '2026-11-01T09:00:00Z';

/** One condition, one result and one letter with its text, about `Patient/{local}`. */
export function record(
  local: string,
  words: string,
  more: Partial<SourceRecord> = {},
): SourceRecord {
  const subject = { reference: `Patient/${local}` };
  const resources: FhirResource[] = [
    {
      resourceType: 'Practitioner',
      id: 'author',
      meta: { lastUpdated },
      name: [{ text: 'Dr Example' }],
    },
    {
      resourceType: 'Condition',
      id: 'c1',
      meta: { versionId: '3', lastUpdated },
      subject,
      recorder: { reference: 'Practitioner/author' },
      asserter: { reference: 'Practitioner/elsewhere', display: 'Dr Elsewhere' },
      code: { text: words },
    },
    {
      resourceType: 'DocumentReference',
      id: 'd1',
      meta: { lastUpdated },
      status: 'current',
      subject,
      content: [{ attachment: { contentType: 'text/plain', url: 'Binary/b1' } }],
    },
    {
      resourceType: 'Binary',
      id: 'b1',
      meta: { lastUpdated },
      contentType: 'text/plain',
      data: Buffer.from(`Letter: ${words}`).toString('base64'),
    },
  ];
  return { localId: local, resources, ...more };
}

type Shape = { readonly key: string; readonly demographics: Patient; readonly host?: Patient };

export const scenario = (
  shape: Shape,
  records: Scenario['records'],
  more: Partial<Scenario> = {},
): Scenario => ({
  key: shape.key,
  title: shape.key,
  trap: '',
  nhsNumber: shape.demographics.identifier?.[0]?.value ?? '',
  practice: 'hollow-way',
  hosts: ['gp'],
  host: shape.host ?? shape.demographics,
  demographics: shape.demographics,
  encounters: {},
  records,
  variants: [],
  ...more,
});

const fast = (profile: SourceProfile): SourceProfile => ({ ...profile, latencyMs: 0 });

/** The real profiles, answering at once. */
export const quickSources: Record<SourceKey, SourceProfile> = {
  'hollow-way': fast(sourceProfiles['hollow-way']),
  'bury-knowle': fast(sourceProfiles['bury-knowle']),
  ouh: fast(sourceProfiles.ouh),
  'oxford-health': fast(sourceProfiles['oxford-health']),
  'social-care': fast(sourceProfiles['social-care']),
};

export const ada = patient({
  id: 'host-ada',
  nhsNumber: numbers.ada,
  family: 'Example',
  given: 'Ada',
  birthDate: '1945-07-14',
});
export const ben = patient({
  id: 'host-ben',
  nhsNumber: numbers.ben,
  family: 'Sample',
  given: 'Ben',
  birthDate: '1971-02-03',
});

export const allRecords = (local: string): Scenario['records'] => ({
  'hollow-way': record(`${local}-gp`, 'asthma'),
  ouh: record(`${local}-ouh`, 'heart failure', { upTo: '2026-11-20' }),
  'oxford-health': record(`${local}-oh`, 'depression'),
});

const organization: Organization = {
  resourceType: 'Organization',
  id: 'org',
  identifier: [{ system: identifierSystem.odsOrganisation, value: 'Z99901' }],
  name: 'Hollow Way Medical Centre',
};

/** A clinician of the test host with one role. */
export function staff(
  id: string,
  name: { family: string; given: string },
  roleCode: string,
  more: Partial<Practitioner> = {},
): readonly FhirResource[] {
  const practitioner: Practitioner = {
    resourceType: 'Practitioner',
    id,
    identifier: [
      { system: identifierSystem.sdsUserId, value: `99900000${id.length}${id.charCodeAt(0)}` },
    ],
    name: [{ family: name.family, given: [name.given] }],
    ...more,
  };
  const role: PractitionerRole = {
    resourceType: 'PractitionerRole',
    id: `role-${id}`,
    practitioner: { reference: `Practitioner/${id}` },
    organization: { reference: 'Organization/org' },
    code: [{ coding: [{ system: exchangeSystem.sdsJobRole, code: roleCode }], text: `Role ${id}` }],
  };
  return [practitioner, role, organization];
}
