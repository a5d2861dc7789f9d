import { describe, expect, it } from 'vitest';
import type { AccessDecision, BreakGlassReason } from '../../../src/domain/access.ts';
import { parseNhsNumber } from '../../../src/domain/nhs-number.ts';
import type { PatientRef } from '../../../src/domain/person.ts';
import { decisionBundle } from '../../../src/fhir/gate/decision-bundle.ts';
import type { DecisionFacts } from '../../../src/fhir/gate/decision-facts.ts';
import { receipt } from '../../../src/fhir/gate/receipt.ts';
import { codeSystem, identifierSystem, ocs } from '../../../src/fhir/systems.ts';

const number = parseNhsNumber('9990000018');
if (!number) throw new Error('the sample number is invalid');
const ref = 'opaque-1' as PatientRef;

describe('the decision and its receipt', () => {
  const user = {
    identifier: { system: identifierSystem.gmc, value: '9900017' },
    displayName: 'Dr Sam Patel',
    fhirUser: 'https://host.test/fhir/Practitioner/p1',
    names: [],
    birthDate: null,
    nhsNumber: null,
    registration: null,
    roles: [],
  };
  const role = {
    id: '999000100015',
    codes: [],
    text: 'GP',
    organisation: { odsCode: 'Z99901', name: 'Hollow Way' },
  };
  const facts = (
    basis: AccessDecision['basis'],
    more: Partial<DecisionFacts> = {},
  ): DecisionFacts => ({
    decisionId: '5d4c3b2a-0000-4000-8000-000000000001',
    decision: { basis, confirmed: ['family'] as const, role: role.id },
    ...{ patient: ref, user, role, declared: [], terms: '2026-11', reopens: null },
    ...more,
  });
  const agreed = facts({ type: 'patient-agreed' });
  const broken = (reason: BreakGlassReason) =>
    facts({ type: 'break-glass', reason, justification: 'GCS 6', short: true });
  const now = '2026-11-22T10:00:00.000Z';
  const sent = (each: DecisionFacts) =>
    JSON.stringify(
      decisionBundle(each, {
        ...{ now, attestation: 'I am involved.', termsUrl: 'https://ocs.test/terms' },
      }),
    );
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
      actor: [{ reference: { identifier: user.identifier } }],
    },
  };
  const answer = (resource: object, status = '201 Created') => ({
    resourceType: 'Bundle',
    type: 'transaction-response',
    entry: [{ resource, response: { status } }],
  });

  it('says in the record who agreed, for what purpose, and what was confirmed', () => {
    const text = sent(agreed);
    expect(text).toContain('"code":"TREAT"');
    expect(text).toContain('"valueString":"family"');
    expect(text).not.toContain('BTG');
    const breaking = sent(broken('unconscious'));
    expect(breaking).toContain('"code":"BTG"');
    expect(breaking).toContain('justification-short');
  });

  it('names the role acted in, the terms accepted, and what was declared', () => {
    const text = sent(
      facts({ type: 'patient-agreed' }, { declared: ['not-me', 'patient-is-alive', 'not-me'] }),
    );
    expect(text).toContain('{"linkId":"role","answer":[{"valueString":"999000100015"}]}');
    expect(text).toContain('"valueString":"https://ocs.test/terms|2026-11"');
    expect(text.split('{"linkId":"not-me","answer":[{"valueBoolean":true}]}')).toHaveLength(2);
    expect(text).toContain('{"linkId":"patient-is-alive","answer":[{"valueBoolean":true}]}');
    expect(sent(facts({ type: 'patient-agreed' }, { terms: null }))).not.toContain('"terms"');
  });

  it('says whether a page was reloaded or permission stands, and never both', () => {
    const reopened = (type: 'same-launch' | 'same-encounter') =>
      sent(facts({ type: 'patient-agreed' }, { reopens: { type, consentId: 'c7' } }));
    expect(reopened('same-launch')).toContain('{"linkId":"reopens","answer":[{"valueString":"c7"}');
    expect(reopened('same-launch')).not.toContain('stands-on');
    expect(reopened('same-encounter')).toContain('{"linkId":"stands-on","answer":[{"valueStr');
    expect(reopened('same-encounter')).not.toContain('reopens');
    expect(sent(agreed)).not.toMatch(/reopens|stands-on/);
  });

  it.each(['required-by-statute', 'required-by-court-order'] as const)(
    '%s is a purpose of its own under the break-glass policy, and no BTG',
    (reason) => {
      const text = sent(broken(reason));
      expect(text).toContain(`"purpose":[{"system":"${ocs.accessReason}","code":"${reason}"}]`);
      expect(text).toContain(ocs.breakGlassPolicy);
      expect(text).not.toContain('BTG');
    },
  );

  it.each(['public-interest', 'certifying-death', 'other'] as const)('%s is BTG', (reason) => {
    expect(sent(broken(reason))).toContain('"code":"BTG"');
  });

  it('takes a 201 and the 200 of a retry', () => {
    expect(receipt(answer(stored), agreed)).toMatchObject({
      type: 'receipt',
      receipt: {
        ...{ consentId: 'c1', basis: 'permission' },
        ...{ decisionId: agreed.decisionId, patient: ref, user: user.fhirUser },
      },
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
    [
      'another user',
      answer({
        ...stored,
        provision: {
          ...stored.provision,
          actor: [{ reference: { identifier: { ...user.identifier, value: '9900025' } } }],
        },
      }),
    ],
    [
      'two users',
      answer({
        ...stored,
        provision: {
          ...stored.provision,
          actor: [...stored.provision.actor, ...stored.provision.actor],
        },
      }),
    ],
    ['nobody', answer({ ...stored, provision: { ...stored.provision, actor: [] } })],
    [
      'two purposes',
      answer({
        ...stored,
        provision: {
          ...stored.provision,
          purpose: [...stored.provision.purpose, { system: codeSystem.actReason, code: 'BTG' }],
        },
      }),
    ],
    ['two policies', answer({ ...stored, policy: [...stored.policy, ...stored.policy] })],
    [
      'two entries',
      { ...answer(stored), entry: [...answer(stored).entry, ...answer(stored).entry] },
    ],
    ['a modifier', answer({ ...stored, modifierExtension: [{ url: 'x' }] })],
    ['a deny', answer({ ...stored, provision: { ...stored.provision, type: 'deny' } })],
    ['no time of the exchange’s own', answer({ ...stored, meta: {} })],
    [
      'an end that is no time',
      answer({ ...stored, provision: { ...stored.provision, period: { end: 'tomorrow' } } }),
    ],
    ['no consent at all', answer({ resourceType: 'OperationOutcome' })],
  ])('takes %s for no receipt', (_, body) => {
    expect(receipt(body, agreed)).toEqual({ type: 'bad-answer' });
  });

  it('holds a legal purpose to its very code', () => {
    const asked = broken('required-by-statute');
    const legal = (purpose: object) =>
      answer({
        ...stored,
        policy: [{ uri: ocs.breakGlassPolicy }],
        provision: { ...stored.provision, purpose: [purpose] },
      });
    const purpose = { system: ocs.accessReason, code: 'required-by-statute' };
    expect(receipt(legal(purpose), asked)).toMatchObject({ type: 'receipt' });
    const other = { ...purpose, code: 'required-by-court-order' };
    expect(receipt(legal(other), asked)).toEqual({ type: 'bad-answer' });
    const btg = { system: codeSystem.actReason, code: 'BTG' };
    expect(receipt(legal(btg), asked)).toEqual({ type: 'bad-answer' });
  });
});
