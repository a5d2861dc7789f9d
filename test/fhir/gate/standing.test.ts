import { describe, expect, it } from 'vitest';
import { dissentIn, earlierOpenings } from '../../../src/fhir/gate/standing.ts';
import { codeSystem } from '../../../src/fhir/systems.ts';
import { own, ref, searchset } from './samples.ts';

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

  it('earlier openings say how and by which profession, and never who', () => {
    const masked = {
      ...{ resourceType: 'AuditEvent', id: 'log-1', recorded: '2026-11-21T10:00:00Z' },
      purposeOfEvent: [{ coding: [{ system: codeSystem.actReason, code: 'BTG' }] }],
      agent: [{ requestor: true, role: [{ text: 'Ward pharmacist' }] }],
    };
    const mine = {
      ...masked,
      purposeOfEvent: [],
      agent: [{ requestor: true, name: 'Dr Sam Patel', who: { identifier: own } }],
    };
    const refused = { ...masked, outcome: '8' };
    expect(earlierOpenings([searchset([masked, mine, refused])], ref, own)).toEqual({
      type: 'known',
      rows: [
        {
          ...{ recordedAt: '2026-11-21T10:00:00Z', breakGlass: true },
          ...{ own: false, profession: 'Ward pharmacist' },
        },
        {
          ...{ recordedAt: '2026-11-21T10:00:00Z', breakGlass: false },
          ...{ own: true, profession: null },
        },
      ],
    });
  });
});
