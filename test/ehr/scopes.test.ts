import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grantScopes, grantableScopes, parseFhirScope, permits } from '../../mocks/ehr/scopes.ts';

const scope = fc
  .tuple(
    fc.constantFrom('patient', 'user'),
    fc.constantFrom('*', 'Patient', 'Encounter', 'Practitioner'),
    fc.constantFrom('r', 's', 'rs', 'cruds', 'cu', 'read', 'write', '*'),
  )
  .map(([context, type, permission]) => `${context}/${type}.${permission}`);
const scopes = fc.array(scope, { maxLength: 5 });
const types = ['Patient', 'Encounter', 'Practitioner'];

describe('granting scopes', () => {
  it('never permits what was not both asked for and held', () => {
    fc.assert(
      fc.property(scopes, scopes, (asked, held) => {
        const granted = grantScopes(asked, held);
        for (const type of types) {
          for (const interaction of ['read', 'search'] as const) {
            const may = permits(granted, type, interaction);
            const wished = permits(asked, type, interaction);
            const could = permits(held, type, interaction);
            expect(may.patient).toBe(wished.patient && could.patient);
            expect(may.user).toBe(wished.user && could.user);
          }
        }
      }),
    );
  });

  it('only grants scopes that the server announces', () => {
    fc.assert(
      fc.property(scopes, scopes, (asked, held) => {
        const announced = new Set(grantableScopes(held));
        for (const granted of grantScopes(asked, held)) expect(announced).toContain(granted);
      }),
    );
  });

  it('never grants writing, nor a scope nobody defined', () => {
    for (const text of ['patient/Patient.write', 'patient/Patient.cud', 'system/Patient.rs', 'x']) {
      expect(parseFhirScope(text)).toBeNull();
    }
    expect(grantScopes(['patient/Patient.cruds', 'admin'], ['patient/Patient.rs'])).toEqual([
      'patient/Patient.rs',
    ]);
  });

  it('says the narrower truth where v1 could not', () => {
    expect(grantScopes(['patient/Patient.read'], ['patient/Patient.r'])).toEqual([
      'patient/Patient.r',
    ]);
  });
});
