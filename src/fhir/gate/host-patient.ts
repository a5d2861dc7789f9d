/** The host's Patient: who the clinician has open, and the NHS number the launch rests on. */
import { type NhsNumber, parseNhsNumber } from '../../domain/nhs-number.ts';
import type { HostPatient } from '../../domain/person.ts';
import type { Identifier } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { demographicsOf, type FhirPatient, patient, restrictionOf } from './demographics.ts';
import { worstStatus } from './number-status.ts';
import { implausibleIn, type ImplausibleField } from './plausible.ts';

/** How this issuer tells the NHS number; a setting, never a guess. */
type NhsNumberSetting = {
  readonly from: 'identifier' | 'patient-id' | 'fhir-context';
  readonly systems: readonly string[];
};

type LaunchFacts = {
  /** What the token response gave beside the patient, unread. */
  readonly nhsNumbersInContext: readonly string[];
  readonly now: Date;
};

export type HostPatientReading =
  | { readonly type: 'patient'; readonly patient: HostPatient }
  | { readonly type: 'nhs-number'; readonly problem: { type: 'missing' | 'invalid' | 'several' } }
  /** A name, birth date or heap of numbers that no honest host sends. */
  | { readonly type: 'implausible'; readonly what: ImplausibleField }
  | { readonly type: 'malformed' };

/**
 * Reads the host's Patient (UK Core).
 * @returns `several` where what the setting names and the current identifiers hold different NHS
 *   numbers; `invalid` where one is given and fails the check. A number the host has not verified
 *   is returned with its status: the launch stops on it, in words (domain notes, section 5).
 */
export function hostPatient(
  resource: unknown,
  setting: NhsNumberSetting,
  { nhsNumbersInContext, now }: LaunchFacts,
): HostPatientReading {
  const found = parsed(patient, resource);
  if (!found) return { type: 'malformed' };
  const what = implausibleIn(found, now, setting.systems);
  if (what !== null) return { type: 'implausible', what };
  const given = numbersGiven(found, setting, nhsNumbersInContext);
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

/**
 * What the setting names comes first and has to be there. The Patient's own identifiers are read in
 * any case: a host that contradicts itself is not to be believed either way.
 */
function numbersGiven(
  found: FhirPatient,
  setting: NhsNumberSetting,
  inContext: readonly string[],
): readonly Identifier[] {
  const held = identifiersHeld(found, setting.systems);
  switch (setting.from) {
    case 'identifier':
      return held;
    case 'patient-id':
      return [{ value: found.id }, ...held];
    case 'fhir-context':
      return inContext.length === 0 ? [] : [...inContext.map((value) => ({ value })), ...held];
  }
}

/** An `old` identifier is one the host itself has set aside. */
function identifiersHeld(found: FhirPatient, systems: readonly string[]): readonly Identifier[] {
  return (found.identifier ?? []).filter(
    ({ system, use, value }) =>
      system !== undefined && systems.includes(system) && use !== 'old' && value !== '',
  );
}
