/** The host's Patient: who the clinician has open, and the NHS number the launch rests on. */
import { type NhsNumber, parseNhsNumber } from '../../domain/nhs-number.ts';
import type { HostPatient } from '../../domain/person.ts';
import { type Identifier, parsed } from '../datatypes.ts';
import { demographicsOf, type FhirPatient, patient, restrictionOf } from './demographics.ts';
import { worstStatus } from './number-status.ts';

/** How this issuer tells the NHS number; a setting, never a guess. */
type NhsNumberSetting = {
  readonly from: 'identifier' | 'patient-id';
  readonly systems: readonly string[];
};

export type HostPatientReading =
  | { readonly type: 'patient'; readonly patient: HostPatient }
  | { readonly type: 'nhs-number'; readonly problem: { type: 'missing' | 'invalid' | 'several' } }
  | { readonly type: 'malformed' };

/**
 * Reads the host's Patient (UK Core).
 * @returns `several` where current identifiers hold different NHS numbers; `invalid` where one is
 *   given and fails the check. A number the host has not verified is returned with its status:
 *   the launch stops on it, in words (domain notes, section 5).
 */
export function hostPatient(resource: unknown, setting: NhsNumberSetting): HostPatientReading {
  const found = parsed(patient, resource);
  if (!found) return { type: 'malformed' };
  const given = numbersGiven(found, setting);
  if (given.length === 0) return { type: 'nhs-number', problem: { type: 'missing' } };
  const numbers = new Set<NhsNumber | null>(given.map(({ value }) => parseNhsNumber(value ?? '')));
  if (numbers.has(null)) return { type: 'nhs-number', problem: { type: 'invalid' } };
  const [number, another] = numbers;
  if (!number || another) return { type: 'nhs-number', problem: { type: 'several' } };
  const restricted = restrictionOf(found);
  return {
    type: 'patient',
    patient: {
      ...demographicsOf(found, restricted !== 'none'),
      id: found.id,
      nhsNumber: number,
      nhsNumberStatus: worstStatus(given),
      restricted,
    },
  };
}

/** An `old` identifier is one the host itself has set aside. */
function numbersGiven(found: FhirPatient, setting: NhsNumberSetting): readonly Identifier[] {
  if (setting.from === 'patient-id') return [{ value: found.id }];
  return (found.identifier ?? []).filter(
    ({ system, use, value }) =>
      system !== undefined && setting.systems.includes(system) && use !== 'old' && value !== '',
  );
}
