import type { ClinicalDate } from './clinical-date.ts';
import type { NhsNumber } from './nhs-number.ts';

/** FHIR administrative-gender; null in {@link Demographics} is "not stated". */
export type Gender = 'male' | 'female' | 'other' | 'unknown';

/** One name as its system holds it. Former names help matching and are never shown. */
export type PersonName = {
  readonly family: string | null;
  readonly given: readonly string[];
  readonly prefix: readonly string[];
  readonly use: 'current' | 'preferred' | 'former';
};

export type Deceased = {
  /** Whether the registrar said so; `not-stated` counts as formal (domain notes, section 6). */
  readonly notice: 'formal' | 'informal' | 'not-stated';
  /** Null where the system says only that the person died. */
  readonly date: ClinicalDate | null;
};

/** What one system says about who a person is. */
export type Demographics = {
  readonly names: readonly PersonName[];
  readonly birthDate: ClinicalDate | null;
  readonly gender: Gender | null;
  /** One line, for showing; never a gate. Null where not given or withheld. */
  readonly address: string | null;
  readonly deceased: Deceased | null;
};

/** v3-Confidentiality `R` or `V`; a policy may open the first, never the second. */
export type Restriction = 'none' | 'restricted' | 'very-restricted';

/** How far a system vouches for the NHS number (UK Core verification status). */
export type NhsNumberStatus =
  | { readonly type: 'verified' }
  | { readonly type: 'not-stated' }
  | { readonly type: 'unverified'; readonly code: string };

/** The patient as the host sent it. `id` is the host's own and stays opaque. */
export type HostPatient = Demographics & {
  readonly id: string;
  readonly nhsNumber: NhsNumber;
  readonly nhsNumberStatus: NhsNumberStatus;
  /** By the host's own label. */
  readonly restricted: Restriction;
};

declare const ref: unique symbol;
/** The exchange's opaque id of the traced patient: never an NHS number, never the host's id. */
export type PatientRef = string & { readonly [ref]: 'PatientRef' };

/** The patient as the exchange's demographics service knows them. */
export type TracedPatient = Demographics & {
  readonly ref: PatientRef;
  readonly nhsNumber: NhsNumber;
  readonly nhsNumberStatus: NhsNumberStatus;
  /** Where the patient is must not be shown. */
  readonly restricted: Restriction;
};

/**
 * Whether the patient has died, as both systems tell it: the exchange's demographics service is
 * believed; a death only the host knows of is as good as an informal notice (domain notes, 3).
 */
export function knownDeath(host: Demographics, exchange: Demographics): Deceased | null {
  if (exchange.deceased) return exchange.deceased;
  return host.deceased && { ...host.deceased, notice: 'informal' };
}

/** Died, as far as anyone may rely on it; only a notice said to be informal leaves it open. */
export function hasDied(host: Demographics, exchange: Demographics): boolean {
  const death = knownDeath(host, exchange);
  return death !== null && death.notice !== 'informal';
}

/** The name to show: current before preferred, a former one never. */
export function displayedName(person: Demographics): PersonName | null {
  return (
    person.names.find((name) => name.use === 'current') ??
    person.names.find((name) => name.use === 'preferred') ??
    null
  );
}

/**
 * `FAMILY, Given Middle (Title)`: the NHS patient banner's order (Common User Interface, patient
 * banner). "Name not known" where no current name is held.
 */
export function formatName(person: Demographics): string {
  const name = displayedName(person);
  if (!name) return 'Name not known';
  const family = name.family?.toUpperCase() ?? 'SURNAME NOT KNOWN';
  const given = name.given.join(' ');
  const title = name.prefix[0];
  return [family, given && `, ${given}`, title && ` (${title})`].filter(Boolean).join('');
}

/** Written in full, never as a letter (Common User Interface, gender). */
export function formatGender(gender: Gender | null): string {
  switch (gender) {
    case 'male':
      return 'Male';
    case 'female':
      return 'Female';
    case 'other':
      return 'Other specific';
    case 'unknown':
      return 'Not known';
    case null:
      return 'Not specified';
  }
}
