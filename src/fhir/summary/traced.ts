/** Who the traced patient is in an answer, and whether a label shuts the record. */
import * as s from '../shape.ts';
import { type NhsNumber, parseNhsNumber } from '../../domain/nhs-number.ts';
import type { PatientRef, Restriction } from '../../domain/person.ts';
import { coding, restrictionIn } from '../datatypes.ts';
import { parsed } from '../parsed.ts';
import { identifierSystem } from '../systems.ts';
import { arrayIn, stringIn } from './json.ts';

/** Whom the answer must be about. */
export type Traced = {
  readonly ref: PatientRef;
  readonly nhsNumber: NhsNumber;
  /** What the trace said, and the launch went on with by policy. */
  readonly restricted: Restriction;
  /** FHIR base of the exchange, for absolute references. */
  readonly base?: string;
};

/** Whatever means the traced patient in this answer. */
export type TracedNames = {
  /** Every spelling of a reference. */
  readonly references: ReadonlySet<string>;
  /** The other identifiers that the traced Patient carries, as `system|value`. */
  readonly identifiers: ReadonlySet<string>;
};

/** @param patients the Patient as the answer holds it, and the `fullUrl`s it stands under */
export function tracedNames(
  traced: Traced,
  patients: readonly { readonly resource: object; readonly fullUrl?: string | undefined }[],
): TracedNames {
  const relative = `Patient/${traced.ref}`;
  const absolute = traced.base === undefined ? [] : [`${traced.base}/${relative}`];
  const urls = patients.flatMap(({ fullUrl }) => fullUrl ?? []);
  const identifiers = patients.flatMap(({ resource }) =>
    arrayIn(resource, 'identifier').flatMap((each) => nameOfIdentifier(each) ?? []),
  );
  return {
    references: new Set([relative, ...absolute, ...urls]),
    identifiers: new Set(identifiers),
  };
}

/** Null where it does not say whose; an old one may have become somebody else's. */
export function nameOfIdentifier(identifier: unknown): string | null {
  const system = stringIn(identifier, 'system') ?? '';
  const value = stringIn(identifier, 'value') ?? '';
  const known = system !== '' && value !== '' && system !== identifierSystem.nhsNumber;
  return known && stringIn(identifier, 'use') !== 'old' ? `${system}|${value}` : null;
}

/**
 * Is this the traced Patient? By id, and by NHS number wherever it carries one.
 * @param fullUrl where it stands in a Bundle: all there is to know a Patient without an id by
 */
export function isTracedPatient(resource: object, traced: Traced, fullUrl?: string): boolean {
  const numbers = numbersOf(resource);
  if (numbers.some((number) => number !== traced.nhsNumber)) return false;
  const id = 'id' in resource ? resource.id : undefined;
  if (id === undefined && isAddressOf(traced.ref, fullUrl)) return true;
  return id === traced.ref || (id === undefined && numbers.length > 0);
}

function isAddressOf(ref: PatientRef, fullUrl: string | undefined): boolean {
  if (fullUrl === undefined) return false;
  return fullUrl === `urn:uuid:${ref}` || fullUrl.endsWith(`/Patient/${ref}`);
}

const labelled = s.object({
  meta: s.optional(s.object({ security: s.optional(s.array(coding)) })),
});

/**
 * Does a label on the Patient itself shut the record (domain notes, section 3)? `R` where the trace
 * did not say so: the launch never asked whether policy opens it. `V`, and labels that can not be
 * read, always.
 */
export function isShutByLabel(resource: object, { restricted }: Traced): boolean {
  const found = parsed(labelled, resource);
  const label = found ? restrictionIn(found.meta?.security) : 'very-restricted';
  return label === 'very-restricted' || (label === 'restricted' && restricted !== 'restricted');
}

export function holdsNumber(patient: object, number: NhsNumber): boolean {
  const numbers = numbersOf(patient);
  return numbers.length > 0 && numbers.every((each) => each === number);
}

function numbersOf(patient: object): (NhsNumber | null)[] {
  const identifiers: unknown = 'identifier' in patient ? patient.identifier : undefined;
  if (!Array.isArray(identifiers)) return [];
  return identifiers.filter(isNhsIdentifier).map(numberIn);
}

export function isNhsIdentifier(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('system' in value)) return false;
  const old = 'use' in value && value.use === 'old';
  return value.system === identifierSystem.nhsNumber && !old;
}

export function numberIn(identifier: unknown): NhsNumber | null {
  if (!isNhsIdentifier(identifier)) return null;
  const value = (identifier as { value?: unknown }).value;
  return typeof value === 'string' ? parseNhsNumber(value) : null;
}
