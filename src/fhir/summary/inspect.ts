/**
 * Is everything in this resource about the traced patient, and can all of it be understood?
 * Looked at before anything is read, and all the way down: the worst hazard is another patient's
 * data (contract, section 4).
 */
import { unversioned } from './answer.ts';
import { identifierSystem } from '../systems.ts';
import { arrayIn, stringIn } from './json.ts';
import {
  holdsNumber,
  isNhsIdentifier,
  nameOfIdentifier,
  numberIn,
  type Traced,
  type TracedNames,
} from './traced.ts';

export type Finding = 'fine' | 'wrong-patient' | 'not-understood';

type Json = Readonly<Record<string, unknown>>;
type Walk = {
  readonly traced: Traced;
  readonly known: TracedNames;
  /** `#id` of contained Patients that carry the traced NHS number. */
  readonly contained: ReadonlySet<string>;
  /** What lies too deep to be understood is looked at all the same, from here on. */
  readonly deep: object[];
  understood: boolean;
};

const deepest = 40;
const nobody: ReadonlySet<string> = new Set();

/**
 * Walks one resource.
 * @returns `wrong-patient` where any `subject` or `patient` does not resolve to the traced patient,
 *   any reference is to another Patient, by address, type or NHS number, or any other Patient is
 *   contained; `not-understood` where
 *   a `subject` names nobody at all, a modifier stands anywhere (FHIR R4 2.20.0.1) or the nesting
 *   is absurd
 */
export function inspect(resource: object, traced: Traced, known: TracedNames): Finding {
  const contained = 'contained' in resource ? containedSelf(resource, traced) : nobody;
  const walk: Walk = { traced, known, contained, deep: [], understood: true };
  let isOurs = isAllOurs(resource, walk, 0);
  for (let next = walk.deep.pop(); isOurs && next; next = walk.deep.pop()) {
    isOurs = isAllOurs(next, walk, 1);
  }
  if (!isOurs) return 'wrong-patient';
  return walk.understood ? 'fine' : 'not-understood';
}

function isAllOurs(node: object, walk: Walk, depth: number): boolean {
  if (depth > deepest) {
    walk.understood = false;
    walk.deep.push(node);
    return true;
  }
  if (!Array.isArray(node)) return isObjectOurs(node as Json, walk, depth);
  for (const each of node as unknown[]) {
    if (typeof each === 'object' && each !== null && !isAllOurs(each, walk, depth + 1)) {
      return false;
    }
  }
  return true;
}

function isObjectOurs(node: Json, walk: Walk, depth: number): boolean {
  if (depth > 0 && node.resourceType === 'Patient') {
    if (!holdsNumber(node, walk.traced.nhsNumber)) return false;
  }
  for (const key of Object.keys(node)) {
    const value = node[key];
    if (key === 'modifierExtension' || key === 'implicitRules') walk.understood = false;
    if (key === 'reference' && isOtherPatient(value, walk)) return false;
    if (key === 'type' && value === 'Patient' && isOtherNamed(node, walk)) return false;
    if (key === 'identifier' && isOtherNumber(value, node, walk)) return false;
    if (isSubject(key)) {
      const whom = whomOf(value, walk);
      if (whom === 'other') return false;
      if (whom === 'nobody') walk.understood = false;
    }
    if (typeof value === 'object' && value !== null && !isAllOurs(value, walk, depth + 1)) {
      return false;
    }
  }
  return true;
}

function isSubject(key: string): boolean {
  return key === 'subject' || key === 'patient';
}

/** Whom a `subject` or `patient` names; words alone name nobody. */
function whomOf(value: unknown, walk: Walk): 'patient' | 'other' | 'nobody' {
  if (Array.isArray(value)) {
    const all = new Set(value.map((each) => whomOf(each, walk)));
    return all.has('other') ? 'other' : all.has('nobody') ? 'nobody' : 'patient';
  }
  if (typeof value !== 'object' || value === null) return 'other';
  const reference = 'reference' in value ? value.reference : undefined;
  const identifier = 'identifier' in value ? value.identifier : undefined;
  const sameNumber = isNhsIdentifier(identifier) && numberIn(identifier) === walk.traced.nhsNumber;
  if (typeof reference !== 'string') {
    if (reference === undefined && identifier === undefined) return 'nobody';
    // A logical reference says who by number alone: the NHS's, or one the traced Patient carries.
    const name = reference === undefined ? nameOfIdentifier(identifier) : null;
    const isOwn = name !== null && walk.known.identifiers.has(name);
    return sameNumber || isOwn ? 'patient' : 'other';
  }
  // Beside a reference it must not contradict it.
  if (isNhsIdentifier(identifier) && !sameNumber) return 'other';
  return isPatient(reference, walk) ? 'patient' : 'other';
}

/** A former patient's reference hides in performers, sources and extensions as well. */
function isOtherPatient(value: unknown, walk: Walk): boolean {
  if (typeof value !== 'string' || !value.includes('Patient')) return false;
  return /(^|\/)Patient[/?][^/]/.test(value) && !isPatient(value, walk);
}

/** A reference that says of itself that it is to a Patient (`Reference.type`), by whatever name. */
function isOtherNamed(node: Json, walk: Walk): boolean {
  if ('resourceType' in node || Array.isArray(node.identifier)) return false;
  return whomOf(node, walk) === 'other';
}

/** A reference by somebody else's NHS number, unless it says that it is to somebody else. */
function isOtherNumber(identifier: unknown, node: Json, walk: Walk): boolean {
  if (!isNhsIdentifier(identifier) || 'resourceType' in node) return false;
  const { reference, type } = node;
  const isToPatient = typeof reference !== 'string' || isPatient(reference, walk);
  if (!isToPatient || (typeof type === 'string' && type !== 'Patient')) return false;
  return numberIn(identifier) !== walk.traced.nhsNumber;
}

function isPatient(reference: string, { known, contained, traced }: Walk): boolean {
  if (known.references.has(reference) || contained.has(reference)) return true;
  return known.references.has(unversioned(reference)) || isSearchFor(traced, reference);
}

/** `Patient?identifier=system|number` (FHIR R4 conditional reference), of the traced number alone. */
function isSearchFor({ nhsNumber }: Traced, reference: string): boolean {
  const query = /^Patient\?identifier=([^&]*)$/.exec(reference.slice(0, 200))?.[1];
  const wanted = `${identifierSystem.nhsNumber}|${nhsNumber}`;
  return query === wanted || query === encodeURIComponent(wanted);
}

function containedSelf(resource: object, traced: Traced): ReadonlySet<string> {
  const own = new Set<string>();
  for (const each of arrayIn(resource, 'contained')) {
    const id = stringIn(each, 'id');
    if (id === undefined || typeof each !== 'object' || each === null) continue;
    if (stringIn(each, 'resourceType') !== 'Patient') continue;
    if (holdsNumber(each, traced.nhsNumber)) own.add(`#${id}`);
  }
  return own;
}
