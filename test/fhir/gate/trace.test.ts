import { describe, expect, it } from 'vitest';
import { parseNhsNumber } from '../../../src/domain/nhs-number.ts';
import { traceOutcome, traceRefusal } from '../../../src/fhir/gate/trace-outcome.ts';
import { spineCodes } from '../../../src/fhir/spine.ts';
import {
  codeSystem,
  exchangeSystem,
  identifierSystem,
  nhsNumberVerification,
} from '../../../src/fhir/systems.ts';
import { ref, searchset } from './samples.ts';

const system = identifierSystem.nhsNumber;
const number = parseNhsNumber('9990000018');
if (!number) throw new Error('the sample number is invalid');
const now = new Date('2026-11-22T10:00:00Z');

const patient = {
  resourceType: 'Patient',
  id: 'host-1',
  identifier: [{ system, value: '9990000018' }],
  name: [{ use: 'official', family: 'Okafor', given: ['Grace'], prefix: ['Mrs'] }],
  gender: 'female',
  birthDate: '1945-07-14',
};
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
    [['R'], 'restricted'],
    [['V'], 'very-restricted'],
    [['R', 'V'], 'very-restricted'],
    [['N'], 'none'],
  ])('labels %j are %s', (codes, restricted) => {
    const security = codes.map((code) => ({ system: codeSystem.confidentiality, code }));
    expect(traceOutcome(searchset([{ ...traced, meta: { security } }]), number, now)).toMatchObject(
      { outcome: { patient: { restricted } } },
    );
  });

  const uk = 'https://fhir.hl7.org.uk/';
  const notified = (code: string, system = `${uk}CodeSystem/UKCore-DeathNotificationStatus`) => ({
    url: `${uk}StructureDefinition/Extension-UKCore-DeathNotificationStatus`,
    extension: [
      { url: 'deathNotificationStatus', valueCodeableConcept: { coding: [{ system, code }] } },
      { url: 'systemEffectiveDate', valueDateTime: '2026-11-20T10:00:00+00:00' },
    ],
  });

  it.each([
    ['1', [notified('1')], 'informal'],
    ['2', [notified('2')], 'formal'],
    ['1, and 2', [notified('1'), notified('2')], 'formal'],
    ['a code nobody knows', [notified('U')], 'formal'],
    ['1 of another system', [notified('1', 'https://example.org')], 'not-stated'],
    ['none', undefined, 'not-stated'],
  ])('death notice %s is read', (_, extension, notice) => {
    const dead = { ...traced, deceasedDateTime: '2026-11-19', extension };
    expect(traceOutcome(searchset([dead]), number, now)).toMatchObject({
      outcome: { patient: { deceased: { notice, date: { iso: '2026-11-19' } } } },
    });
    const alive = { ...traced, deceasedBoolean: false, extension };
    expect(traceOutcome(searchset([alive]), number, now)).toMatchObject({
      outcome: { patient: { deceased: null } },
    });
  });

  it.each([
    ['name', { name: [{ family: '<img src=x>' }] }],
    ['birth-date', { birthDate: '2031-01-01' }],
    ['nhs-number', { identifier: Array.from({ length: 400 }, () => patient.identifier[0]) }],
  ])('a %s nobody honest would send is told, and nothing of it returned', (what, more) => {
    expect(traceOutcome(searchset([{ ...traced, ...more }]), number, now)).toEqual({
      type: 'implausible',
      what,
    });
  });

  it('two NHS numbers are no answer', () => {
    const identifier = [...patient.identifier, { system, value: '9990000026' }];
    expect(traceOutcome(searchset([{ ...traced, identifier }]), number, now)).toEqual({
      type: 'bad-answer',
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
    const coding = [{ system: exchangeSystem.spine, code: 'NO_ORGANISATION_CONSENT' }];
    expect(
      spineCodes({ resourceType: 'OperationOutcome', issue: [{ details: { coding } }] }),
    ).toEqual(['NO_ORGANISATIONAL_CONSENT']);
  });
});
