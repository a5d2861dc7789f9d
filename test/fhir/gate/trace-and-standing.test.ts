import { describe, expect, it } from 'vitest';
import { parseNhsNumber } from '../../../src/domain/nhs-number.ts';
import type { PatientRef } from '../../../src/domain/person.ts';
import { dissentIn, earlierOpenings } from '../../../src/fhir/gate/standing.ts';
import { traceOutcome, traceRefusal } from '../../../src/fhir/gate/trace-outcome.ts';
import { spineCodes } from '../../../src/fhir/spine.ts';
import { codeSystem, identifierSystem, nhsNumberVerification } from '../../../src/fhir/systems.ts';

const system = identifierSystem.nhsNumber;
const number = parseNhsNumber('9990000018');
if (!number) throw new Error('the sample number is invalid');
const ref = 'opaque-1' as PatientRef;
const now = new Date('2026-11-22T10:00:00Z');
const own = { system: identifierSystem.gmc, value: '9900017' };

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
    expect(traceOutcome(searchset(entries, more), number, now)).toMatchObject({
      type: 'outcome',
      outcome: { type },
    });
  });

  it('says which number replaced the one asked for', () => {
    const identifier = [{ system, value: '9990000131' }];
    expect(traceOutcome(searchset([{ ...traced, identifier }]), number, now)).toEqual({
      type: 'outcome',
      outcome: { type: 'superseded', by: parseNhsNumber('9990000131') },
    });
  });

  it.each([
    ['01', { type: 'verified' }],
    ['number-present-and-verified', { type: 'verified' }],
    ['05', { type: 'unverified', code: '05' }],
    [null, { type: 'not-stated' }],
  ])('number status %s is read as %j', (code, nhsNumberStatus) => {
    const coding = [{ system: nhsNumberVerification.systems[0], code }];
    const extension = [{ url: nhsNumberVerification.extension, valueCodeableConcept: { coding } }];
    const identifier = [{ system, value: number, ...(code === null ? {} : { extension }) }];
    expect(traceOutcome(searchset([{ ...traced, identifier }]), number, now)).toMatchObject({
      outcome: { type: 'found', patient: { nhsNumberStatus } },
    });
  });

  it('never takes an NHS number for an opaque id', () => {
    expect(traceOutcome(searchset([{ ...traced, id: '9990000018' }]), number, now)).toEqual({
      type: 'bad-answer',
    });
  });

  it('shows no address of a restricted patient, even where one is sent', () => {
    const meta = { security: [{ system: codeSystem.confidentiality, code: 'R' }] };
    const address = [{ line: ['1 Refuge Road'] }];
    expect(traceOutcome(searchset([{ ...traced, meta, address }]), number, now)).toMatchObject({
      outcome: { patient: { restricted: 'restricted', address: null } },
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
    expect(earlierOpenings(null, ref, own)).toEqual({ type: 'not-known' });
    expect(earlierOpenings([{ resourceType: 'OperationOutcome' }], ref, own)).toEqual({
      type: 'not-known',
    });
    expect(earlierOpenings([searchset([])], ref, own)).toEqual({ type: 'known', rows: [] });
  });
});
