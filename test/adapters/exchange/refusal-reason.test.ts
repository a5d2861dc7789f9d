import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../../src/adapters/exchange/refusal-reason.ts';
import { exchangeSystem, ocs } from '../../../src/fhir/systems.ts';

const body = (system: string, ...codes: readonly string[]) => ({
  resourceType: 'OperationOutcome',
  issue: [{ details: { coding: codes.map((code) => ({ system, code })) } }],
});
const ruled = (code: string, status = 403) =>
  reasonOf({ status, body: body(ocs.accessEvent, code) }, 'Receptionist');

describe('a refusal of the exchange’s', () => {
  it.each([
    ['dissent', { type: 'dissent' }],
    ['own-record', { type: 'own-record', certainty: 'certain' }],
    ['namesake', { type: 'own-record', certainty: 'likely' }],
    ['wrong-role', { type: 'not-clinician', roleText: 'Receptionist' }],
    ['restricted', { type: 'restricted' }],
    ['deceased', { type: 'deceased', notice: 'formal' }],
    ['deceased-informal', { type: 'deceased', notice: 'informal' }],
    ['terms', { type: 'terms-not-accepted' }],
    ['other-patient', { type: 'unmatched' }],
  ])('of %s has words', (code, reason) => {
    expect(ruled(code)).toEqual(reason);
  });

  it.each(['reopens', 'no-current-consent', 'role-not-held', 'constructor'])(
    'of %s has none, and stays a failed call',
    (code) => {
      expect(ruled(code)).toBeNull();
    },
  );

  it('of a role has none where nobody knows what the role is called', () => {
    expect(reasonOf({ status: 403, body: body(ocs.accessEvent, 'wrong-role') })).toBeNull();
  });

  it('is one only of status 403: what was sent wrongly is no decision', () => {
    expect(ruled('terms', 400)).toBeNull();
    expect(ruled('restricted', 503)).toBeNull();
  });

  it('counts by the national code first', () => {
    const codes = body(exchangeSystem.spine, 'NO_PATIENT_CONSENT');
    expect(reasonOf({ status: 403, body: codes })).toEqual({ type: 'dissent' });
  });
});
