/**
 * Is everything in this resource about the traced patient, and can all of it be understood?
 * Looked at before anything is read, and all the way down: the worst hazard is another patient's
 * data (contract, section 4).
 */
import * as z from 'zod/mini';
import { type NhsNumber, parseNhsNumber } from '../../domain/nhs-number.ts';
import type { PatientRef, Restriction } from '../../domain/person.ts';
import { coding, parsed, restrictionIn } from '../datatypes.ts';
import { identifierSystem } from '../systems.ts';

/** Whom the answer must be about. */
export type Traced = {
  readonly ref: PatientRef;
  readonly nhsNumber: NhsNumber;
  /** What the trace said, and the launch went on with by policy. */
  readonly restricted: Restriction;
  /** FHIR base of the exchange, for absolute references. */
  readonly base?: string;
};

/** Every spelling of a reference that means the traced patient in this answer. */
export type TracedReferences = ReadonlySet<string>;

/** @param fullUrls the `fullUrl`s under which a document holds the traced Patient */
export function tracedReferences(traced: Traced, fullUrls: readonly string[]): TracedReferences {
  const relative = `Patient/${traced.ref}`;
  const absolute = traced.base === undefined ? [] : [`${traced.base}/${relative}`];
  return new Set([relative, ...absolute, ...fullUrls]);
}

export type Finding = 'fine' | 'wrong-patient' | 'not-understood';

const deepest = 40;

/**
 * Walks one resource.
 * @returns `wrong-patient` where any `subject` or `patient` does not resolve to the traced patient,
 *   any reference is to another Patient, or any other Patient is contained; `not-understood` where
 *   a modifier stands anywhere (FHIR R4 2.20.0.1) or the nesting is absurd
 */
export function inspect(resource: object, traced: Traced, known: TracedReferences): Finding {
  const contained = containedSelf(resource, traced);
  let finding: Finding = 'fine';
  const todo: object[] = [resource];
  const depths: number[] = [0];
  for (let node = todo.pop(); node; node = todo.pop()) {
    const depth = depths.pop() ?? 0;
    if (depth > deepest) finding = 'not-understood';
    if (depth > 0 && 'resourceType' in node && node.resourceType === 'Patient') {
      if (!holdsNumber(node, traced.nhsNumber)) return 'wrong-patient';
    }
    for (const [key, value] of Object.entries(node) as [string, unknown][]) {
      if (key === 'modifierExtension' || key === 'implicitRules') finding = 'not-understood';
      if (key === 'reference' && isOtherPatient(value, known, contained)) return 'wrong-patient';
      if (isSubject(key) && !isTraced(value, traced, known, contained)) return 'wrong-patient';
      if (typeof value === 'object' && value !== null) {
        todo.push(value);
        depths.push(depth + 1);
      }
    }
  }
  return finding;
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

const labelled = z.object({
  meta: z.optional(z.object({ security: z.optional(z.array(coding)) })),
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

function isSubject(key: string): boolean {
  return key === 'subject' || key === 'patient';
}

function isTraced(
  value: unknown,
  traced: Traced,
  known: TracedReferences,
  contained: TracedReferences,
): boolean {
  if (Array.isArray(value)) {
    return value.every((each) => isTraced(each, traced, known, contained));
  }
  if (typeof value !== 'object' || value === null) return false;
  const reference = 'reference' in value ? value.reference : undefined;
  const identifier = 'identifier' in value ? value.identifier : undefined;
  const sameNumber = numberIn(identifier) === traced.nhsNumber;
  // A logical reference says who by NHS number alone; beside another it must not contradict it.
  if (typeof reference !== 'string') return sameNumber;
  if (isNhsIdentifier(identifier) && !sameNumber) return false;
  return known.has(unversioned(reference)) || contained.has(reference);
}

/** A former patient's reference hides in performers, sources and extensions as well. */
function isOtherPatient(
  value: unknown,
  known: TracedReferences,
  contained: TracedReferences,
): boolean {
  if (typeof value !== 'string' || contained.has(value)) return false;
  return /(^|\/)Patient\/[^/]/.test(value) && !known.has(unversioned(value));
}

function unversioned(reference: string): string {
  return reference.replace(/\/_history\/[^/]*$/, '');
}

/** `#id` of contained Patients that carry the traced NHS number. */
function containedSelf(resource: object, traced: Traced): TracedReferences {
  const contained: unknown = 'contained' in resource ? resource.contained : undefined;
  const own = new Set<string>();
  for (const each of Array.isArray(contained) ? (contained as unknown[]) : []) {
    if (typeof each !== 'object' || each === null || !('id' in each)) continue;
    const isPatient = 'resourceType' in each && each.resourceType === 'Patient';
    if (isPatient && typeof each.id === 'string' && holdsNumber(each, traced.nhsNumber)) {
      own.add(`#${each.id}`);
    }
  }
  return own;
}

function holdsNumber(patient: object, number: NhsNumber): boolean {
  const numbers = numbersOf(patient);
  return numbers.length > 0 && numbers.every((each) => each === number);
}

function numbersOf(patient: object): (NhsNumber | null)[] {
  const identifiers: unknown = 'identifier' in patient ? patient.identifier : undefined;
  if (!Array.isArray(identifiers)) return [];
  return identifiers.filter(isNhsIdentifier).map(numberIn);
}

function isNhsIdentifier(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('system' in value)) return false;
  const old = 'use' in value && value.use === 'old';
  return value.system === identifierSystem.nhsNumber && !old;
}

function numberIn(identifier: unknown): NhsNumber | null {
  if (!isNhsIdentifier(identifier)) return null;
  const value = (identifier as { value?: unknown }).value;
  return typeof value === 'string' ? parseNhsNumber(value) : null;
}
