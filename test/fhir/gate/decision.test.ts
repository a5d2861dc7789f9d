import { describe, expect, it } from 'vitest';
import type { AccessDecision } from '../../../src/domain/access.ts';
import { parseNhsNumber } from '../../../src/domain/nhs-number.ts';
import type { PatientRef } from '../../../src/domain/person.ts';
import { accessLog } from '../../../src/fhir/gate/access-log.ts';
import { decisionBundle } from '../../../src/fhir/gate/decision-bundle.ts';
import { nextPage } from '../../../src/fhir/gate/page-link.ts';
import { receipt } from '../../../src/fhir/gate/receipt.ts';
import { codeSystem, identifierSystem, ocs } from '../../../src/fhir/systems.ts';

const number = parseNhsNumber('9990000018');
if (!number) throw new Error('the sample number is invalid');
const ref = 'opaque-1' as PatientRef;

const searchset = (resources: readonly object[], more: object = {}) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource, search: { mode: 'match' } })),
  ...more,
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
