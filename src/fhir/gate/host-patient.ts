/** The host's Patient: who the clinician has open, and the NHS number the launch rests on. */
import { type NhsNumber, parseNhsNumber } from '../../domain/nhs-number.ts';
import type { HostPatient, NhsNumberStatus } from '../../domain/person.ts';
import { codesIn, type Identifier, parsed } from '../datatypes.ts';
import { nhsNumberVerification } from '../systems.ts';
import { shownText } from '../text.ts';
import { demographicsOf, type FhirPatient, patient } from './demographics.ts';

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
  return {
    type: 'patient',
    patient: {
      ...demographicsOf(found),
      id: found.id,
      nhsNumber: number,
      nhsNumberStatus: worstStatus(given),
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

/** The same number twice: one doubt is enough to stop. */
function worstStatus(given: readonly Identifier[]): NhsNumberStatus {
  const statuses = given.map(statusOf);
  return (
    statuses.find((status) => status.type === 'unverified') ??
    statuses.find((status) => status.type === 'verified') ?? { type: 'not-stated' }
  );
}

/** `number-present-and-verified` is the code's retired spelling. A status we can not read stops. */
function statusOf(given: Identifier): NhsNumberStatus {
  const stated = (given.extension ?? []).find(({ url }) => url === nhsNumberVerification.extension);
  if (!stated) return { type: 'not-stated' };
  const codes = codesIn(stated.valueCodeableConcept, nhsNumberVerification.systems);
  const doubt = codes.find((code) => code !== '01' && code !== 'number-present-and-verified');
  if (codes.length > 0 && doubt === undefined) return { type: 'verified' };
  return { type: 'unverified', code: shownText(doubt, 40) ?? 'not understood' };
}
