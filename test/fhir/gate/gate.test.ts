import { describe, expect, it } from 'vitest';
import type { AccessDecision } from '../../../src/domain/access.ts';
import { parseNhsNumber } from '../../../src/domain/nhs-number.ts';
import type { PatientRef } from '../../../src/domain/person.ts';
import { accessLog } from '../../../src/fhir/gate/access-log.ts';
import { decisionBundle } from '../../../src/fhir/gate/decision-bundle.ts';
import { hostPatient } from '../../../src/fhir/gate/host-patient.ts';
import { nextPage } from '../../../src/fhir/gate/page-link.ts';
import { receipt } from '../../../src/fhir/gate/receipt.ts';
import { dissentIn, earlierOpenings } from '../../../src/fhir/gate/standing.ts';
import { traceOutcome, traceRefusal } from '../../../src/fhir/gate/trace-outcome.ts';
import { practitionerUser } from '../../../src/fhir/gate/user.ts';
import { spineCodes } from '../../../src/fhir/spine.ts';
import {
  codeSystem,
  identifierSystem,
  nhsNumberVerification,
  ocs,
} from '../../../src/fhir/systems.ts';

const system = identifierSystem.nhsNumber;
const setting = { from: 'identifier', systems: [system] } as const;
const number = parseNhsNumber('9990000018');
if (!number) throw new Error('the sample number is invalid');
const ref = 'opaque-1' as PatientRef;

const verification = (code: string, under: string = nhsNumberVerification.systems[0]) => [
  {
    url: nhsNumberVerification.extension,
    valueCodeableConcept: { coding: [{ system: under, code }] },
  },
];
const patient = {
  resourceType: 'Patient',
  id: 'host-1',
  identifier: [{ system, value: '9990000018' }],
  name: [{ use: 'official', family: 'Okafor', given: ['Grace'], prefix: ['Mrs'] }],
  gender: 'female',
  birthDate: '1945-07-14',
};
const searchset = (resources: readonly object[], more: object = {}) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource, search: { mode: 'match' } })),
  ...more,
});

describe('the host’s patient', () => {
  it.each([
    ['01', nhsNumberVerification.systems[0], { type: 'verified' }],
    ['01', nhsNumberVerification.systems[1], { type: 'verified' }],
    ['number-present-and-verified', nhsNumberVerification.systems[1], { type: 'verified' }],
    ['02', nhsNumberVerification.systems[0], { type: 'unverified', code: '02' }],
    ['01', 'https://example.org/other', { type: 'unverified', code: 'not understood' }],
  ])('status %s of %s is %j', (code, under, status) => {
    const identifier = [{ system, value: number, extension: verification(code, under) }];
    expect(hostPatient({ ...patient, identifier }, setting)).toMatchObject({
      patient: { nhsNumberStatus: status },
    });
  });

  it('a number without a status is "not stated" and goes on', () => {
    expect(hostPatient(patient, setting)).toMatchObject({
      type: 'patient',
      patient: { nhsNumberStatus: { type: 'not-stated' } },
    });
  });

  it.each([
    ['none', [], 'missing'],
    ['one that fails the check', [{ system, value: '9990000019' }], 'invalid'],
    [
      'two that differ',
      [
        { system, value: '9990000018' },
        { system, value: '9990000026' },
      ],
      'several',
    ],
    [
      'one under another system',
      [{ system: 'https://example.org/id', value: '9990000018' }],
      'missing',
    ],
  ])('%s stops the launch', (_, identifier, type) => {
    expect(hostPatient({ ...patient, identifier }, setting)).toEqual({
      type: 'nhs-number',
      problem: { type },
    });
  });

  it('former names are kept apart from the one to show', () => {
    const name = [{ use: 'old', family: 'Smith', given: ['Grace'] }, ...patient.name];
    expect(hostPatient({ ...patient, name }, setting)).toMatchObject({
      patient: { names: [{ use: 'current', family: 'Okafor' }, { use: 'former' }] },
    });
  });

  it('a modifier on the patient is not overlooked', () => {
    expect(hostPatient({ ...patient, modifierExtension: [{ url: 'x' }] }, setting)).toEqual({
      type: 'malformed',
    });
  });
});

describe('the user', () => {
  const fhirUser = 'https://host.test/fhir/Practitioner/p1';
  const practitioner = {
    resourceType: 'Practitioner',
    id: 'p1',
    name: [{ text: 'Dr Amina Mensah', family: 'Mensah', given: ['Amina'] }],
  };
  const role = {
    resourceType: 'PractitionerRole',
    id: 'r1',
    practitioner: { reference: 'Practitioner/p1' },
    code: [
      {
        text: 'Emergency registrar',
        coding: [{ system: 'https://epr.example.org/role', code: 'ED-REG' }],
      },
    ],
  };
  const read = (more: object, roles: readonly unknown[] = [role]) =>
    practitionerUser({
      fhirUser,
      practitioner: { ...practitioner, ...more },
      roles,
      organisations: [],
    });

  it('is named by national registers first, in a fixed order', () => {
    const identifier = [
      { system: identifierSystem.gmc, value: '9900017' },
      { system: identifierSystem.sdsUserId, value: '999000000017' },
    ];
    expect(read({ identifier })).toMatchObject({
      user: { identifier: { system: identifierSystem.sdsUserId } },
    });
    expect(read({})).toMatchObject({
      user: { identifier: { system: 'https://host.test/fhir/Practitioner', value: 'p1' } },
    });
  });

  it('takes no role that is inactive or somebody else’s', () => {
    const theirs = { ...role, practitioner: { reference: 'Practitioner/p2' } };
    expect(read({}, [theirs, { ...role, active: false }, { nonsense: true }])).toMatchObject({
      user: { roles: [] },
    });
    expect(read({})).toMatchObject({ user: { roles: [{ text: 'Emergency registrar' }] } });
  });
});

describe('the trace', () => {
  const traced = { ...patient, id: ref };

  it.each([
    ['nobody', [], {}, 'not-found'],
    ['two people', [traced, traced], {}, 'several'],
    ['one of several', [traced], { total: 2 }, 'several'],
    [
      'another number',
      [{ ...traced, identifier: [{ system, value: '9990000131' }] }],
      {},
      'superseded',
    ],
    [
      'an entry that was replaced',
      [{ ...traced, active: false, link: [{ type: 'replaced-by' }] }],
      {},
      'superseded',
    ],
    ['an entry that is inactive', [{ ...traced, active: false }], {}, 'invalidated'],
    ['the patient', [traced], {}, 'found'],
  ])('%s is told apart', (_, entries, more, type) => {
    expect(traceOutcome(searchset(entries, more), number)).toMatchObject({
      type: 'outcome',
      outcome: { type },
    });
  });

  it('never takes an NHS number for an opaque id', () => {
    expect(traceOutcome(searchset([{ ...traced, id: '9990000018' }]), number)).toEqual({
      type: 'bad-answer',
    });
  });

  it('shows no address of a restricted patient, even where one is sent', () => {
    const meta = { security: [{ system: codeSystem.confidentiality, code: 'R' }] };
    const address = [{ line: ['1 Refuge Road'] }];
    expect(traceOutcome(searchset([{ ...traced, meta, address }]), number)).toMatchObject({
      outcome: { patient: { restricted: true, address: null } },
    });
  });

  it.each([
    'R4/CodeSystem/Spine-ErrorOrWarningCode-1',
    'STU3/CodeSystem/Spine-ErrorOrWarningCode',
    'CodeSystem/Spine-ErrorOrWarningCode-1',
  ])('reads refusals under %s', (path) => {
    const coding = [{ system: `https://fhir.nhs.uk/${path}`, code: 'INVALIDATED_RESOURCE' }];
    const body = {
      resourceType: 'OperationOutcome',
      issue: [{ severity: 'error', details: { coding } }],
    };
    expect(traceRefusal(404, body)).toEqual({ type: 'invalidated' });
  });

  it('knows both spellings of a practice that does not share', () => {
    const coding = [{ system: codeSystem.spine, code: 'NO_ORGANISATION_CONSENT' }];
    expect(
      spineCodes({ resourceType: 'OperationOutcome', issue: [{ details: { coding } }] }),
    ).toEqual(['NO_ORGANISATIONAL_CONSENT']);
  });
});

describe('standing', () => {
  const consent = (more: object) => ({
    resourceType: 'Consent',
    status: 'active',
    patient: { reference: 'Patient/opaque-1' },
    ...more,
  });

  it('an active deny is dissent, even around a permit', () => {
    const deny = consent({
      provision: { type: 'deny', provision: [{ type: 'permit', purpose: [{ code: 'BTG' }] }] },
    });
    expect(dissentIn([searchset([deny])], ref)).toEqual({ type: 'read', dissent: true });
  });

  it.each([
    ['an own permit', { provision: { type: 'permit' } }],
    ['a deny that has ended', { status: 'inactive', provision: { type: 'deny' } }],
    [
      'a research opt-out',
      {
        scope: { coding: [{ system: codeSystem.consentScope, code: 'research' }] },
        provision: { type: 'deny' },
      },
    ],
  ])('%s is none', (_, more) => {
    expect(dissentIn([searchset([consent(more)])], ref)).toEqual({ type: 'read', dissent: false });
  });

  it.each([
    ['about another patient', { patient: { reference: 'Patient/other' } }],
    ['with a modifier', { modifierExtension: [{ url: 'x' }] }],
  ])('a consent %s keeps the gate shut', (_, more) => {
    expect(dissentIn([searchset([consent(more)])], ref)).toEqual({ type: 'bad-answer' });
  });

  it('earlier openings are "not known" rather than none where they can not be read', () => {
    expect(earlierOpenings(null, ref)).toEqual({ type: 'not-known' });
    expect(earlierOpenings([{ resourceType: 'OperationOutcome' }], ref)).toEqual({
      type: 'not-known',
    });
    expect(earlierOpenings([searchset([])], ref)).toEqual({ type: 'known', rows: [] });
  });
});

describe('the decision and its receipt', () => {
  const user = {
    identifier: { system: identifierSystem.gmc, value: '9900017' },
    displayName: 'Dr Sam Patel',
    fhirUser: '',
    names: [],
    birthDate: null,
    nhsNumber: null,
    roles: [],
  };
  const role = {
    id: '999000100015',
    codes: [],
    text: 'GP',
    organisation: { odsCode: 'Z99901', name: 'Hollow Way' },
  };
  const facts = (basis: AccessDecision['basis']) => ({
    decisionId: '5d4c3b2a-0000-4000-8000-000000000001',
    decision: { basis, confirmed: ['family'] as const },
    patient: ref,
    clinician: { user, role },
  });
  const agreed = facts({ type: 'patient-agreed' });
  const now = '2026-11-22T10:00:00.000Z';
  const stored = {
    resourceType: 'Consent',
    id: 'c1',
    meta: { lastUpdated: now },
    identifier: [{ system: identifierSystem.uri, value: `urn:uuid:${agreed.decisionId}` }],
    status: 'active',
    patient: { reference: 'Patient/opaque-1' },
    policy: [{ uri: ocs.permissionPolicy }],
    provision: {
      type: 'permit',
      period: { end: '2026-11-22T22:00:00Z' },
      purpose: [{ system: codeSystem.actReason, code: 'TREAT' }],
    },
  };
  const answer = (resource: object, status = '201 Created') => ({
    resourceType: 'Bundle',
    type: 'transaction-response',
    entry: [{ resource, response: { status } }],
  });

  it('says in the record who agreed, for what purpose, and what was confirmed', () => {
    const text = JSON.stringify(decisionBundle(agreed, { now, attestation: 'I am involved.' }));
    expect(text).toContain('"code":"TREAT"');
    expect(text).toContain('"valueString":"family"');
    expect(text).not.toContain('BTG');
    const broken = facts({
      type: 'break-glass',
      reason: 'unconscious',
      justification: 'GCS 6',
      short: true,
    });
    const breaking = JSON.stringify(decisionBundle(broken, { now, attestation: 'x' }));
    expect(breaking).toContain('"code":"BTG"');
    expect(breaking).toContain('justification-short');
  });

  it('takes a 201 and the 200 of a retry', () => {
    expect(receipt(answer(stored), agreed)).toMatchObject({
      type: 'receipt',
      receipt: { consentId: 'c1', basis: 'permission' },
    });
    expect(receipt(answer(stored, '200 OK'), agreed)).toMatchObject({ type: 'receipt' });
  });

  it.each([
    ['an entry that was refused', answer(stored, '403 Forbidden')],
    ['an inactive consent', answer({ ...stored, status: 'inactive' })],
    [
      'another decision',
      answer({
        ...stored,
        identifier: [{ system: identifierSystem.uri, value: 'urn:uuid:other' }],
      }),
    ],
    ['another patient', answer({ ...stored, patient: { reference: 'Patient/other' } })],
    [
      'break glass where permission was given',
      answer({ ...stored, policy: [{ uri: ocs.breakGlassPolicy }] }),
    ],
    [
      'another purpose',
      answer({
        ...stored,
        provision: {
          ...stored.provision,
          purpose: [{ system: codeSystem.actReason, code: 'BTG' }],
        },
      }),
    ],
    ['a deny', answer({ ...stored, provision: { ...stored.provision, type: 'deny' } })],
    ['no time of the exchange’s own', answer({ ...stored, meta: {} })],
    ['no consent at all', answer({ resourceType: 'OperationOutcome' })],
  ])('takes %s for no receipt', (_, body) => {
    expect(receipt(body, agreed)).toEqual({ type: 'bad-answer' });
  });
});

describe('the access log', () => {
  const event = (more: object) => ({
    resourceType: 'AuditEvent',
    id: 'e1',
    recorded: '2026-11-22T10:00:00Z',
    outcome: '0',
    agent: [
      {
        requestor: true,
        name: 'Dr Sam Patel',
        who: { identifier: { system: 'a', value: 'b' } },
        role: [{ text: 'GP' }],
      },
    ],
    entity: [
      { what: { reference: 'Patient/opaque-1' } },
      { detail: [{ type: 'justification', valueString: 'names her brother' }] },
    ],
    ...more,
  });
  const own = { system: 'a', value: 'b' };

  it('marks own rows and break glass, and never reads a justification', () => {
    const purposeOfEvent = [{ coding: [{ system: codeSystem.actReason, code: 'BTG' }] }];
    const reading = accessLog([searchset([event({ purposeOfEvent })])], ref, own);
    expect(reading).toMatchObject({
      entries: [{ isYou: true, breakGlass: true, person: 'Dr Sam Patel', outcome: 'opened' }],
    });
    expect(JSON.stringify(reading)).not.toContain('brother');
  });

  it('one row that can not be read makes the log unreadable, not shorter', () => {
    expect(accessLog([searchset([event({}), event({ recorded: 7 })])], ref, own)).toEqual({
      type: 'bad-answer',
    });
    expect(
      accessLog(
        [searchset([event({ entity: [{ what: { reference: 'Patient/other' } }] })])],
        ref,
        own,
      ),
    ).toEqual({ type: 'bad-answer' });
  });

  it('follows pages on its own base only', () => {
    const page = (url: string) =>
      nextPage(searchset([], { link: [{ relation: 'next', url }] }), 'https://ex.test/gp/fhir');
    expect(page('https://ex.test/gp/fhir/AuditEvent?_cursor=5')).toMatchObject({ type: 'next' });
    expect(page('AuditEvent?_cursor=5')).toMatchObject({ type: 'next' });
    expect(page('https://ex.test/gp/fhir.evil.test/AuditEvent')).toEqual({ type: 'elsewhere' });
    expect(page('https://ex.test/gp/fhir/../../other')).toEqual({ type: 'elsewhere' });
    expect(page('https://evil.test/AuditEvent')).toEqual({ type: 'elsewhere' });
  });
});
